"""The sheet for a physio: one page with what hurts, what was done and what rests."""

from datetime import date

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services.history.physio_history import history_of
from bot.views.care import physio as views
from content.intents.meaning import Intent
from storage.queries.diary import Note, NoteKind


def sheet(chat: Conversation) -> None:
    """The page as it stands today."""
    chat.say(views.sheet(chat.wording, history_of(chat)))


def commanded(chat: Conversation) -> None:
    """Words after the command go onto the sheet, as they are."""
    _, _, words = chat.text.partition(" ")
    if words.strip():
        line = Note(chat.day, NoteKind.COMPLAINT, words.strip(), chat.now, {"words": words.strip()})
        chat.work.diary.write(chat.runner.id, line)
    chat.say(views.sheet(chat.wording, history_of(chat), added=bool(words.strip())))


def take_off(chat: Conversation) -> None:
    """The lines of that day leave the sheet again."""
    _, raw = chat.args(2)
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        raise StaleTap(raw) from None
    chat.work.diary.drop(chat.runner.id, day, NoteKind.COMPLAINT)
    chat.toast("undone")
    chat.say(views.taken_off(chat.wording))


INTENTS = {Intent.PHYSIO: sheet}
HANDLERS: Handlers = [
    CommandHandler("physio", handle(commanded)),
    CallbackQueryHandler(handle(sheet), r"^physio$"),
    CallbackQueryHandler(handle(take_off), r"^physio:off:"),
]
