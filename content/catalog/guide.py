"""How a runner walks through a card: frame after frame in one message that is edited in place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from content.catalog.card import Card
from content.catalog.taxonomy import Side, Sides

EDIT_EVERY_S = 5  # Telegram slows down chats whose messages are edited more often
SETUP_CHARACTERS = 300  # what still reads at a glance on a phone
READING_S = 4
REP_S = 4


class StepKind(StrEnum):
    SETUP = "setup"
    STEP = "step"
    READY = "ready"  # timed: get into position
    HOLD = "hold"  # timed: stay still
    MOVE = "move"  # timed: keep moving
    SWITCH = "switch"  # timed: change sides
    REPS = "reps"  # not timed: so many repetitions
    END = "end"


WORK = frozenset({StepKind.HOLD, StepKind.MOVE, StepKind.REPS})


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One state of the message. `index` of `of` counts the frames of the same kind, from 1.

    `text` is the author's: what to do, or the cue to show meanwhile. A frame with `seconds` goes
    on by itself, any other waits for a tap. `side` is set where one side works alone; `reps`
    count both sides together where they alternate, each held for `rep_hold_s` if given.
    """

    kind: StepKind
    text: str = ""
    index: int = 1
    of: int = 1
    side: Side | None = None
    seconds: int | None = None
    reps: int | None = None
    rep_hold_s: int | None = None
    set_number: int | None = None


@lru_cache(1 << 10)  # the same few cards are walked, and planned with, again and again
def guide_steps(card: Card, first: Side = Side.LEFT, more: bool = False) -> tuple[GuideStep, ...]:
    """The whole walk, with full time for both sides. `first` is the side to begin with, and the
    one that gets a set `more` at the end.
    """
    walk = [
        *(GuideStep(StepKind.SETUP, text) for text in _setup(card)),
        *(GuideStep(StepKind.STEP, text) for text in card.steps),
        *_sets(card, first),
        *(_set_more(card, first) if more and card.sides is Sides.EACH else ()),
        GuideStep(StepKind.END),
    ]
    return tuple(_numbered(walk))


def pictured(card: Card, frame: GuideStep, first: Side = Side.LEFT) -> Side | None:
    """The side that a picture shows beside that frame; None where no side works alone.

    Set-up and steps are about the side that comes first, and the end is left as it is.
    """
    if card.sides is not Sides.EACH:
        return None
    return frame.side or (_other(first) if frame.kind is StepKind.END else first)


@lru_cache(1 << 10)
def minutes(card: Card) -> float:
    """About how long the walk takes, reading included."""
    return sum(step_seconds(frame) for frame in guide_steps(card)) / 60


def work_seconds(card: Card) -> int:
    """How long the sets of one side take, or of both where they work together."""
    dose = card.dose
    return dose.sets * (dose.seconds or (dose.reps or 0) * (REP_S + (dose.rep_hold_s or 0)))


def tick(frame: GuideStep, started_at: datetime, now: datetime) -> float:
    """The seconds that a timed frame still has, 0 once it is over."""
    if started_at.tzinfo is None or now.tzinfo is None:
        raise ValueError("started_at and now need a time zone: pass aware datetimes")
    if frame.seconds is None:
        raise ValueError(f"a {frame.kind} frame has no time to run: ask for timed frames only")
    # timestamps, because subtracting within one zone would count its clock changes as time
    left = frame.seconds - (now.timestamp() - started_at.timestamp())
    return min(max(left, 0.0), float(frame.seconds))


def next_tick(remaining: float) -> float:
    """The seconds to wait until the next edit: at a round 5 s left, and then at the end."""
    wait = remaining % EDIT_EVERY_S
    if wait < 1:  # an edit that comes too soon shows the same figure, and Telegram refuses it
        wait += EDIT_EVERY_S
    return min(wait, remaining)


def _setup(card: Card) -> Iterator[str]:
    """The set-up lines in as few texts as read well."""
    text = ""
    for line in card.setup:
        if text and len(text) + len(line) >= SETUP_CHARACTERS:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    if text:
        yield text


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
    if dose.seconds is None:
        yield GuideStep(StepKind.REPS, cue, reps=dose.reps, rep_hold_s=dose.rep_hold_s)
        return
    lead_in = StepKind.SWITCH if switch else StepKind.READY
    yield GuideStep(lead_in, card.side_is or card.cues[0], seconds=dose.lead_in_s)
    work = StepKind.HOLD if dose.hold_s else StepKind.MOVE
    yield GuideStep(work, cue, seconds=dose.seconds)


def _numbered(walk: list[GuideStep]) -> Iterator[GuideStep]:
    kinds = [frame.kind for frame in walk]
    for position, frame in enumerate(walk):
        index = kinds[: position + 1].count(frame.kind)
        yield replace(frame, index=index, of=kinds.count(frame.kind))


def step_seconds(frame: GuideStep) -> int:
    """About how long a step takes, reading included."""
    if frame.kind in (StepKind.SETUP, StepKind.STEP):
        return READING_S
    return frame.seconds or reps_seconds(frame)


def reps_seconds(frame: GuideStep) -> int:
    """About how long the repetitions take."""
    return (frame.reps or 0) * (REP_S + (frame.rep_hold_s or 0))
