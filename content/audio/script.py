"""What there is to say and to do in a session, in order; how long speech takes is not known yet.

It comes from the guide that leads through the same cards in the chat, so sides, sets, seconds and
repetitions are the same. Pure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from content.audio.pace import Pace
from content.audio.spoken import Spoken
from content.catalog.card import Card
from content.catalog.guide import WORK, GuideStep, StepKind, guide_steps
from content.catalog.taxonomy import Side

BREATH, ACTION, CHANGE = 600, 1300, 4000  # milliseconds after a line; after one that says to move
SECOND = 1000


@dataclass(frozen=True, slots=True)
class SpokenMove:
    """A card with its side to begin with, one set `more` or not, as in the chat.

    Whoever has `known` it needs no instructions, only its name, the sides and a cue.
    """

    card: Card
    first: Side = Side.LEFT
    more: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A line that takes as long as it takes, and the milliseconds of silence after it."""

    text: str
    pause: int = BREATH


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Time to get ready: at least so many milliseconds, more where the lines need them."""

    lines: tuple[str, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Work:
    """Work that lasts exactly `length` milliseconds.

    `hints` are said where there is room, `half` half-way. Repetitions are counted with `counts`;
    each takes `rep` milliseconds, `held` of them at its top. Where the way `down` has a time of its
    own, it is told when that begins.
    """

    length: int
    hints: tuple[str, ...] = ()
    half: str = ""
    counts: tuple[str, ...] = ()
    rep: int = 0
    held: int = 0
    down: bool = False


Part = Talk | LeadIn | Work


@dataclass(frozen=True, slots=True)
class Script:
    """The parts in order, and how fast they are spoken."""

    parts: tuple[Part, ...]
    pace: Pace = Pace.NORMAL

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything that may be said, each line once."""
        return tuple(dict.fromkeys(chain.from_iterable(map(_lines, self.parts))))


def script(moves: Sequence[SpokenMove], spoken: Spoken, pace: Pace = Pace.NORMAL) -> Script:
    """The script of those moves, from the greeting to the end."""
    return Script(tuple(_parts(moves, spoken)), pace)


def _lines(part: Part) -> tuple[str, ...]:
    match part:
        case Talk():
            return (part.text,)
        case LeadIn():
            return part.lines
        case Work():
            half = (part.half,) if part.half else ()
            return (*part.hints, *half, *part.counts)


def _parts(moves: Sequence[SpokenMove], spoken: Spoken) -> Iterator[Part]:
    if len(moves) > 1:
        yield Talk(spoken.line("session", moves=len(moves)))
    if not all(move.known for move in moves):
        yield Talk(spoken.line("tones"))
    yield Talk(spoken.line("careful"))
    for at, move in enumerate(moves):
        yield from _move(move, spoken, _name_line(at, len(moves)))
    yield Talk(spoken.line("end"))


def _name_line(at: int, moves: int) -> str:
    if moves == 1:
        return "only"
    return "first" if at == 0 else "last" if at == moves - 1 else "next"


def _move(move: SpokenMove, spoken: Spoken, name_line: str) -> Iterator[Part]:
    card = move.card
    yield Talk(spoken.line(name_line, name=card.name), CHANGE if move.known else BREATH)
    if not move.known:
        yield from _instructions(card, spoken)
    steps = [each for each in guide_steps(card, move.first, move.more) if each.set_number]
    for lead_in, work in zip(steps[::2], steps[1::2], strict=True):
        first = lead_in.set_number == 1 and lead_in.kind is StepKind.READY
        told = (lead_in.text,) if first and card.side_is and not move.known else ()
        yield LeadIn(_lead_in(card, lead_in, work, told, spoken), (lead_in.seconds or 0) * SECOND)
        yield _work(card, work, spoken, known=move.known)
    yield Talk(spoken.line("rest"))


def _instructions(card: Card, spoken: Spoken) -> Iterator[Part]:
    """All that a runner reads before the work, in the same order."""
    yield from (Talk(spoken.aloud(each), ACTION) for each in (*card.setup, *card.steps))
    yield Talk(spoken.line("feel"))
    rest = (card.feel, card.not_feel, *card.weighty, card.stop)
    yield from (Talk(spoken.aloud(each)) for each in rest)


def _lead_in(
    card: Card, lead_in: GuideStep, work: GuideStep, told: tuple[str, ...], spoken: Spoken
) -> tuple[str, ...]:
    """Which side, which set, for how long; the cue where there is no room for it in the work."""
    opening = "switch" if lead_in.kind is StepKind.SWITCH else "ready"
    side = (spoken.side(work.side),) if work.side else ()
    cue = (spoken.aloud(work.text),) if work.reps else ()
    told = tuple(spoken.aloud(each) for each in told)
    return (
        spoken.line(opening),
        *side,
        *_set(card, work, spoken),
        *told,
        *cue,
        *_dose(work, spoken),
    )


def _set(card: Card, work: GuideStep, spoken: Spoken) -> tuple[str, ...]:
    number, sets = work.set_number or 1, card.dose.sets
    if number > sets:
        return (spoken.line("set_more"),)
    return (spoken.line("set", number=number, sets=sets),) if sets > 1 else ()


def _dose(work: GuideStep, spoken: Spoken) -> tuple[str, ...]:
    if work.kind is not StepKind.REPS:
        return (spoken.line(work.kind.value, seconds=work.seconds),)
    reps = spoken.line("one_rep") if work.reps == 1 else spoken.line("reps", reps=work.reps)
    held, down = work.rep_hold_s, work.lower_s
    return (
        reps,
        *([spoken.line("each_held", seconds=held)] if held else []),
        *([spoken.line("lowered", seconds=down)] if down else []),
    )


def _work(card: Card, work: GuideStep, spoken: Spoken, *, known: bool) -> Work:
    assert work.kind in WORK  # noqa: S101 - guide_steps gives lead-in and work in turn
    length = (work.seconds or 0) * SECOND
    if work.reps:
        counts = (*spoken.counts[: work.reps - 1], spoken.line("last_rep"))
        held, down = (work.rep_hold_s or 0) * SECOND, work.lower_s is not None
        return Work(length, counts=counts, rep=length // work.reps, held=held, down=down)
    others = [] if known else [each for each in card.cues if each != work.text][:2]
    hints = tuple(spoken.aloud(each) for each in (work.text, *others))
    return Work(length, hints, spoken.line("half"))
