"""The last days of the log, as buttons that change them."""

from collections.abc import Mapping
from datetime import date

from bot.dispatch.reply import Button, Reply, button
from bot.views.log.done import mark
from bot.views.onboarding.questions import in_rows
from content.wording.messages import label, message
from scheduler.log.entries import LogEntry

PER_ROW = 4


def days(lately: Mapping[date, LogEntry | None]) -> Reply:
    told = [_told(each, entry) for each, entry in lately.items()]
    shown = [
        Button(label("log_day", day=f"{each:%a %-d}", mark=mark(entry)), f"day:{each}")
        for each, entry in lately.items()
    ]
    return Reply(message("days", days=told), in_rows(shown, PER_ROW))


def day(meant: date, entry: LogEntry | None) -> Reply:
    rows = [
        [button("done", f"day:{meant}:done"), button("half", f"day:{meant}:half")],
        [button(name, f"day:{meant}:{name}") for name in ("rest", "ill", "travel")],
        [button("clear_day", f"day:{meant}:clear"), button("days_again", "days")],
    ]
    return Reply(message("day", day=_told(meant, entry)), rows)


def _told(day: date, entry: LogEntry | None) -> dict[str, object]:
    return {
        "date": day,
        "mark": mark(entry),
        "status": entry.status.value if entry else "open",
        "minutes": entry.minutes if entry else None,
    }
