"""What reminders learn: nobody answers, they are put off, or they are not needed any more."""

from datetime import date, datetime, time, timedelta

from bot.dispatch.conversation import Conversation
from bot.services.reminding import schedule
from bot.values.habit_question import HabitQuestion
from scheduler.calendar.days import logging_day
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.log.entries import ACTIVE, Status, states
from scheduler.planning.memory import Reminder
from scheduler.reminders.habit import (
    FADE_AGAIN,
    TIME_AGAIN,
    Fading,
    ReminderPace,
    ahead,
    better_time,
    comes,
    due_again,
    fading,
    pace,
    reminded_days,
    runs_by_itself,
)
from storage.answers import AnswerKey

KEPT = 10  # of the last days on which the reminder was put off


def heard(chat: Conversation) -> None:
    """The runner is there."""
    if _ignored(chat):
        chat.remember(ignored=0)


def due(chat: Conversation, reminder: Reminder) -> bool:
    """Does this one still come at the runner's pace?"""
    told = chat.answers.day(AnswerKey.IGNORED_ON)
    return comes(pace(_ignored(chat)), told, reminder.day or chat.day)


def answers(chat: Conversation) -> bool:
    """Is the runner there, so that more may come than the reminder of the day?"""
    return pace(_ignored(chat)) is ReminderPace.DAILY


def reminded(chat: Conversation) -> list[str]:
    """Count one more day without an answer; what changes by it is news, known by its name.

    A day with three reminders is one day of silence.
    """
    before, today = _ignored(chat), chat.local.date()
    if before and chat.answers.day(AnswerKey.IGNORED_ON) == today:
        return []
    chat.remember(ignored=before + 1, ignored_on=today.isoformat())
    now = pace(before + 1)
    return [] if now is pace(before) else [now.value]


def put_off(chat: Conversation) -> None:
    """Today's reminder was snoozed."""
    before = [day for day in chat.answers.put_off if day != chat.day.isoformat()]
    chat.remember(put_off=[*before, chat.day.isoformat()][-KEPT:])


def question(chat: Conversation) -> HabitQuestion | None:
    """After a session: one question at most, and only now and then."""
    rule = schedule.daily(chat)
    if rule is None:
        return None
    if better := _better(chat, rule):
        return HabitQuestion(rule.at, better)
    return HabitQuestion(rule.at) if _by_itself(chat, rule) else None


def _better(chat: Conversation, rule: RecurrenceRule) -> time | None:
    """Another time to ask about, because the reminder is put off again and again; asked now."""
    snoozed = chat.answers.put_off
    if not snoozed or not _may_ask(chat, AnswerKey.ASKED_TIME, TIME_AGAIN):
        return None
    done = _done(chat)
    days = _days(chat, rule)
    flags = [day.isoformat() in snoozed for day in days]
    instants = [done[day] for day in days if day in done and day.isoformat() in snoozed]
    found = better_time(rule.at, flags, instants, chat.zone)
    if found:
        chat.remember(asked_time=chat.day.isoformat())
    return found


def _by_itself(chat: Conversation, rule: RecurrenceRule) -> bool:
    """Is most of it done before the reminder comes, so that it may fade? Asked now."""
    if not _may_ask(chat, AnswerKey.ASKED_FADE, FADE_AGAIN):
        return False
    found = runs_by_itself(ahead(rule, _days(chat, rule), _done(chat)))
    if found:
        chat.remember(asked_fade=chat.day.isoformat())
    return found


def _may_ask(chat: Conversation, key: AnswerKey, after: timedelta) -> bool:
    return due_again(chat.answers.day(key), chat.day, after)


def _days(chat: Conversation, rule: RecurrenceRule) -> list[date]:
    known = states(chat.work.session_log.entries(chat.runner.id)).values()
    off = {each.day for each in known if each.status is Status.EXCUSED}
    return reminded_days(rule, chat.day, chat.runner.created_at.date(), off)


def _done(chat: Conversation) -> dict[date, datetime]:
    """When the session of each day was logged, if that was on the day itself."""
    entries = chat.work.session_log.entries(chat.runner.id)
    return {
        each.day: each.logged_at
        for each in reversed(entries)
        if each.status in ACTIVE and logging_day(each.logged_at, chat.zone) == each.day
    }


# Desk breaks have a count of their own: who only logs in the morning ignores them all the same.


def break_told(chat: Conversation) -> Fading:
    """Count one more break without an answer, and what becomes of them by it."""
    count = chat.answers.count(AnswerKey.IGNORED_BREAKS) + 1
    chat.remember(ignored_breaks=count)
    return fading(count)


def break_heard(chat: Conversation) -> None:
    if chat.answers.count(AnswerKey.IGNORED_BREAKS):
        chat.remember(ignored_breaks=0)


def _ignored(chat: Conversation) -> int:
    return chat.answers.count(AnswerKey.IGNORED)
