"""Reminders that learn ask first: another time, or fewer of them. Nothing moves by itself."""

from dataclasses import replace
from datetime import time

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.reminders.requests import confirm
from bot.services.reminding import schedule
from bot.views.reminders import learning as views
from scheduler.reminders.quieter import weekly_day
from scheduler.reminders.slots import DAILY, SERIES


def move(chat: Conversation) -> None:
    """The answer to another time."""
    (wish,) = chat.args(1)
    rule = schedule.daily(chat)
    if rule is None:
        raise StaleTap(wish)
    if wish == "keep":
        chat.toast("saved")
        chat.show(views.stays(chat.wording, rule.at))
        return
    try:
        at = time.fromisoformat(wish)
    except ValueError:
        raise StaleTap(wish) from None
    schedule.keep(chat, DAILY, replace(rule, at=at))
    chat.toast("saved")
    confirm(chat, DAILY)


def fade(chat: Conversation) -> None:
    """The answer to fading: once a week, none, or as before."""
    (wish,) = chat.args(1)
    rule = schedule.daily(chat)
    if rule is None or wish not in ("weekly", "off", "keep"):
        raise StaleTap(wish)
    day = weekly_day(rule.days, chat.local.date())
    if wish == "weekly":
        schedule.keep(chat, DAILY, replace(rule, days=frozenset({day})))
    elif wish == "off":
        for slot in SERIES:
            schedule.keep(chat, slot, None)
    chat.toast("saved")
    chat.show(
        views.stays(chat.wording, rule.at)
        if wish == "keep"
        else views.faded(chat.wording, wish, day)
    )


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(move), r"^time:"),
    CallbackQueryHandler(handle(fade), r"^fade:"),
]
