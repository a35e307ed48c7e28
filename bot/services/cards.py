"""Cards by their ids, with the doses that the runner has reached."""

from collections.abc import Mapping

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services.training_state import training_state
from content.catalog.card import Card
from content.catalog.private import is_private, private_cards
from content.coaching.session.training_state import growth


def known(chat: Conversation) -> Mapping[str, Card]:
    """All cards that this runner may be led through: those of all, and their own."""
    library, own = chat.content.library.cards, chat.answers.prescribed
    return {**library, **private_cards(own, chat.wording.words["private"])} if own else library


def private(chat: Conversation) -> list[str]:
    """The ids of the runner's own, in the order of telling."""
    return [each for each in known(chat) if is_private(each)]


def card_of(chat: Conversation, card_id: str) -> Card:
    """The card with that id. Raises StaleTap if there is none any more."""
    card = known(chat).get(card_id)
    if card is None:
        raise StaleTap(card_id)
    return dosed(chat, {card_id: card})[card_id]


def cards_of(chat: Conversation) -> Mapping[str, Card]:
    """All cards as this runner does them today."""
    return dosed(chat, known(chat))


def dosed(chat: Conversation, cards: Mapping[str, Card]) -> Mapping[str, Card]:
    """Those cards with today's doses."""
    grown = growth(training_state(chat), chat.content.library.cards, chat.day)
    return {each: grown.card(card) for each, card in cards.items()}
