"""The runner's progress as a picture with words."""

from datetime import date, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services import on_screen
from bot.services.history.progress_figures import figures_of, is_dark
from bot.services.on_screen import Screen
from bot.views.progress import progress as views
from content.intents.meaning import Intent
from scheduler.calendar.days import week_of

A_DAY, SIX_DAYS = timedelta(days=1), timedelta(days=6)


def progress(chat: Conversation) -> None:
    """The picture; its caption says the same in words."""
    sunday = _last_sunday(chat, chat.meaning.day) if chat.meaning.day else None
    on_screen.see(chat, Screen.PROGRESS)
    chat.say(
        views.progress(
            chat.wording, figures_of(chat, sunday), dark=is_dark(chat), past=bool(sunday)
        )
    )


def _last_sunday(chat: Conversation, day: date) -> date:
    """The end of the week that is meant."""
    return min(week_of(day) + SIX_DAYS, week_of(chat.day) - A_DAY)


def switch(chat: Conversation) -> None:
    """Light or dark, from now on."""
    chat.remember(dark=not is_dark(chat))
    chat.toast("saved")
    progress(chat)


INTENTS = {Intent.PROGRESS: progress, Intent.STATUS: progress}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(progress), r"^progress$"),
    CallbackQueryHandler(handle(switch), r"^dark$"),
]
