"""Reminders that nobody answers come less often, then not at all; any sign of life resets it."""

from bot import timetable
from bot.chat import Chat
from scheduler.habit import Pace, pace
from scheduler.memory import Reminder

IGNORED = "ignored"  # reminders in a row to which nothing was said, tapped or logged


def heard(chat: Chat) -> None:
    """The runner is there."""
    if _ignored(chat):
        _keep(chat, 0)


def due(chat: Chat, reminder: Reminder) -> bool:
    """Does this one still come at the runner's pace? Weekly means the first of their days."""
    now, rule = pace(_ignored(chat)), timetable.rules(chat).get(reminder.slot)
    if now is Pace.WEEKLY and rule and reminder.day:
        return reminder.day.weekday() == min(rule.days)
    return now is Pace.DAILY


def reminded(chat: Chat) -> list[str]:
    """Count one more without an answer; what changes by it is news, known by its name."""
    before, count = pace(_ignored(chat)), _ignored(chat) + 1
    _keep(chat, count)
    after = pace(count)
    return [] if after is before else [after.value]


def _ignored(chat: Chat) -> int:
    return int(chat.runner.answers.get(IGNORED) or 0)


def _keep(chat: Chat, count: int) -> None:
    chat.change(answers={**chat.runner.answers, IGNORED: count})
