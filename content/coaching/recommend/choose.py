"""Which cards answer an ask: hard rules first, then as many of the wishes as can be had.

Hard are safety and possibility: nothing held before a run (rule R2), nothing that needs kit the
runner lacks, nothing hidden, no kneeling for whom it hurts. Wishes may be dropped, the least
dear first, and the choice says which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from content.catalog.card import Card
from content.catalog.profile import Profile
from content.coaching.recommend.limits import KNEELING, may_be_shown
from content.coaching.recommend.ranking import rank, tight_spots
from content.coaching.recommend.wishes import best_fit, in_time, suits, wishes
from content.intents.meaning import Intent, Meaning

ALTERNATIVES = 2


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
    allowed = [card for card in cards.values() if may_be_shown(card, meaning, profile, hidden)]
    if not allowed:
        raise NothingFits("no card is left: all are hidden, need missing kit or hold still")
    target = _target(meaning, cards)
    fitting, dropped = best_fit(allowed, wishes(meaning, cards.get(meaning.card or "")))
    ranked = sorted(fitting, key=lambda card: rank(card, meaning, profile, cards, recent))
    first = next((card for card in ranked if card.id == target), ranked[0])
    if target and first.id != target:
        dropped = ("card", *dropped)
    others = _others(ranked, first)
    return Choice(first.id, others, _reasons(first, meaning, profile), dropped)


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
    if meaning.moment and (meaning.moment in card.moments or suits(card, meaning.moment)):
        reasons.append(Reason("moment", meaning.moment))
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
