"""Which of the cards that fit comes first."""

from collections.abc import Mapping, Sequence

from content.catalog.card import Card
from content.catalog.profile import Profile, Sitting
from content.catalog.taxonomy import Area, Kind, Moment
from content.intents.meaning import Intent, Meaning

USUAL = (Area.HIP_FLEXORS, Area.GLUTES, Area.HIP_JOINT)
EASY, HARD = 1, 3


def rank(
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
        bool(meaning.has) and meaning.has.isdisjoint(card.kit.required),
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
