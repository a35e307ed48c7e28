"""How a runner walks through a card: what to know first, then side after side against the clock."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from content.catalog.card import Card, Dose
from content.catalog.taxonomy import Side, Sides

PAGE_CHARACTERS = 380  # of set-up and steps: with stop rule and cautions, what a caption holds
READING_S = 3  # a line
REP_S = 4  # half of it on the way down
LAST_S = 5  # of a countdown, shown once they begin
LONG_S = 20  # a countdown of work this long tells its half, too


class StepKind(StrEnum):
    SETUP = "setup"  # all there is to read; between two moves it is the rest
    READY = "ready"  # get into position
    HOLD = "hold"  # stay still
    MOVE = "move"  # keep moving
    SWITCH = "switch"  # change sides
    REPS = "reps"  # so many repetitions
    END = "end"  # nothing to see: the next move follows, or the summary


WORK = frozenset({StepKind.HOLD, StepKind.MOVE, StepKind.REPS})


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One state of the message. All but the end have their `seconds`, and go on by themselves.

    `text` is the author's: the set-up, or the cue to show meanwhile; `steps` are numbered as the
    card has them. `side` is set where one side works alone; `reps` count both sides together where
    they alternate, each held for `rep_hold_s` and lowered for `lower_s` if given.
    """

    kind: StepKind
    text: str = ""
    steps: tuple[tuple[int, str], ...] = ()
    side: Side | None = None
    seconds: int | None = None
    reps: int | None = None
    rep_hold_s: int | None = None
    lower_s: int | None = None
    set_number: int | None = None


@lru_cache(1 << 10)  # the same few cards are walked, and planned with, again and again
def guide_steps(card: Card, first: Side = Side.LEFT, more: bool = False) -> tuple[GuideStep, ...]:
    """The whole walk, with full time for both sides. `first` is the side to begin with, and the
    one that gets a set `more` at the end.
    """
    return (
        *_pages(card),
        *_sets(card, first),
        *(_set_more(card, first) if more and card.sides is Sides.EACH else ()),
        GuideStep(StepKind.END),
    )


def pictured(card: Card, frame: GuideStep, first: Side = Side.LEFT) -> Side | None:
    """The side that a picture shows beside that frame; None where no side works alone.

    Set-up and steps are about the side that comes first.
    """
    return (frame.side or first) if card.sides is Sides.EACH else None


@lru_cache(1 << 10)
def minutes(card: Card) -> float:
    """About how long the walk takes, reading included."""
    return sum(frame.seconds or 0 for frame in guide_steps(card)) / 60


def work_seconds(card: Card) -> int:
    """How long the sets of one side take, or of both where they work together."""
    return card.dose.sets * set_seconds(card.dose)


def set_seconds(dose: Dose) -> int:
    """How long one set takes: what is timed, or its repetitions at their pace."""
    down = (dose.lower_s or REP_S // 2) - REP_S // 2
    return dose.seconds or (dose.reps or 0) * (REP_S + (dose.rep_hold_s or 0) + down)


def tick(frame: GuideStep, started_at: datetime, now: datetime) -> float:
    """The seconds that a timed frame still has, 0 once it is over."""
    if started_at.tzinfo is None or now.tzinfo is None:
        raise ValueError("started_at and now need a time zone: pass aware datetimes")
    if frame.seconds is None:
        raise ValueError(f"a {frame.kind} frame has no time to run: ask for timed frames only")
    # timestamps, because subtracting within one zone would count its clock changes as time
    left = frame.seconds - (now.timestamp() - started_at.timestamp())
    return min(max(left, 0.0), float(frame.seconds))


class Mark(StrEnum):
    """A moment of a long countdown that is told."""

    HALF = "half"
    LAST = "last"

    def of(self, frame: GuideStep) -> float:
        """The seconds that are left then."""
        return (frame.seconds or 0) / 2 if self is Mark.HALF else LAST_S


def next_look(frame: GuideStep, left: float) -> float:
    """The seconds until the countdown is shown anew: half-way, for its last seconds, at its end.

    No more than that, since a bar that always moves is watched instead of felt, and Telegram
    slows down chats whose messages are edited often.
    """
    ahead = [mark.of(frame) for mark in Mark if mark.of(frame) <= left - 1]
    return left - max(ahead if _marked(frame) else (), default=0)


def mark(frame: GuideStep, left: float) -> Mark | None:
    """What there is to say of the seconds that are left: half-way, or the last of them."""
    if not _marked(frame):
        return None
    if left <= LAST_S:
        return Mark.LAST
    return Mark.HALF if abs(left - Mark.HALF.of(frame)) <= 1 else None


def _marked(frame: GuideStep) -> bool:
    return frame.kind in WORK and (frame.seconds or 0) >= LONG_S


def _pages(card: Card) -> Iterator[GuideStep]:
    """All there is to know before the work: one page, or two where the card is long."""
    steps = tuple(enumerate(card.steps, start=1))
    if sum(map(len, (*card.setup, *card.steps))) <= PAGE_CHARACTERS:
        yield _page(card.setup, steps)
    else:
        yield _page(card.setup, ())
        yield _page((), steps)


def _page(setup: tuple[str, ...], steps: tuple[tuple[int, str], ...]) -> GuideStep:
    seconds = READING_S * (len(setup) + len(steps))
    return GuideStep(StepKind.SETUP, "\n".join(setup), steps=steps, seconds=seconds)


def _sets(card: Card, first: Side) -> Iterator[GuideStep]:
    other = _other(first)
    sides = (first, other) if card.sides is Sides.EACH else (None,)
    for set_number in range(1, card.dose.sets + 1):
        cue = card.cues[(set_number - 1) % len(card.cues)]
        for side in sides:
            for frame in _bout(card, cue, switch=side is other):
                yield replace(frame, side=side, set_number=set_number)


def _set_more(card: Card, side: Side) -> Iterator[GuideStep]:
    for frame in _bout(card, card.cues[-1], switch=True):
        yield replace(frame, side=side, set_number=card.dose.sets + 1)


def _other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def _bout(card: Card, cue: str, switch: bool) -> Iterator[GuideStep]:
    """The work of one side in one set."""
    dose = card.dose
    lead_in = StepKind.SWITCH if switch else StepKind.READY
    yield GuideStep(lead_in, card.side_is or card.cues[0], seconds=dose.lead_in_s)
    if dose.seconds is None:
        yield GuideStep(
            StepKind.REPS,
            cue,
            seconds=set_seconds(dose),
            reps=dose.reps,
            rep_hold_s=dose.rep_hold_s,
            lower_s=dose.lower_s,
        )
    else:
        work = StepKind.HOLD if dose.hold_s else StepKind.MOVE
        yield GuideStep(work, cue, seconds=dose.seconds)
