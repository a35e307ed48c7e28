"""Which cards answer an ask: hard rules first, then as many of the wishes as can be had.

Hard are safety and possibility: nothing held before a run (rule R2), nothing that needs kit the
runner lacks, nothing hidden, no kneeling for whom it hurts. Wishes may be dropped, the least
dear first, and the choice says which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from content.catalog.card import Card
from content.catalog.profile import Profile
from content.coaching.recommend.instead import Instead, target, why_not
from content.coaching.recommend.limits import may_be_shown
from content.coaching.recommend.ranking import rank, tight_spots
from content.coaching.recommend.wishes import Wish, best_fit, in_position, in_time, suits, wishes
from content.intents.meaning import Meaning

ALTERNATIVES = 2


class Reason(NamedTuple):
    """Why a card or session was chosen: a key for the words, and what it is about."""

    key: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The card, up to two others, why this one, and which wishes had to be dropped.

    `dropped` holds names out of card, position, area, kind, moment, kit, minutes, level. `instead`
    is the card that was named, if there is a reason why it is not this one.
    """

    card: str
    alternatives: tuple[str, ...]
    reasons: tuple[Reason, ...]
    dropped: tuple[str, ...] = ()
    instead: Instead | None = None


class NothingFits(LookupError):
    """Every card is hidden, out of reach or not for this moment."""


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
    shut = hidden | meaning.without
    allowed = [card for card in cards.values() if may_be_shown(card, meaning, profile, shut)]
    if not allowed:
        raise NothingFits("no card is left: all are hidden, need missing kit or hold still")
    base = _base(meaning, cards)
    no = why_not(base, meaning, profile, hidden) if base and base.id == meaning.card else None
    if base and no:
        meaning = replace(meaning, kind=base.kind)  # the nearest is of the same kind
    wished = wishes(meaning, base)
    fitting, dropped = best_fit(allowed, wished)
    ranked = sorted(fitting, key=lambda card: rank(card, meaning, profile, cards, recent))
    wanted = target(meaning, cards, no)
    first = next((card for card in allowed if card.id == wanted), ranked[0])
    if first.id == wanted:
        dropped = _unmet(first, wished)
    elif wanted or no:
        dropped = ("card", *dropped)
    others = _others(ranked, first)
    return Choice(first.id, others, _reasons(first, meaning, profile), dropped, no)


def _base(meaning: Meaning, cards: Mapping[str, Card]) -> Card | None:
    """The card that the wish is about: the one named, else one that shall not come."""
    named = (meaning.card or "", *sorted(meaning.without))
    return next((cards[each] for each in named if each in cards), None)


def _unmet(card: Card, wished: Sequence[Wish]) -> tuple[str, ...]:
    """What else was wished of a card that was named, and it does not meet."""
    return tuple(name for name, meets in wished if name != "area" and not meets(card))


def _others(ranked: Sequence[Card], first: Card) -> tuple[str, ...]:
    """Two more, of other kinds if there are any."""
    rest = [card for card in ranked if card.id != first.id]
    fresh = sorted(rest, key=lambda card: card.kind is first.kind)
    return tuple(card.id for card in fresh[:ALTERNATIVES])


def _reasons(card: Card, meaning: Meaning, profile: Profile) -> tuple[Reason, ...]:
    """What speaks for this card, in the order in which it reads best."""
    areas = meaning.areas or tuple(area for area in tight_spots(profile) if area in card.areas)
    listed = () if meaning.areas else profile.spots
    reasons = [
        Reason("spot" if area in listed else "area", area) for area in areas if area in card.areas
    ][:1]
    if meaning.moment and (meaning.moment in card.moments or suits(card, meaning.moment)):
        reasons.append(Reason("moment", meaning.moment))
    if meaning.positions and in_position(card, meaning):
        reasons.append(Reason("position", card.position))
    if meaning.kind is card.kind:
        reasons.append(Reason("kind", card.kind))
    if meaning.minutes and in_time(card, meaning):
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
