"""The week so far, in words."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.chat import Chat
from bot.context import Handlers, story
from bot.views import journal as views
from content.meaning import Intent
from scheduler.journal import streak, week


def progress(chat: Chat) -> None:
    entries = chat.work.journal.entries(chat.runner.id)
    chat.show(views.progress(week(entries, chat.day), streak(entries, chat.day), chat.day))


INTENTS = {Intent.PROGRESS: progress, Intent.STATUS: progress}
HANDLERS: Handlers = [
    CommandHandler("progress", story(progress)),
    CallbackQueryHandler(story(progress), r"^progress$"),
]
