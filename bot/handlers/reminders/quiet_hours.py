"""Quiet hours: looked at, chosen by a tap or by saying them."""

from datetime import time

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services.reminding import pauses, schedule
from bot.views.reminders import quiet_hours as views
from content.intents.meaning import Intent


def quiet(chat: Conversation) -> None:
    """Set quiet hours ("from 21 to 7"), end them, or show them where no hours were said."""
    hours = chat.meaning.hours
    if not chat.meaning.on:
        _keep(chat, time(0), time(0))
    elif hours:
        _keep(chat, *hours)
    elif chat.meaning.at or chat.meaning.end:
        stands = pauses.quiet(chat)
        _keep(chat, chat.meaning.at or stands.start, chat.meaning.end or stands.end)
    chat.show(views.quiet(chat.wording, pauses.quiet(chat)))


def tapped(chat: Conversation) -> None:
    span = ":".join(chat.args())
    if span and span not in views.CHOICES:
        raise StaleTap(span)
    if span:
        _keep(chat, *map(time.fromisoformat, span.split("-")))
        chat.toast("saved")
    chat.show(views.quiet(chat.wording, pauses.quiet(chat)))


def _keep(chat: Conversation, start: time, end: time) -> None:
    span = [f"{start:%H:%M}", f"{end:%H:%M}"]
    chat.remember(quiet=span)
    schedule.refresh(chat)


INTENTS = {Intent.QUIET: quiet}
HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^quiet(:|$)")]
