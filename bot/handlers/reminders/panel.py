"""/remind in taps: each reminder is a line, each line opens what can be changed about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.reminders.standing import when
from bot.services.reminding import schedule
from bot.values.profile import WEEKDAYS
from bot.views.reminders import panel as views
from content.catalog.questions import toggled
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.slots import SERIES, free_slot
from storage.answers import EVERY_DAY

QUICK = {"weekdays": WEEKDAYS, "every": EVERY_DAY}


def panel(chat: Conversation) -> None:
    """All reminders, one of them, or one thing about it: as many parts as the button names."""
    slot, *change = [*chat.args(), ""]
    if not slot:
        when(chat)
    elif slot == "add":
        _add(chat)
    elif slot in SERIES:
        _open(chat, slot, [each for each in change if each])
    else:
        raise StaleTap(slot)


def _add(chat: Conversation) -> None:
    slot = free_slot(schedule.rules(chat))
    if slot is None:
        chat.toast("full")
        when(chat)
    else:
        chat.show(views.hours(chat.wording, slot))


def _open(chat: Conversation, slot: str, change: list[str]) -> None:
    rule = schedule.rules(chat).get(slot)
    verb, *values = change or [""]
    if verb == "at":
        _time(chat, slot, rule, values)
    elif rule is None:
        raise StaleTap(slot)
    elif not verb:
        _one(chat, slot)
    elif verb in EDITS:
        EDITS[verb](chat, slot, rule, values[0] if values else "")
    else:
        raise StaleTap(verb)


def _one(chat: Conversation, slot: str) -> None:
    rule, due = schedule.rules(chat)[slot], schedule.planned(chat).get(slot)
    chat.show(views.one(chat.wording, slot, rule, due))


def _time(chat: Conversation, slot: str, rule: RecurrenceRule | None, picked: list[str]) -> None:
    """First the hour, then the minute."""
    hour, minute = [*picked, "", ""][:2]
    if not hour:
        chat.show(views.hours(chat.wording, slot))
    elif not minute:
        chat.show(views.minutes(chat.wording, slot, _number(hour, 24)))
    else:
        at = time(_number(hour, 24), _number(minute, 60))
        first = RecurrenceRule(at, frozenset(EVERY_DAY), chat.zone)
        _keep(chat, slot, replace(rule, at=at) if rule else first)


def _number(raw: str, below: int) -> int:
    if not raw.isdigit() or int(raw[:4]) >= below:
        raise StaleTap(raw)
    return int(raw)


def _days(chat: Conversation, slot: str, rule: RecurrenceRule, wish: str) -> None:
    """Each tap switches a day; the last one can't go."""
    if wish:
        days = QUICK.get(wish) or toggled(sorted(rule.days), _number(wish, 7))
        if days:
            rule = replace(rule, days=frozenset(days))
            schedule.keep(chat, slot, rule)
        chat.toast("saved" if days else "one_day")
    chat.show(views.days(chat.wording, slot, rule))


def _end(chat: Conversation, slot: str, rule: RecurrenceRule, wish: str) -> None:
    """The last day, by the number of days from now on."""
    if not wish:
        chat.show(views.end(chat.wording, slot, rule))
        return
    last = None if wish == "none" else chat.local.date() + timedelta(days=_number(wish, 1000))
    _keep(chat, slot, replace(rule, until=last))


def _exact(chat: Conversation, slot: str, rule: RecurrenceRule, wish: str) -> None:
    _keep(chat, slot, replace(rule, exact=wish == "1"))


def _repeat(chat: Conversation, slot: str, rule: RecurrenceRule, wish: str) -> None:
    _keep(chat, slot, replace(rule, repeat=wish == "1"))


def _drop(chat: Conversation, slot: str, _rule: RecurrenceRule, _wish: str) -> None:
    schedule.keep(chat, slot, None)
    chat.toast("dropped")
    when(chat)


def _keep(chat: Conversation, slot: str, rule: RecurrenceRule) -> None:
    schedule.keep(chat, slot, rule)
    chat.toast("saved")
    _one(chat, slot)


EDITS: dict[str, Callable[[Conversation, str, RecurrenceRule, str], None]] = {
    "days": _days,
    "end": _end,
    "exact": _exact,
    "repeat": _repeat,
    "off": _drop,
}


HANDLERS: Handlers = [CallbackQueryHandler(handle(panel), r"^r(:|$)")]
