"""How the card on the screen is done: which side first, where it is felt, what a step means."""

from bot.dispatch.conversation import Conversation
from bot.handlers.session import ask
from bot.handlers.session.followups import about_card
from bot.services.guiding import guide_log
from bot.views.session import technique as views
from content.catalog.card import Card
from content.intents.meaning import Intent, Meaning

PICTURE = "picture"


def about(chat: Conversation, card: Card) -> None:
    """The card's own words on it; who wants to see it gets it with its picture."""
    if chat.meaning.topic == PICTURE:
        ask.serve(chat, Meaning(Intent.ASK, card=card.id))
        return
    lean = guide_log.lean_of(chat, card.id)
    chat.say(views.about(chat.wording, card, chat.meaning, lean.first))


INTENTS = {Intent.ABOUT: about_card(about, ask.lost)}
