"""A reminder as it becomes by what was said of it. Pure."""

from dataclasses import replace
from datetime import datetime, time

from content.catalog.profile import Profile
from content.intents.meaning import Meaning
from scheduler.calendar.recurrence import RecurrenceRule, begin
from scheduler.calendar.zones import local

DAY_MINUTES = 24 * 60
WEEK = frozenset(range(7))


def goes_by_run(wish: Meaning) -> bool:
    """Is this told by the run, so that its time or its days have to be known?"""
    return wish.run is not None or wish.run_days is not None


def run_known(wish: Meaning, profile: Profile) -> bool:
    return bool(profile.run_days) and (wish.run is None or profile.run_at is not None)


def wished(
    wish: Meaning, rule: RecurrenceRule | None, profile: Profile, now: datetime
) -> RecurrenceRule | None:
    """The rule with what was said of it; None while it has no time."""
    at = _at(wish, rule, profile)
    if rule is None or at is None:
        return None
    today = local(now, rule.zone).date()
    over = rule.until is not None and rule.until < today
    changed = replace(
        rule,
        at=at,
        days=_days(wish, rule, profile),
        until=wish.until or (None if over else rule.until),
        exact=rule.exact if wish.exact is None else wish.exact,
        silent=rule.silent if wish.silent is None else wish.silent,
        skips=frozenset(day for day in (*rule.skips, *wish.skips) if day >= today),
    )
    return _in_turn(wish, changed, now)


def _at(wish: Meaning, rule: RecurrenceRule | None, profile: Profile) -> time | None:
    """The time that was said, or what it was moved by, or what the run says."""
    if wish.at:
        return wish.at
    if wish.run is not None and profile.run_at:
        return _shifted(profile.run_at, wish.run)
    if rule is None:
        return None
    return rule.at if wish.shift is None else _shifted(rule.at, wish.shift)


def _shifted(at: time, minutes: int) -> time:
    """Earlier or later by what was said; it stays within its day."""
    shifted = at.hour * 60 + at.minute + minutes
    return time(*divmod(min(max(shifted, 0), DAY_MINUTES - 1), 60))


def _days(wish: Meaning, rule: RecurrenceRule, profile: Profile) -> frozenset[int]:
    runs = frozenset(profile.run_days)
    if wish.run is not None or wish.run_days:
        return runs
    if wish.run_days is False:
        return WEEK - runs or rule.days
    if wish.at is None and wish.others:  # some days get a time of their own
        return rule.days - {day for _, days in wish.others for day in days} or rule.days
    return wish.days or rule.days


def _in_turn(wish: Meaning, rule: RecurrenceRule, now: datetime) -> RecurrenceRule:
    """Every so many weeks, counted from the next time; days without weeks mean every week."""
    if wish.weeks is None:
        return replace(rule, weeks=1, first=None) if wish.days else rule
    weekly = replace(rule, weeks=1, first=None)
    following = begin(weekly, None, now)
    return replace(weekly, weeks=wish.weeks, first=following.day) if following else weekly
