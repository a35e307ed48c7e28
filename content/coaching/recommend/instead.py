"""Why a card that was named is not the one to show, and which is nearest to it. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from content.catalog.card import Card
from content.catalog.profile import Profile
from content.catalog.taxonomy import Kit, Moment
from content.coaching.recommend.limits import KNEELING, at_hand, before_run, has_kit
from content.coaching.recommend.wishes import in_position
from content.intents.meaning import Intent, Meaning


class WhyNot(StrEnum):
    HIDDEN = "hidden"
    RUN = "run"  # nothing held before a run
    KNEELING = "kneeling"
    POSITION = "position"  # not where the runner is
    KIT = "kit"


@dataclass(frozen=True, slots=True)
class Instead:
    """The card that was named, and why another one is shown; for kit, what is missing."""

    card: str
    why: WhyNot
    kit: tuple[Kit, ...] = ()


def why_not(
    card: Card, meaning: Meaning, profile: Profile, hidden: Collection[str]
) -> Instead | None:
    """Why this card is not shown to who asks for it by name; None if it is."""
    kit = at_hand(meaning, profile)
    if card.id in hidden:
        return Instead(card.id, WhyNot.HIDDEN)
    if meaning.moment is Moment.BEFORE_RUN and not before_run(card):
        return Instead(card.id, WhyNot.RUN)
    if meaning.no_kneeling and card.position in KNEELING:
        return Instead(card.id, WhyNot.KNEELING)
    if not in_position(card, meaning):
        return Instead(card.id, WhyNot.POSITION)
    if not has_kit(card, kit):
        missing = set(card.kit.required) - (kit or set())
        return Instead(card.id, WhyNot.KIT, tuple(sorted(missing)))
    return None


def target(meaning: Meaning, cards: Mapping[str, Card], no: Instead | None) -> str | None:
    """The card that was named, or the one that it links to for what is wished."""
    card = cards.get(meaning.card or "")
    if card is None or meaning.intent is Intent.ANOTHER:
        return None
    if meaning.intent is Intent.EASIER or meaning.level == -1:
        return card.links.easier
    if meaning.intent is Intent.HARDER or meaning.level == 1:
        return card.links.harder
    if no is None:
        return card.id
    return {WhyNot.KIT: card.links.no_kit, WhyNot.KNEELING: card.links.no_kneeling}.get(no.why)
