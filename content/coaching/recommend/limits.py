"""Hard limits, never bent for a wish: hidden cards, missing kit, kneeling, holding before a run.

Static holds are for after a run (rule R2).
"""

from content.catalog.card import Card
from content.catalog.profile import Profile
from content.catalog.taxonomy import Kind, Kit, Moment, Position
from content.intents.meaning import Intent, Meaning

BEFORE_RUN = frozenset({Kind.DYNAMIC, Kind.DRILL, Kind.MOBILIZE})
KNEELING = frozenset({Position.HALF_KNEELING, Position.ALL_FOURS})


def may_be_shown(card: Card, meaning: Meaning, profile: Profile, hidden: frozenset[str]) -> bool:
    """May this card answer that ask at all?"""
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
    """Is all that the card needs there? None stands for kit that nobody has told about."""
    return kit is None or not card.kit.required or kit.issuperset(card.kit.required)


def _passed_over(card: Card, meaning: Meaning) -> bool:
    """The same card, which "another one", "easier" and "harder" never bring again."""
    again = (Intent.ANOTHER, Intent.EASIER, Intent.HARDER)
    return meaning.intent in again and card.id == meaning.card
