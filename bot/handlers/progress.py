"""The week so far, in words."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.chat import Chat
from bot.context import Handlers, story
from bot.views import about
from bot.views import journal as views
from content.meaning import Intent
from scheduler.journal import streak, week


def progress(chat: Chat) -> None:
    entries = chat.work.journal.entries(chat.runner.id)
    chat.show(views.progress(week(entries, chat.day), streak(entries, chat.day), chat.day))


def program(chat: Chat) -> None:
    """There are no plans over several weeks yet; today's session is what there is."""
    chat.say(about.program())


INTENTS = {Intent.PROGRESS: progress, Intent.STATUS: progress, Intent.PROGRAM: program}
HANDLERS: Handlers = [
    CommandHandler("progress", story(progress)),
    CommandHandler("program", story(program)),
    CallbackQueryHandler(story(progress), r"^progress$"),
]
