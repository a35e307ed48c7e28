"""How reminders are told."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.dispatch.reply import Reply, button
from bot.values.overview import Overview
from bot.values.profile import days_spoken, hours_spoken
from bot.views.reminders.quiet_hours import quiet_spoken
from content.wording.messages import Wording
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.desk_breaks import Breaks
from scheduler.reminders.slots import SERIES
from scheduler.reminders.snooze import SnoozeRefusal


def overview(wording: Wording, seen: Overview) -> Reply:
    text = wording.message(
        "reminders",
        reminders=[told(wording, rule) for rule in seen.rules.values()],
        once=seen.once,
        due=seen.due,
        paused_until=seen.paused_until,
        away=seen.away,
        breaks=seen.breaks and _breaks(wording, seen.breaks),
        quiet=quiet_spoken(wording, seen.quiet),
    )
    lines = [
        button(wording, "reminder_one", f"r:{slot}", at=f"{rule.at:%H:%M}")
        for slot, rule in seen.rules.items()
    ]
    add = "reminder_add" if seen.rules else "reminder_first"
    more = [button(wording, add, "r:add")] if len(seen.rules) < len(SERIES) else []
    rest = (
        button(wording, "resume", "resume")
        if seen.paused_until
        else button(wording, "pause_week", "pause:7")
    )
    return Reply(
        text,
        [lines, more, [button(wording, "breaks", "b"), button(wording, "quiet", "quiet")], [rest]],
    )


def told(wording: Wording, rule: RecurrenceRule) -> dict[str, object]:
    """A rule in words, for the templates that tell of one."""
    return {
        "at": f"{rule.at:%H:%M}",
        "days": days_spoken(wording, sorted(rule.days)),
        "exact": rule.exact,
        "until": rule.until,
        "repeat": rule.repeat,
        "weeks": rule.weeks,
        "skips": sorted(rule.skips),
        "silent": rule.silent,
    }


def _breaks(wording: Wording, breaks: Breaks) -> dict[str, object]:
    return {
        "every": round(breaks.every.total_seconds() / 60),
        "hours": hours_spoken(wording, breaks.start, breaks.end),
        "days": days_spoken(wording, sorted(breaks.days)),
    }


def confirmed(
    wording: Wording,
    slot: str,
    rule: RecurrenceRule,
    number: int | None,
    due: datetime | None,
    *,
    guessed: bool,
    ended: date | None,
) -> Reply:
    """`ended` is when a pause would have ended that this wish has cut short."""
    text = wording.message(
        "reminder_set",
        **told(wording, rule),
        number=number,
        due=due,
        guessed=guessed,
        resumed=ended is not None,
    )
    keep = [button(wording, "keep_pause", f"pause:{ended}")] if ended else []
    change = button(wording, "reminder_one", f"r:{slot}", at=f"{rule.at:%H:%M}")
    return Reply(text, [keep, [change, button(wording, "reminders", "r")]])


def days_noted(wording: Wording, days: str) -> Reply:
    unset = {"exact": False, "repeat": False, "silent": False, "weeks": 1, "skips": []}
    nothing = {"number": None, "until": None, "due": None, **unset}
    text = wording.message(
        "reminder_set", at=None, days=days, guessed=False, resumed=False, **nothing
    )
    return Reply(text, [[button(wording, "reminder_first", "r:add")]])


def once(
    wording: Wording, due: datetime, series: str | None, *, today: bool, guessed: bool
) -> Reply:
    text = wording.message("reminder_once", due=due, today=today, series=series, guessed=guessed)
    return Reply(text, [[button(wording, "reminders", "r")]])


def over(wording: Wording, why: SnoozeRefusal) -> Reply:
    return Reply(wording.message("snooze_refused", why=why.value))


def full(wording: Wording, times: Sequence[str]) -> Reply:
    return Reply(
        wording.message("reminder_full", times=", ".join(times)),
        [[button(wording, "reminders", "r")]],
    )


def zone_first(wording: Wording) -> Reply:
    return Reply(wording.message("zone_first"), [[button(wording, "my_city", "set:zone")]])


def off(wording: Wording, at: str | None, left: Sequence[str]) -> Reply:
    return Reply(
        wording.message("reminder_off", at=at, left=left), [[button(wording, "reminders", "r")]]
    )


def paused(
    wording: Wording,
    until: date,
    since: date | None = None,
    why: str | None = None,
    programme: tuple[str, date] | None = None,
) -> Reply:
    """`programme` is the one that waits meanwhile, and the new last day of its week."""
    name, end = programme or (None, None)
    text = wording.message("paused", until=until, since=since, why=why, programme=name, end=end)
    return Reply(text, [[button(wording, "resume", "resume")]])


def bad_time(wording: Wording) -> Reply:
    return Reply(wording.message("bad_time"))


def cannot(wording: Wording, topic: str, said: str) -> Reply:
    return Reply(
        wording.message("cannot", topic=topic, said=said), [[button(wording, "reminders", "r")]]
    )


def run_first(wording: Wording) -> Reply:
    return Reply(
        wording.message("run_first"),
        [[button(wording, "run_days", "set:run_days"), button(wording, "run_at", "set:run_at")]],
    )


def which_time(wording: Wording, day: date, usual: str | None) -> Reply:
    text = wording.message("which_time", day=day, usual=usual)
    return Reply(text, [[button(wording, "reminders", "r")]])


def hushed(wording: Wording, until: datetime) -> Reply:
    return Reply(wording.message("hushed", until=until), [[button(wording, "reminders", "r")]])
