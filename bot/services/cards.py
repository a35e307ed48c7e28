"""Cards by their ids."""

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from content.catalog.card import Card


def card_of(chat: Conversation, card_id: str) -> Card:
    """The card with that id. Raises StaleTap if there is none any more."""
    card = chat.content.library.cards.get(card_id)
    if card is None:
        raise StaleTap(card_id)
    return card
