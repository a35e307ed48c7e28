"""How times, distances and days are written for a runner: the clock, miles, words for squares."""

from bot.dispatch.context import Handlers
from bot.dispatch.conversation import Conversation
from bot.services.wording.formats import want
from bot.views.account import formats as views
from content.intents.meaning import Intent
from content.wording.formats import Format


def written(chat: Conversation) -> None:
    """From now on, and in the answer already."""
    wanted = Format(chat.meaning.topic or "")
    want(chat, wanted)
    chat.say(views.written(chat.wording, wanted))


INTENTS = {Intent.FORMAT: written}
HANDLERS: Handlers = []
