"""The gate: may this card open today, and if not, why not. Pure.

Every way to a card comes through here. What rests after a complaint, what a lasting state rules
out and a stop sign of soreness are never bent; what a runner hid, lacks or cannot kneel for holds
where a card is opened anew.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from content.catalog.card import Card
from content.catalog.taxonomy import IRRITABLE, RESTS_ALL, Area, Condition, Kind, Kit, Position
from content.coaching.recommend.limits import KNEELING, has_kit
from content.coaching.soreness import Light
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.held import graded, open_ones

GRADED_LEVEL = 1
TOO_HARD_WHEN_SORE = frozenset({Kind.STRENGTHEN, Kind.DRILL})
QUICK = frozenset({Kind.DRILL})
BANDS = frozenset({Kit.BAND, Kit.LONG_BAND})


class Why(StrEnum):
    """What keeps a card shut, the gravest first."""

    COMPLAINT = "complaint"
    SORE = "sore"
    CONDITION = "condition"
    IRRITABLE = "irritable"
    GRADED = "graded"
    EASE = "ease"
    ACHES = "aches"
    HIDDEN = "hidden"
    KNEELING = "kneeling"
    KIT = "kit"


WISHES = frozenset({Why.HIDDEN, Why.KNEELING, Why.KIT})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a card stays shut: the complaint with its day and words, the condition, the kit."""

    why: Why
    complaint: Complaint | None = None
    condition: Condition | None = None
    kit: tuple[Kit, ...] = ()

    @property
    def for_safety(self) -> bool:
        """Or is it only a wish, or what the runner lacks?"""
        return self.why not in WISHES


@dataclass(frozen=True, slots=True)
class GateState:
    """What is known of the runner that may keep a card shut.

    `conditions` are lasting states and irritable tissue. `kit` None is "never said", which rules
    out none. `light` is that of today's soreness, `aching` what ached in a card today.
    """

    complaints: tuple[Complaint, ...] = ()
    conditions: frozenset[Condition] = frozenset()
    light: Light = Light.GO
    aching: frozenset[Area] = frozenset()
    hidden: frozenset[str] = frozenset()
    kit: frozenset[Kit] | None = None
    no_kneeling: bool = False


def refusal(card: Card, state: GateState, day: date) -> Refusal | None:
    """Why that card may not open on that day, the gravest reason; None if it may."""
    found = (rule(card, state, day) for rule in RULES)
    return next((each for each in found if each), None)


def refused(cards: Mapping[str, Card], state: GateState, day: date) -> frozenset[str]:
    """The ids of all cards that may not open on that day."""
    return frozenset(each.id for each in cards.values() if refusal(each, state, day))


def all_refused(cards: Iterable[Card], state: GateState, day: date) -> Refusal | None:
    """The gravest reason if safety keeps every card shut; None if one may open."""
    found = [refusal(card, state, day) for card in cards if card.kind is not Kind.TEST]
    safe = [each for each in found if each and each.for_safety]
    if not safe or len(safe) < len(found):
        return None
    return min(safe, key=lambda each: list(Why).index(each.why))


def _complaint(card: Card, state: GateState, _day: date) -> Refusal | None:
    for each in open_ones(state.complaints):
        works = not set(each.areas).isdisjoint(card.areas)
        if each.rests_all or works or (each.rests_quick and _quick(card)):
            return Refusal(Why.COMPLAINT, complaint=each)
    return None


def _sore(_card: Card, state: GateState, _day: date) -> Refusal | None:
    return Refusal(Why.SORE) if state.light is Light.STOP else None


def _condition(card: Card, state: GateState, _day: date) -> Refusal | None:
    """A lasting state comes before irritable tissue, in the order of the list."""
    for each in Condition:
        if each in state.conditions and (each in card.not_for or each in RESTS_ALL):
            why = Why.IRRITABLE if each in IRRITABLE else Why.CONDITION
            return Refusal(why, condition=each)
    return None


def _graded(card: Card, state: GateState, day: date) -> Refusal | None:
    """After a clearance: easy cards only, nothing quick, no jumps, no load."""
    cleared = graded(state.complaints, day)
    if cleared and (_quick(card) or _loads(card) or card.level > GRADED_LEVEL):
        return Refusal(Why.GRADED, complaint=cleared)
    return None


def _quick(card: Card) -> bool:
    return card.impact or card.kind in QUICK or card.position is Position.RUNNING


def _loads(card: Card) -> bool:
    """A band, or wide squats, which pull at the groin."""
    if card.kind is not Kind.STRENGTHEN:
        return False
    return not BANDS.isdisjoint(card.kit.required) or Area.INNER_THIGH in card.areas


def _ease(card: Card, state: GateState, _day: date) -> Refusal | None:
    lunges = card.kind is Kind.DYNAMIC and card.level > GRADED_LEVEL  # strength in all but name
    hard = card.kind in TOO_HARD_WHEN_SORE or card.impact or lunges
    return Refusal(Why.EASE) if hard and state.light is Light.EASE else None


def _aches(card: Card, state: GateState, _day: date) -> Refusal | None:
    return None if state.aching.isdisjoint(card.areas) else Refusal(Why.ACHES)


def _hidden(card: Card, state: GateState, _day: date) -> Refusal | None:
    return Refusal(Why.HIDDEN) if card.id in state.hidden else None


def _kneeling(card: Card, state: GateState, _day: date) -> Refusal | None:
    return Refusal(Why.KNEELING) if state.no_kneeling and card.position in KNEELING else None


def _kit(card: Card, state: GateState, _day: date) -> Refusal | None:
    if has_kit(card, state.kit):
        return None
    return Refusal(Why.KIT, kit=tuple(sorted(set(card.kit.required) - (state.kit or set()))))


Rule = Callable[[Card, GateState, date], Refusal | None]
RULES: tuple[Rule, ...] = (
    _complaint,
    _sore,
    _condition,
    _graded,
    _ease,
    _aches,
    _hidden,
    _kneeling,
    _kit,
)
