"""Why it is this session: what changed it, what it is for, in at most two reasons. Pure."""

from collections.abc import Mapping

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.profile import Sitting
from content.catalog.taxonomy import Area, Kind
from content.coaching.dosage.volume import CEILING_S, FLOOR_S, weaker_side
from content.coaching.recommend.choose import Reason
from content.coaching.recommend.ranking import tight_spots
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.length import NEAR
from content.coaching.session.spots import spots_of_week
from content.coaching.soreness import Light

TOLD = 2  # reasons that still make one sentence


def reasons(
    today: SessionInputs, picked: list[Card], cards: Mapping[str, Card]
) -> tuple[Reason, ...]:
    """What speaks for this session, what changed it first."""
    kinds = {card.kind for card in picked}
    found = [Reason("locked", area) for area in sorted(today.locked)][:1]
    if today.graded:
        found.append(Reason("graded"))
    if today.light is Light.EASE:
        found.append(Reason("ease"))
    elif (today.tender or today.growth.eased) and Kind.STRENGTHEN in kinds:
        found.append(Reason("tender"))
    elif today.fresh or today.gentle:
        found.append(Reason("fresh" if today.fresh else "gentle"))
    found += [Reason("unserved", area) for area in _unserved(today, picked, cards)][:1]
    found += _of_length(today, picked)
    found += _of_dose(today, picked)
    if today.speed and Kind.DRILL in kinds:
        found.append(Reason("speed"))
    if today.moment:
        found.append(Reason("moment", today.moment))
    found += _stand_ins(today, picked, cards)[:1]
    found += _spots(today, picked)[:1]
    if Kind.STRENGTHEN in kinds:
        found.append(Reason("kind", Kind.STRENGTHEN))
    found += _spots(today, picked)[1:]
    found += [Reason("enough", area) for area in _enough(today, cards)]
    return tuple(found[:TOLD])


def _of_length(today: SessionInputs, picked: list[Card]) -> list[Reason]:
    """Why it is not as long as it was asked to be."""
    if today.short:
        return [Reason("short")]
    spent, asked = sum(map(length, picked)), today.minutes or 0
    if not picked or abs(spent - asked) <= NEAR * asked or not asked:
        return []
    return [Reason("few" if spent < asked else "long")]


def _of_dose(today: SessionInputs, picked: list[Card]) -> list[Reason]:
    """The one dose that has grown, or that all are the first ones again."""
    growth = today.growth
    if growth.light and any(card.id in growth.steps for card in picked):
        return [Reason("taper" if growth.tapers else "light")]
    grown = [Reason(f"more-{growth.new[c.id]}", c.name) for c in picked if c.id in growth.new]
    return grown[:1]


def _stand_ins(today: SessionInputs, picked: list[Card], cards: Mapping[str, Card]) -> list[Reason]:
    """A move of the programme that is not wanted: its stand-in is here, or it has none."""
    shown = {card.id for card in picked}
    return [
        Reason("instead" if other else "unreplaced", cards[card].name)
        for card, other in today.swapped.items()
        if other is None or other in shown
    ]


def _enough(today: SessionInputs, cards: Mapping[str, Card]) -> tuple[Area, ...]:
    """The tightest spot, once it has had its minutes for the week."""
    book = today.book(cards)
    return tuple(a for a in spots_of_week(today)[:1] if weaker_side(book, a) >= FLOOR_S)


def _unserved(
    today: SessionInputs, picked: list[Card], cards: Mapping[str, Card]
) -> tuple[Area, ...]:
    """What was listed and may be worked on, where nothing of this session is for any of it."""
    book = today.book(cards)
    listed = [a for a in spots_of_week(today) if a in today.profile.spots]
    free = tuple(area for area in listed if weaker_side(book, area) < CEILING_S)
    return () if any(set(listed) & set(card.areas) for card in picked) else free


def _spots(today: SessionInputs, picked: list[Card]) -> list[Reason]:
    """What was listed and is worked on; where nothing was, what is worked on."""
    profile = today.profile
    covered = [a for a in tight_spots(profile) if any(a in card.areas for card in picked)]
    listed = [Reason("spot", area) for area in covered if area in profile.spots]
    reasons = listed or [Reason("area", area) for area in covered]
    if profile.sitting is Sitting.OVER_7 and Area.HIP_FLEXORS in covered:
        return [*reasons[:1], Reason("sitting", profile.sitting)]
    return reasons
