"""Putting the reminder off."""

from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services.reminding import one_off, reminder_habits, schedule
from bot.views.reminders import snooze as views
from content.intents.meaning import Intent
from scheduler.calendar.recurrence import DAY
from scheduler.reminders.snooze import (
    MORNING,
    OFTEN,
    USUAL,
    Snoozed,
    SnoozeRefusal,
    after,
    on,
    this_evening,
    tomorrow,
    until,
)


def snooze(chat: Conversation) -> None:
    """Once more later; the daily series stays where it is."""
    found = _tapped(chat, *chat.args(1)) if chat.tap else _said(chat)
    if isinstance(found, SnoozeRefusal):
        chat.toast("unsnoozed")
        chat.say(views.refused(chat.wording, found))
        return
    times = one_off.snooze(chat, found)
    reminder_habits.put_off(chat)
    due = found.due.astimezone(chat.local.tzinfo)
    chat.toast("snoozed", at=f"{due:%H:%M}")
    later = found.day > chat.local.date()
    chat.show(
        views.snoozed(chat.wording, due, later=later, series=found.by_series, often=times >= OFTEN)
    )


def _tapped(chat: Conversation, wish: str) -> Snoozed | SnoozeRefusal:
    if wish == "evening":
        return this_evening(chat.now, chat.zone)
    if wish == "tomorrow":
        return tomorrow(chat.now, chat.zone, schedule.daily(chat))
    if not wish.isdigit():
        raise StaleTap(wish)
    return after(timedelta(minutes=int(wish[:6])), chat.now, chat.zone)


def _said(chat: Conversation) -> Snoozed | SnoozeRefusal:
    """By the day, the time or the length that was named."""
    wish = chat.meaning
    if wish.day and wish.day > chat.local.date():
        rule = schedule.daily(chat)
        if wish.day == chat.local.date() + DAY:
            return tomorrow(chat.now, chat.zone, rule, wish.at)
        at = wish.at or (rule.at if rule else MORNING)
        return on(wish.day, at, chat.now, chat.zone)
    if wish.at:
        return until(wish.at, chat.now, chat.zone)
    length = USUAL if wish.minutes is None else timedelta(minutes=wish.minutes)
    return after(length, chat.now, chat.zone)


INTENTS = {Intent.SNOOZE: snooze}
HANDLERS: Handlers = [CallbackQueryHandler(handle(snooze), r"^snooze:")]
