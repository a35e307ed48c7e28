"""How reminders are told."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.dispatch.reply import Reply, button
from bot.values.overview import Overview
from bot.values.profile import days_spoken, hours_spoken
from bot.views.reminders.quiet_hours import quiet_spoken
from content.wording.messages import message
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.desk_breaks import Breaks
from scheduler.reminders.slots import SERIES
from scheduler.reminders.snooze import SnoozeRefusal


def overview(seen: Overview) -> Reply:
    text = message(
        "reminders",
        reminders=[told(rule) for rule in seen.rules.values()],
        once=seen.once,
        due=seen.due,
        paused_until=seen.paused_until,
        away=seen.away,
        breaks=seen.breaks and _breaks(seen.breaks),
        quiet=quiet_spoken(seen.quiet),
    )
    lines = [
        button("reminder_one", f"r:{slot}", at=f"{rule.at:%H:%M}")
        for slot, rule in seen.rules.items()
    ]
    add = "reminder_add" if seen.rules else "reminder_first"
    more = [button(add, "r:add")] if len(seen.rules) < len(SERIES) else []
    rest = button("resume", "resume") if seen.paused_until else button("pause_week", "pause:7")
    return Reply(text, [lines, more, [button("breaks", "b"), button("quiet", "quiet")], [rest]])


def told(rule: RecurrenceRule) -> dict[str, object]:
    """A rule in words, for the templates that tell of one."""
    return {
        "at": f"{rule.at:%H:%M}",
        "days": days_spoken(sorted(rule.days)),
        "exact": rule.exact,
        "until": rule.until,
        "repeat": rule.repeat,
    }


def _breaks(breaks: Breaks) -> dict[str, object]:
    return {
        "every": round(breaks.every.total_seconds() / 60),
        "hours": hours_spoken(breaks.start, breaks.end),
        "days": days_spoken(sorted(breaks.days)),
    }


def confirmed(
    slot: str,
    rule: RecurrenceRule,
    number: int | None,
    due: datetime | None,
    *,
    guessed: bool,
    ended: date | None,
) -> Reply:
    """`ended` is when a pause would have ended that this wish has cut short."""
    text = message(
        "reminder_set",
        **told(rule),
        number=number,
        due=due,
        guessed=guessed,
        resumed=ended is not None,
    )
    keep = [button("keep_pause", f"pause:{ended}")] if ended else []
    change = button("reminder_one", f"r:{slot}", at=f"{rule.at:%H:%M}")
    return Reply(text, [keep, [change, button("reminders", "r")]])


def days_noted(days: str) -> Reply:
    nothing = {"number": None, "exact": False, "until": None, "repeat": False, "due": None}
    text = message("reminder_set", at=None, days=days, guessed=False, resumed=False, **nothing)
    return Reply(text, [[button("reminder_first", "r:add")]])


def once(due: datetime, series: str | None, *, today: bool, guessed: bool) -> Reply:
    text = message("reminder_once", due=due, today=today, series=series, guessed=guessed)
    return Reply(text, [[button("reminders", "r")]])


def over(why: SnoozeRefusal) -> Reply:
    return Reply(message("snooze_refused", why=why.value))


def full(times: Sequence[str]) -> Reply:
    return Reply(message("reminder_full", times=", ".join(times)), [[button("reminders", "r")]])


def zone_first() -> Reply:
    return Reply(message("zone_first"), [[button("settings", "set:zone")]])


def off(at: str | None, left: Sequence[str]) -> Reply:
    return Reply(message("reminder_off", at=at, left=left), [[button("reminders", "r")]])


def paused(
    until: date,
    since: date | None = None,
    why: str | None = None,
    programme: tuple[str, date] | None = None,
) -> Reply:
    """`programme` is the one that waits meanwhile, and the new last day of its week."""
    name, end = programme or (None, None)
    text = message("paused", until=until, since=since, why=why, programme=name, end=end)
    return Reply(text, [[button("resume", "resume")]])


def bad_time() -> Reply:
    return Reply(message("bad_time"))
