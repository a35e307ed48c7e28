"""The runner's progress as a picture with words."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services.progress_figures import figures_of, is_dark
from bot.views.progress import progress as views
from content.intents.meaning import Intent


def progress(chat: Conversation) -> None:
    """The picture; its caption says the same in words."""
    chat.say(views.progress(chat.wording, figures_of(chat), dark=is_dark(chat)))


def switch(chat: Conversation) -> None:
    """Light or dark, from now on."""
    chat.remember(dark=not is_dark(chat))
    chat.toast("saved")
    progress(chat)


INTENTS = {Intent.PROGRESS: progress, Intent.STATUS: progress}
HANDLERS: Handlers = [
    CommandHandler("progress", handle(progress)),
    CallbackQueryHandler(handle(progress), r"^progress$"),
    CallbackQueryHandler(handle(switch), r"^dark$"),
]
