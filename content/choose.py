"""Which cards answer an ask: hard rules first, then as many of the wishes as can be had.

Hard are safety and possibility: nothing held before a run (rule R2), nothing that needs kit the
runner lacks, nothing hidden, no kneeling for whom it hurts. Wishes may be dropped, the least
dear first, and the choice says which.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from content.card import Card
from content.meaning import Intent, Meaning
from content.profile import Profile, Sitting
from content.terms import Area, Kind, Kit, Moment, Position
from content.walk import minutes

BEFORE_RUN = frozenset({Kind.DYNAMIC, Kind.DRILL, Kind.MOBILIZE})
KNEELING = frozenset({Position.HALF_KNEELING, Position.ALL_FOURS})
LYING = frozenset({Position.SUPINE, Position.SIDE_LYING})
USUAL = (Area.HIP_FLEXORS, Area.GLUTES, Area.HIP_JOINT)
ALTERNATIVES = 2
EASY, HARD = 1, 3


class Reason(NamedTuple):
    """Why a card or session was chosen: a key for the words, and what it is about."""

    key: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The card, up to two others, why this one, and which wishes had to be dropped.

    `dropped` holds names out of card, area, kind, moment, minutes, level.
    """

    card: str
    alternatives: tuple[str, ...]
    reasons: tuple[Reason, ...]
    dropped: tuple[str, ...] = ()


class NothingFits(LookupError):
    """Every card is hidden, out of reach or not for this moment."""


Wish = tuple[str, Callable[[Card], bool]]


def choose(
    meaning: Meaning,
    profile: Profile,
    cards: Mapping[str, Card],
    *,
    recent: Sequence[str] = (),
    hidden: frozenset[str] = frozenset(),
) -> Choice:
    """The best card for an ask. `recent` are cards shown lately, the latest last.

    Raises NothingFits when the hard rules leave no card at all.
    """
    allowed = [card for card in cards.values() if _allowed(card, meaning, profile, hidden)]
    if not allowed:
        raise NothingFits("no card is left: all are hidden, need missing kit or hold still")
    target = _target(meaning, cards)
    fitting, dropped = _fitting(allowed, _wishes(meaning, cards.get(meaning.card or "")))
    ranked = sorted(fitting, key=lambda card: _rank(card, meaning, profile, cards, recent))
    first = next((card for card in ranked if card.id == target), ranked[0])
    if target and first.id != target:
        dropped = ("card", *dropped)
    others = _others(ranked, first)
    return Choice(first.id, others, _reasons(first, meaning, profile), dropped)


def _allowed(card: Card, meaning: Meaning, profile: Profile, hidden: frozenset[str]) -> bool:
    if card.kind is Kind.TEST or card.id in hidden or _passed_over(card, meaning):
        return False
    if meaning.no_kneeling and card.position in KNEELING:
        return False
    if meaning.moment is Moment.BEFORE_RUN and not before_run(card):
        return False
    return has_kit(card, at_hand(meaning, profile))


def before_run(card: Card) -> bool:
    """May this card be done right before a run? Nothing held, nothing that tires."""
    return card.kind in BEFORE_RUN and Moment.BEFORE_RUN in card.moments


def at_hand(meaning: Meaning, profile: Profile) -> frozenset[Kit] | None:
    """The kit there is now; None when nothing is known, which rules out none."""
    if meaning.no_kit:
        return frozenset()
    if profile.kit is None and not meaning.lacks:
        return None
    return (
        (profile.kit if profile.kit is not None else frozenset(Kit)) | meaning.has
    ) - meaning.lacks


def has_kit(card: Card, kit: frozenset[Kit] | None) -> bool:
    return kit is None or kit.issuperset(card.kit.required)


def _passed_over(card: Card, meaning: Meaning) -> bool:
    """ "another one", "easier" and "harder" never bring the same card again."""
    again = (Intent.ANOTHER, Intent.EASIER, Intent.HARDER)
    return meaning.intent in again and card.id == meaning.card


def _target(meaning: Meaning, cards: Mapping[str, Card]) -> str | None:
    """The card that was named, or the one that it links to for what is wished."""
    card = cards.get(meaning.card or "")
    if card is None or meaning.intent is Intent.ANOTHER:
        return None
    if meaning.intent is Intent.EASIER or meaning.level == -1:
        return card.links.easier
    if meaning.intent is Intent.HARDER or meaning.level == 1:
        return card.links.harder
    if meaning.no_kneeling and card.position in KNEELING:
        return card.links.no_kneeling
    return card.id


def _wishes(meaning: Meaning, base: Card | None) -> list[Wish]:
    """The wishes, dearest first."""
    areas = meaning.areas or (base.areas if base else ())
    wishes: list[Wish] = []
    if areas:
        wishes.append(("area", lambda card: any(area in card.areas for area in areas)))
    if meaning.moment not in (None, Moment.BEFORE_RUN):
        wishes.append(("moment", lambda card: _suits(card, meaning.moment)))
    if meaning.kind and not base:
        kinds = ALIKE.get(meaning.kind, frozenset({meaning.kind}))
        wishes.append(("kind", lambda card: card.kind in kinds))
    if meaning.minutes:
        wishes.append(("minutes", lambda card: _in_time(card, meaning)))
    if meaning.intent in (Intent.EASIER, Intent.HARDER) and base:
        wishes.append(("kind", lambda card: card.kind is base.kind))
    if meaning.level and not meaning.card:
        wishes.append(
            ("level", lambda card: card.level == EASY if meaning.level == -1 else card.level > EASY)
        )
    return wishes


