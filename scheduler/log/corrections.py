"""Mending the log: a day set to what it really was, and days off written ahead. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from scheduler.calendar.days import logging_day
from scheduler.log.entries import ACTIVE, OFF, LogEntry, Logged, Status, refusal, states

DAY = timedelta(days=1)


def correct(
    entries: Sequence[LogEntry],
    status: Status,
    now: datetime,
    zone: str,
    day: date,
    *,
    minutes: int | None = None,
    cards: tuple[str, ...] = (),
    note: str | None = None,
) -> Logged:
    """Set a day of the last week to `status`, also to a weaker one than it was given before.

    Cards that are known stay with a day on which something was done; minutes only with the
    status that they were told for.
    """
    if refused := refusal(day, logging_day(now, zone)):
        return Logged(None, refusal=refused)
    before = states(entries).get(day)
    same = before is not None and before.status is status
    told = minutes is None or (before is not None and minutes == before.minutes)
    if before and same and told and before.note == (note or before.note):
        return Logged(None, already=True)
    if status not in ACTIVE:
        return Logged(LogEntry(day, status, None, (), now, note))
    known = before if before and before.status in ACTIVE else None
    if known and same and minutes is None:
        minutes = known.minutes
    return Logged(
        LogEntry(day, status, minutes, cards or (known.cards if known else ()), now, note)
    )


def of_day(entries: Sequence[LogEntry], day: date) -> list[LogEntry]:
    """What has to be taken back to clear a day, the newest first."""
    return [each for each in reversed(entries) if each.day == day]


def days_off(
    entries: Sequence[LogEntry], since: date, until: date, now: datetime, why: str | None = None
) -> list[LogEntry]:
    """The days from `since` up to the one before `until` as excused, where nothing stands yet."""
    known = states(entries)
    days = (since + n * DAY for n in range((until - since).days))
    return [LogEntry(d, Status.EXCUSED, None, (), now, why, OFF) for d in days if d not in known]


def called_off(entries: Sequence[LogEntry], today: date) -> list[LogEntry]:
    """Days off from `today` on, to take back when the pause ends early."""
    return [each for each in entries if each.source == OFF and each.day >= today]


def returned(entries: Sequence[LogEntry], today: date) -> LogEntry | None:
    """The last day of a pause, if it was yesterday and nothing came since."""
    known = states(entries)
    yesterday = known.get(today - DAY)
    back = yesterday is not None and yesterday.source == OFF and today not in known
    return yesterday if back else None
