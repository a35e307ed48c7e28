"""What reminders learn from how they are answered: fewer, another time, or none. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from statistics import median

from scheduler.calendar.recurrence import DAY, RecurrenceRule, fire
from scheduler.calendar.zones import local

IGNORED_DAYS, IGNORED_WEEKS = 7, 3
SNOOZED_OFTEN, OF_THE_LAST = 3, 5
BY_ITSELF, OF_LATELY = 0.8, 20  # share of days done before the reminder came
APART = 30  # minutes from which another time is worth asking for
QUARTER = 15
TIME_AGAIN, FADE_AGAIN = timedelta(weeks=3), timedelta(weeks=8)  # until it is asked once more
IGNORED_BREAKS = 10
A_WEEK = timedelta(weeks=1)


class ReminderPace(StrEnum):
    """How often reminders still come."""

    DAILY = "daily"
    WEEKLY = "weekly"
    STOPPED = "stopped"


def pace(ignored: int) -> ReminderPace:
    """The pace after that many reminders in a row to which nothing was said, tapped or logged.

    A week of silence makes it weekly, and three more weeks end it: anti-sitting prompts that
    are not wanted have no effect (rule R8).
    """
    if ignored < IGNORED_DAYS:
        return ReminderPace.DAILY
    return ReminderPace.WEEKLY if ignored < IGNORED_DAYS + IGNORED_WEEKS else ReminderPace.STOPPED


def comes(now: ReminderPace, told: date | None, day: date) -> bool:
    """Does the reminder of that day still come? `told` is the day of the last one that did.

    Once a week begins a week later, not on the next day of somebody's week.
    """
    if now is ReminderPace.WEEKLY:
        return told is None or day - told >= A_WEEK
    return now is ReminderPace.DAILY


def better_time(
    at: time, snoozed: Sequence[bool], done: Sequence[datetime], zone: str
) -> time | None:
    """A time to ask the runner about, when the reminder is put off again and again.

    `snoozed` says for each of the last reminders whether it was put off, `done` are the instants
    at which those sessions were logged. It is the middle of those, to a quarter of an hour, and
    only ever asked, never set. None while it fits.
    """
    if sum(snoozed[-OF_THE_LAST:]) < SNOOZED_OFTEN or len(done) < SNOOZED_OFTEN:
        return None
    clocks = [local(each, zone) for each in done[-OF_THE_LAST:]]
    usual = median(each.hour * 60 + each.minute for each in clocks)
    minutes = round(usual / QUARTER) * QUARTER % (24 * 60)
    apart = abs(minutes - at.hour * 60 - at.minute)
    return time(*divmod(minutes, 60)) if min(apart, 24 * 60 - apart) >= APART else None


def runs_by_itself(before_reminder: Sequence[bool]) -> bool:
    """Was the session of most of the last days done before its reminder came?"""
    lately = before_reminder[-OF_LATELY:]
    return len(lately) == OF_LATELY and sum(lately) >= BY_ITSELF * OF_LATELY


def due_again(asked: date | None, today: date, after: timedelta) -> bool:
    """May a question be asked that was last asked on that day?"""
    return asked is None or today - asked >= after


def reminded_days(
    rule: RecurrenceRule, today: date, since: date, off: Collection[date] = ()
) -> list[date]:
    """The last days on which the rule would remind, oldest first; not those that were off."""
    days = (today - back * DAY for back in range((today - since).days))
    meant = [each for each in days if rule.means(each) and each not in off]
    return meant[:OF_LATELY][::-1]


def ahead(rule: RecurrenceRule, days: Sequence[date], done: Mapping[date, datetime]) -> list[bool]:
    """For each day: was its session logged before the reminder would come?"""
    return [day in done and done[day] < fire(day, rule.at, rule.zone) for day in days]


class Fading(StrEnum):
    """What becomes of desk breaks that nobody answers."""

    STAY = "stay"
    HALVED = "halved"
    STOPPED = "stopped"


def fading(ignored: int) -> Fading:
    """What to do with desk breaks at the moment when that many in a row had no answer (R8)."""
    if ignored == IGNORED_BREAKS:
        return Fading.HALVED
    return Fading.STOPPED if ignored >= 2 * IGNORED_BREAKS else Fading.STAY
