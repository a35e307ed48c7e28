"""No move before an open question about the body is answered: it is asked again in its place."""

from bot.dispatch.conversation import Conversation
from bot.handlers.care import instead
from bot.handlers.care.emergency import NOTED
from bot.services import care, on_screen
from bot.views.care import safety_question as views
from content.screening.answers import answers

OPENS = frozenset({"start", "card", "walk", "try"})  # how the data of buttons to a move begin


def comes_first(chat: Conversation) -> None:
    """Before the answers leave: where they open a move, the question comes instead."""
    if on_screen.doubted(chat) is None or chat.meaning.intent in NOTED:
        return
    if any(verb in OPENS for verb, *_ in instead.button_data(chat)):
        care.stop_guide(chat)
        instead.say(chat, views.question(chat.wording, answers(chat.content.lexicon)))
