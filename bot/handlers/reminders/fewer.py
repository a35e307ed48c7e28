"""Fewer messages: one step at a time, at once, and told; one tap takes it back."""

from dataclasses import replace
from datetime import date
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services.reminding import desk_breaks, one_off, schedule
from bot.views.reminders import fewer as views
from content.intents.meaning import Intent
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.desk_breaks import Breaks
from scheduler.reminders.quieter import EVERY_OTHER, Messages, QuieterStep, next_step, weekly_day
from scheduler.reminders.series import breaks_of, rule_of, stored, stored_breaks
from scheduler.reminders.slots import DAILY, SERIES
from storage.answers import AnswerKey


def fewer(chat: Conversation) -> None:
    """Leave out the next thing that comes by itself, and say what."""
    rules, breaks = schedule.rules(chat), desk_breaks.get(chat)
    step = next_step(_messages(chat, rules, breaks))
    if step is not QuieterStep.NOTHING:
        _remember(chat, rules, breaks)
        _leave_out(chat, step, rules)
    chat.say(views.fewer(chat.wording, step, schedule.next_reminder(chat)))


def _messages(
    chat: Conversation, rules: dict[str, RecurrenceRule], breaks: Breaks | None
) -> Messages:
    return Messages(
        breaks=breaks is not None,
        repeats=any(rule.repeat for rule in rules.values()),
        reminders=len(rules),
        days=max((len(rule.days) for rule in rules.values()), default=0),
        recap=chat.answers.recap and DAILY in rules,
    )


def _remember(chat: Conversation, rules: dict[str, RecurrenceRule], breaks: Breaks | None) -> None:
    before: dict[str, Any] = {slot: stored(rule) for slot, rule in rules.items()}
    if breaks:
        before["break"] = stored_breaks(breaks)
    before["recap"] = chat.answers.recap
    chat.remember(louder=before)


def _leave_out(chat: Conversation, step: QuieterStep, rules: dict[str, RecurrenceRule]) -> None:
    first = next(iter(rules), DAILY)
    if step is QuieterStep.BREAKS:
        desk_breaks.keep(chat, None)
    elif step is QuieterStep.RECAP:
        _recap(chat, wanted=False)
    elif step is QuieterStep.EXTRA:
        _keep(chat, {slot: None for slot in rules if slot != first})
    elif step is QuieterStep.REPEAT:
        _keep(chat, {slot: replace(rule, repeat=False) for slot, rule in rules.items()})
    elif step is QuieterStep.OFF:
        _keep(chat, dict.fromkeys(SERIES))
        one_off.cancel(chat)
    else:
        days = _days(step, rules[first], chat.local.date())
        _keep(chat, {first: replace(rules[first], days=days)})


def _days(step: QuieterStep, rule: RecurrenceRule, today: date) -> frozenset[int]:
    every_other = step is QuieterStep.EVERY_OTHER
    return frozenset(EVERY_OTHER if every_other else {weekly_day(rule.days, today)})


def _keep(chat: Conversation, rules: dict[str, RecurrenceRule | None]) -> None:
    for slot, rule in rules.items():
        schedule.keep(chat, slot, rule)


def _recap(chat: Conversation, *, wanted: bool) -> None:
    chat.remember(recap=wanted)
    schedule.refresh(chat)


def louder(chat: Conversation) -> None:
    """As it was before the last step."""
    before = chat.answers.get(AnswerKey.LOUDER)
    if before is None:
        chat.toast("old")
        return
    chat.change(answers=chat.answers.without(AnswerKey.LOUDER))
    _keep(chat, {slot: rule_of(before[slot]) for slot in SERIES if slot in before})
    if "break" in before:
        desk_breaks.keep(chat, breaks_of(before["break"]))
    _recap(chat, wanted=before["recap"])
    chat.toast("undone")
    chat.show(views.louder(chat.wording, schedule.next_reminder(chat)))


INTENTS = {Intent.FEWER: fewer}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(fewer), r"^fewer$"),
    CallbackQueryHandler(handle(louder), r"^louder$"),
]
