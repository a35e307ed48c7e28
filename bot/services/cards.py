"""Cards by their ids, and those that this runner does not get."""

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from content.catalog.card import Card


def card_of(chat: Conversation, card_id: str) -> Card:
    """The card with that id. Raises StaleTap if there is none any more."""
    card = chat.content.library.cards.get(card_id)
    if card is None:
        raise StaleTap(card_id)
    return card


def unwanted(chat: Conversation) -> frozenset[str]:
    """Cards that the runner hid, and those for an area that rests."""
    locks, cards = set(chat.runner.locks or ()), chat.content.library.cards.values()
    resting = frozenset(card.id for card in cards if set(card.areas) & locks)
    return chat.answers.hidden | resting
