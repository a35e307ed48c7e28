"""What follows from a due reminder: one occurrence handed over, and the next one planned. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from scheduler.calendar.recurrence import (
    DAY,
    Lateness,
    Occurrence,
    RecurrenceRule,
    fire,
    judge,
    passed_over,
)
from scheduler.planning.memory import Handover, Priority, Reminder
from scheduler.reminders.series import following, is_series, rule_of
from scheduler.reminders.slots import CARE, CHECK_IN, HOLD

PRIORITIES = {HOLD: Priority.TICK, CHECK_IN: Priority.RECAP}
Spread = Callable[[Reminder, datetime], datetime]


@dataclass(frozen=True, slots=True)
class Planned:
    """The reminder as it stands from now on, and what is handed over to be told."""

    reminder: Reminder
    handover: Handover


def plan(due: Reminder, now: datetime, spread: Spread) -> Planned:
    """Hand over what is due; plan what follows, or let the slot rest if nothing does.

    `spread(reminder, moment)` finds a place for the next occurrence near its moment.
    """
    rule = rule_of(due.data)
    occurrence = Occurrence(due.day or date.min, _moment(due, rule))
    missed = _missed(rule, occurrence, now)
    after_that = _asked_late(due, missed, now) or following(due.data, due.day, now)
    after = replace(
        due,
        due=_placed(due, after_that, spread),
        day=after_that.day if after_that else due.day,
        served=due.day,
        handed=None if missed else occurrence.due,
    )
    priority = PRIORITIES.get(due.slot, Priority.REMINDER)
    return Planned(after, Handover(due, occurrence.due, priority, missed))


def _asked_late(due: Reminder, missed: int, now: datetime) -> Occurrence | None:
    """How somebody is was promised to be asked: missed by us, it comes a day later at its hour."""
    if not missed or due.slot != CARE or due.due is None or due.day is None:
        return None
    days = (now - due.due) // DAY * DAY + DAY
    return Occurrence(due.day + days, due.due + days)


def _placed(due: Reminder, after_that: Occurrence | None, spread: Spread) -> datetime | None:
    """Only what comes at a set time of day makes room; a desk break is due when it is due."""
    if after_that is None:
        return None
    return spread(due, after_that.due) if is_series(due.data) else after_that.due


def _moment(due: Reminder, rule: RecurrenceRule | None) -> datetime:
    """The instant that was meant: a busy minute may have moved the one in `due` a little."""
    if rule and due.day:
        return fire(due.day, rule.at, rule.zone)
    assert due.due is not None  # noqa: S101 - only what is due is claimed
    return due.due


def _missed(rule: RecurrenceRule | None, occurrence: Occurrence, now: datetime) -> int:
    """How many dates went by while we were away: missed by us, not by the runner."""
    if judge(occurrence, now) is not Lateness.TOO_LATE:
        return 0
    return 1 + len(passed_over(rule, occurrence.day, now) if rule else ())
