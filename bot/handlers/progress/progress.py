"""The runner's progress as a picture with words."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, story
from bot.dispatch.conversation import Chat
from bot.services.progress_figures import figures_of
from bot.views.progress import progress as views
from content.intents.meaning import Intent


def progress(chat: Chat) -> None:
    """The picture; its caption says the same in words."""
    chat.say(views.progress(figures_of(chat), dark=is_dark(chat)))


def switch(chat: Chat) -> None:
    """Light or dark, from now on."""
    chat.remember(dark=not is_dark(chat))
    chat.toast("saved")
    progress(chat)


def is_dark(chat: Chat) -> bool:
    """Is the dark picture wanted?"""
    return bool(chat.runner.answers.get("dark"))


INTENTS = {Intent.PROGRESS: progress, Intent.STATUS: progress}
HANDLERS: Handlers = [
    CommandHandler("progress", story(progress)),
    CallbackQueryHandler(story(progress), r"^progress$"),
    CallbackQueryHandler(story(switch), r"^dark$"),
]