def _in_time(card: Card, meaning: Meaning) -> bool:
    return minutes(card) < (meaning.minutes or 0) + 1


ALIKE = {
    Kind.DRILL: frozenset({Kind.DRILL, Kind.DYNAMIC}),
    Kind.DYNAMIC: frozenset({Kind.DYNAMIC, Kind.DRILL}),
}


def _suits(card: Card, moment: Moment | None) -> bool:
    """Does a card suit a desk, a bed, a day? Those that say so do, and no runs on rest days."""
    if moment in card.moments:
        return True
    return moment is Moment.BED and card.position in LYING and not card.kit.required


def _fitting(allowed: Sequence[Card], wishes: Sequence[Wish]) -> tuple[list[Card], tuple[str, ...]]:
    """The cards that meet all wishes, or all but the fewest and least dear."""
    for count in range(len(wishes) + 1):
        for gone in combinations(reversed(wishes), count):
            kept = [wish for wish in wishes if wish not in gone]
            fitting = [card for card in allowed if all(meets(card) for _, meets in kept)]
            if fitting:
                return fitting, tuple(name for name, _ in reversed(gone))
    return list(allowed), tuple(name for name, _ in wishes)


def _rank(
    card: Card, meaning: Meaning, profile: Profile, cards: Mapping[str, Card], recent: Sequence[str]
) -> tuple[float, ...]:
    """Smaller is better: the part that was meant, its plainest answer, known kit, not again."""
    asked = meaning.areas or _own_areas(meaning, cards) or tight_spots(profile)
    place = min(
        (list(asked).index(area) + card.areas.index(area) for area in card.areas if area in asked),
        default=9,
    )
    base = cards.get(meaning.card or "")
    return (
        meaning.kind is not None and card.kind is not meaning.kind,
        place,
        _kind_rank(card, meaning),
        len(card.kit.required) * (not meaning.has & set(card.kit.required)),
        abs(card.level - _wanted_level(meaning, base)),
        recent.index(card.id) + 1 if card.id in recent else 0,
        card.level,
        list(cards).index(card.id),
    )


def _own_areas(meaning: Meaning, cards: Mapping[str, Card]) -> tuple[Area, ...]:
    card = cards.get(meaning.card or "")
    return card.areas if card else ()


def _kind_rank(card: Card, meaning: Meaning) -> int:
    """What a plain "tight" asks for: before a run moving, else a stretch; then the rest."""
    moving = meaning.moment is Moment.BEFORE_RUN
    order = (
        (Kind.DYNAMIC, Kind.MOBILIZE, Kind.DRILL)
        if moving
        else (
            Kind.STRETCH,
            Kind.MOBILIZE,
            Kind.RELEASE,
            Kind.STRENGTHEN,
            Kind.DYNAMIC,
            Kind.DRILL,
        )
    )
    return order.index(card.kind) if card.kind in order else len(order)


def _wanted_level(meaning: Meaning, base: Card | None) -> int:
    step = {Intent.EASIER: -1, Intent.HARDER: 1}.get(meaning.intent, meaning.level or 0)
    return max(EASY, min(HARD, (base.level if base else EASY) + step))


def tight_spots(profile: Profile) -> tuple[Area, ...]:
    """Where this runner needs it: the spots named, then what long sitting shortens (R12)."""
    sat = (Area.HIP_FLEXORS, Area.GLUTES) if profile.sitting is Sitting.OVER_7 else ()
    return tuple(dict.fromkeys((*(profile.spots or USUAL), *sat)))


def _others(ranked: Sequence[Card], first: Card) -> tuple[str, ...]:
    """Two more, of other kinds if there are any."""
    rest = [card for card in ranked if card.id != first.id]
    fresh = sorted(rest, key=lambda card: card.kind is first.kind)
    return tuple(card.id for card in fresh[:ALTERNATIVES])


def _reasons(card: Card, meaning: Meaning, profile: Profile) -> tuple[Reason, ...]:
    """What speaks for this card, in the order in which it reads best."""
    areas = meaning.areas or tuple(area for area in tight_spots(profile) if area in card.areas)
    reasons = [
        Reason("area" if meaning.areas else "spot", area) for area in areas if area in card.areas
    ][:1]
    if meaning.moment and (meaning.moment in card.moments or _suits(card, meaning.moment)):
        reasons.append(Reason("moment", meaning.moment))
    if meaning.kind is card.kind:
        reasons.append(Reason("kind", card.kind))
    if meaning.minutes and _in_time(card, meaning):
        reasons.append(Reason("minutes", str(meaning.minutes)))
    reasons.extend(_kit_reasons(card, meaning, profile))
    if meaning.no_kneeling:
        reasons.append(Reason("no-kneeling"))
    return tuple(reasons)


def _kit_reasons(card: Card, meaning: Meaning, profile: Profile) -> list[Reason]:
    if meaning.no_kit or (profile.kit == frozenset() and not card.kit.required):
        return [Reason("no-kit")]
    lacked = [Reason("without", kit) for kit in sorted(meaning.lacks)][:1]
    return lacked or [Reason("with", kit) for kit in card.kit.required if kit in meaning.has][:1]
