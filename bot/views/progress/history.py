"""Days that are over, in figures and where there are few of them one by one."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.dispatch.reply import Reply, button
from bot.values.past_days import PastDays
from content.wording.messages import Wording
from scheduler.log.entries import LogEntry

DAY = timedelta(days=1)


def history(wording: Wording, days: PastDays, names: Mapping[str, str], *, today: date) -> Reply:
    """What is logged; `names` has the name of each card by its id."""
    text = wording.message(
        "history",
        days=days,
        span=_span(days, today),
        km=f"{days.km:g}",
        lines=[_line(each, names) for each in days.each],
    )
    return Reply(
        text, [[button(wording, "progress", "progress"), button(wording, "today", "today")]]
    )


def _span(days: PastDays, today: date) -> str:
    """How those days are called: today, day, month, old-month, year, days or all."""
    first, last = days.first, days.last
    if first is None:
        return "all"
    if first == last:
        return "today" if last == today else "day"
    whole = last == today or (last + DAY).day == 1
    if whole and first == last.replace(day=1):
        return "month" if last.year == today.year else "old-month"
    yearly = last == today or (last + DAY).replace(day=1).month == 1
    return "year" if yearly and first == last.replace(month=1, day=1) else "days"


def _line(entry: LogEntry, names: Mapping[str, str]) -> Mapping[str, object]:
    return {
        "date": entry.day,
        "status": entry.status.value,
        "minutes": entry.minutes,
        "moves": ", ".join(names[card] for card in entry.cards if card in names),
    }
