"""What is planned for a runner: the next reminder."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.chat import Chat
from bot.profile import EVERY_DAY, clock
from scheduler.days import logging_day
from scheduler.memory import Reminder
from scheduler.recurrence import Occurrence, Rule, begin, fire, next_occurrence, replan
from scheduler.series import rule_of, stored
from scheduler.slots import CARE, DAILY, SNOOZE

MORNING = time(9)


def rule(chat: Chat) -> Rule | None:
    """The daily series, or None while it can't run: no zone, no time, or switched off."""
    at = clock(chat.runner.answers.get("remind_at"))
    if at is None or chat.runner.zone is None:
        return None
    days = frozenset(chat.runner.answers.get("remind_days") or EVERY_DAY)
    return Rule(at=at, days=days, zone=chat.runner.zone)


def paused(chat: Chat) -> bool:
    until = chat.runner.paused_until
    return until is not None and chat.local.date() < until


def next_reminder(chat: Chat) -> datetime | None:
    """When the next daily reminder is due, on the runner's own clock."""
    planned = chat.work.reminders.get(chat.runner.id, DAILY)
    series = rule_of(planned.data) if planned else None
    if not (planned and planned.due and planned.day and series):
        return None
    # A busy minute may have moved the row's own `due` a little; that is not what was asked for.
    return fire(planned.day, series.at, series.zone).astimezone(chat.local.tzinfo)


def reschedule(chat: Chat, *, moved: bool = False) -> None:
    """Plan the daily reminder anew after its rule has changed, or the runner has `moved`."""
    _plan(chat, _served(chat), replan if moved else begin)


def plan_after(chat: Chat, served: date) -> None:
    """Plan the occurrence that follows the local date that was `served`."""
    _plan(chat, served, next_occurrence)


def _served(chat: Chat) -> date | None:
    """The last date that was told; one that is only on its way there is taken back."""
    planned = chat.work.reminders.get(chat.runner.id, DAILY)
    if planned is None or planned.served is None:
        return None
    return planned.served - timedelta(days=1) if planned.handed else planned.served


def _plan(
    chat: Chat,
    served: date | None,
    find: Callable[[Rule, date | None, datetime], Occurrence | None],
) -> None:
    series = rule(chat)
    following = find(series, _passed(chat, served), chat.now) if series else None
    if series is None or following is None:
        chat.work.reminders.rest(chat.runner.id, DAILY)
        return
    planned = Reminder(
        chat.runner.id, DAILY, following.due, following.day, stored(series), served=served
    )
    chat.work.reminders.plan(planned)


def switch_off(chat: Chat) -> None:
    """The runner has closed the chat: nothing is due until they write again."""
    chat.work.runners.switch_off(chat.runner.id, chat.now)


def switch_on(chat: Chat) -> None:
    """The runner is back: what they had set is planned anew."""
    chat.change(off_since=None)
    reschedule(chat)


def _passed(chat: Chat, served: date | None) -> date | None:
    """A pause counts as served up to its last day."""
    until = chat.runner.paused_until
    pause = until - timedelta(days=1) if until else None
    return max((day for day in (served, pause) if day), default=None)


def skip_today(chat: Chat) -> None:
    """Nothing more today: drop the snooze, and pass over today's reminder."""
    chat.work.reminders.rest(chat.runner.id, SNOOZE)
    planned = chat.work.reminders.get(chat.runner.id, DAILY)
    if planned and planned.due and planned.day and logging_day(planned.due, chat.zone) == chat.day:
        plan_after(chat, planned.day)


def reopen_today(chat: Chat) -> None:
    """Today is open again: its reminder comes, if its time is still ahead."""
    _plan(chat, None, begin)


def snooze(chat: Chat, due: datetime) -> None:
    """Once more at `due`; the series stays where it is."""
    chat.work.reminders.plan(Reminder(chat.runner.id, SNOOZE, due, chat.day))


def ask_tomorrow(chat: Chat, days: int = 1) -> None:
    """Ask how it is in some days, at the reminder's time; the reminder itself asks if it comes."""
    series = rule(chat)
    day = chat.local.date() + timedelta(days=days)
    if series is None or day.weekday() not in series.days or paused(chat):
        due = fire(day, series.at if series else MORNING, chat.zone)
        chat.work.reminders.plan(Reminder(chat.runner.id, CARE, due, day))


def evening(local: datetime) -> datetime:
    """This evening at half past seven, or two hours on when that is near or past."""
    due = datetime.combine(local.date(), time(19, 30), tzinfo=local.tzinfo)
    return due if due - local > timedelta(minutes=30) else local + timedelta(hours=2)


def next_at(local: datetime, at: time) -> datetime:
    """The next moment when the runner's clock shows `at`."""
    due = datetime.combine(local.date(), at, tzinfo=local.tzinfo)
    return due if due > local else due + timedelta(days=1)
