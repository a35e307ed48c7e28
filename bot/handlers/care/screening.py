"""Red flags where no words are expected: beside a picture, or after a command."""

import re
from collections.abc import Callable

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.handlers.care import instead
from bot.handlers.care.danger import danger as danger_told
from bot.services.care import note_flag
from bot.services.safety.understanding import understood
from bot.views.care.care import danger
from bot.views.fallback import sorry
from content.catalog.taxonomy import Condition
from content.intents.meaning import Intent, Meaning
from content.language.lexicon import Lexicon
from content.screening.screen import Flag, screen

SAYS = "say:"  # a button that says a whole message
WARNING_TAPS = re.compile(r"(leave:hurts|hurt|pain|unwell):")


def dangerous(text: str, lexicon: Lexicon) -> Flag | None:
    """A red flag for anybody: before it is known whose words these are, any state may be theirs."""
    return screen(text, lexicon, Condition)


def warning(update: Update, lexicon: Lexicon) -> str | None:
    """Which danger an update tells of, to be answered however much its chat says; None without."""
    data = update.callback_query.data or "" if update.callback_query else ""
    if WARNING_TAPS.match(data):
        return data
    message = update.effective_message
    written = (message.text or message.caption or "") if message and not data else ""
    flag = dangerous(written or data.removeprefix(SAYS), lexicon)
    return flag.id if flag else None


class _RedFlag(filters.MessageFilter):
    """A caption or a command with a red flag in it; plain words are screened as they are read."""

    def __init__(self, lexicon: Callable[[], Lexicon]) -> None:
        super().__init__()
        self._lexicon = lexicon

    def filter(self, message: Message) -> bool:
        text = message.text or ""
        told = message.caption or (text if text.startswith("/") else "")
        return bool(told and screen(told, self._lexicon()))


def flagged(chat: Conversation) -> None:
    if chat.text.startswith("/"):  # what is kept are the runner's words
        chat.text = chat.text.partition(" ")[2]
    chat.meaning = understood(chat, chat.text)[0]
    danger_told(chat)


def comes_first(chat: Conversation) -> None:
    """Before the answers leave: a command or a caption may be a red flag for this runner alone."""
    beside = chat.captioned or chat.text.startswith("/")
    if not beside or chat.tap or not chat.answers.conditions or instead.says_danger(chat):
        return
    if understood(chat, chat.text)[0].intent is Intent.DANGER:
        instead.say_nothing(chat)
        flagged(chat)


def apologise(chat: Conversation) -> None:
    """Something broke on our side. Whatever it was, a red flag is answered before any apology."""
    states = chat.answers.conditions
    flag = screen(chat.text, chat.content.lexicon, states) if chat.text else None
    if flag is None:
        chat.say(sorry(chat.wording))
        return
    chat.meaning = Meaning(Intent.DANGER, flag=flag.id, urgency=flag.urgency, because=flag.because)
    chat.say(danger(chat.wording, chat.meaning, note_flag(chat)), label="danger")


def handlers(lexicon: Callable[[], Lexicon]) -> Handlers:
    """`lexicon` gives the one in use, which authors may change meanwhile."""
    return [MessageHandler(filters.ChatType.PRIVATE & _RedFlag(lexicon), handle(flagged))]
