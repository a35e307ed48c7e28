"""Rules as their rows keep them, so that planning needs nothing but the row."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from scheduler.calendar.quiet import Quiet
from scheduler.calendar.recurrence import Occurrence, Pause, RecurrenceRule, next_occurrence
from scheduler.reminders.desk_breaks import Breaks, next_break

MINUTE = timedelta(minutes=1)


def stored(rule: RecurrenceRule) -> dict[str, Any]:
    """The rule as JSON values."""
    return {
        "at": f"{rule.at:%H:%M}",
        "days": sorted(rule.days),
        "zone": rule.zone,
        "until": _written(rule.until),
        "exact": rule.exact,
        "repeat": rule.repeat,
        "pauses": _stored_pauses(rule.pauses),
        **_seldom(rule),
    }


def _seldom(rule: RecurrenceRule) -> dict[str, Any]:
    """What few rules have, left out of the rows of all others."""
    said = {
        "weeks": rule.weeks if rule.weeks > 1 else None,
        "first": _written(rule.first),
        "skips": [day.isoformat() for day in sorted(rule.skips)],
        "silent": rule.silent,
    }
    return {name: value for name, value in said.items() if value}


def rule_of(data: Mapping[str, Any]) -> RecurrenceRule | None:
    """The rule that was stored; None for what comes only once, as a snooze does."""
    if not is_series(data):
        return None
    pauses = tuple(map(tuple, data.get("pauses", ())))
    flags = tuple(data.get(name, False) for name in ("exact", "repeat", "silent"))
    turn = data.get("weeks", 1), data.get("first"), tuple(data.get("skips", ()))
    kept = data["at"], tuple(data["days"]), data["zone"], data["until"], pauses
    return _rule(kept, flags, turn)


@lru_cache(1 << 12)  # a thousand runners share a rule
def _rule(kept: tuple[Any, ...], flags: tuple[bool, ...], turn: tuple[Any, ...]) -> RecurrenceRule:
    at, days, zone, until, pauses = kept
    exact, repeat, silent = flags
    weeks, first, skips = turn
    return RecurrenceRule(
        at=time.fromisoformat(at),
        days=frozenset(days),
        zone=zone,
        until=_date(until),
        pauses=_pauses(pauses),
        exact=exact,
        repeat=repeat,
        weeks=weeks,
        first=_date(first),
        skips=frozenset(map(date.fromisoformat, skips)),
        silent=silent,
    )


def is_series(data: Mapping[str, Any]) -> bool:
    """Whether a rule is kept there that gives each local date one occurrence at most."""
    return "days" in data


def stored_breaks(breaks: Breaks) -> dict[str, Any]:
    """Desk breaks as JSON values."""
    return {
        "every": breaks.every // MINUTE,
        "hours": [f"{each:%H:%M}" for each in (breaks.start, breaks.end)],
        "workdays": sorted(breaks.days),
        "zone": breaks.zone,
        "quiet": [f"{each:%H:%M}" for each in (breaks.quiet.start, breaks.quiet.end)],
        "pauses": _stored_pauses(breaks.pauses),
    }


def breaks_of(data: Mapping[str, Any]) -> Breaks | None:
    """The desk breaks that were stored, if any."""
    if "every" not in data:
        return None
    start, end = map(time.fromisoformat, data["hours"])
    return Breaks(
        every=data["every"] * MINUTE,
        zone=data["zone"],
        start=start,
        end=end,
        days=frozenset(data["workdays"]),
        quiet=Quiet(*map(time.fromisoformat, data["quiet"])),
        pauses=_pauses(data["pauses"]),
    )


def following(data: Mapping[str, Any], served: date | None, now: datetime) -> Occurrence | None:
    """What comes after an occurrence that is handed over now; None if nothing does."""
    if breaks := breaks_of(data):
        return next_break(breaks, now, now)
    rule = rule_of(data)
    return _following(rule, served, now) if rule else None


_following = lru_cache(1 << 12)(next_occurrence)  # a batch is mostly the same few questions


def _stored_pauses(pauses: Sequence[Pause]) -> list[list[str | None]]:
    return [[_written(each.until), _written(each.since)] for each in pauses]


def _pauses(kept: Sequence[Sequence[str | None]]) -> tuple[Pause, ...]:
    return tuple(Pause(date.fromisoformat(until), _date(since)) for until, since in kept if until)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
