"""What was done in days that are over: "how many minutes in November?"."""

from bot.dispatch.context import Handlers
from bot.dispatch.conversation import Conversation
from bot.services import on_screen
from bot.services.cards import known
from bot.services.history.past_days import past_days
from bot.services.on_screen import Screen
from bot.views.progress import history as views
from content.intents.meaning import Intent


def history(chat: Conversation) -> None:
    """The days that were asked about, none after today."""
    on_screen.see(chat, Screen.PROGRESS)
    until = min(chat.meaning.until or chat.day, chat.day)
    found = past_days(chat, chat.meaning.since, until)
    names = {card.id: card.name for card in known(chat).values()}
    chat.say(views.history(chat.wording, found, names, today=chat.day))


INTENTS = {Intent.HISTORY: history}
HANDLERS: Handlers = []
