"""The last days of the log, as buttons that change them."""

from collections.abc import Mapping
from datetime import date

from bot.dispatch.reply import Button, Reply, button, in_rows
from bot.views.log.done import mark, week_line
from content.wording.messages import Wording
from scheduler.log.entries import LogEntry, Week

PER_ROW = 4


def days(wording: Wording, lately: Mapping[date, LogEntry | None]) -> Reply:
    told = [_told(wording, each, entry) for each, entry in lately.items()]
    shown = [
        Button(
            wording.label("log_day", day=f"{each:%a %-d}", mark=mark(wording, entry)), f"day:{each}"
        )
        for each, entry in lately.items()
    ]
    return Reply(wording.message("days", days=told), in_rows(shown, PER_ROW))


def day(wording: Wording, meant: date, entry: LogEntry | None) -> Reply:
    rows = [
        [
            button(wording, "done", f"day:{meant}:done"),
            button(wording, "half", f"day:{meant}:half"),
        ],
        [button(wording, name, f"day:{meant}:{name}") for name in ("rest", "ill", "travel")],
        [button(wording, "clear_day", f"day:{meant}:clear"), button(wording, "days_again", "days")],
    ]
    return Reply(wording.message("day", day=_told(wording, meant, entry)), rows)


def moved(wording: Wording, since: date, stands: LogEntry, week: Week, today: date) -> Reply:
    """What was logged for one day counts for another one."""
    text = wording.message(
        "moved_log",
        since=since,
        day=stands.day,
        status=stands.status.value,
        minutes=stands.minutes,
        today=today,
        **week_line(wording, week, 0, today),
    )
    return Reply(text, [[button(wording, "undo", "undo"), button(wording, "edit_days", "days")]])


def _told(wording: Wording, day: date, entry: LogEntry | None) -> dict[str, object]:
    return {
        "date": day,
        "mark": mark(wording, entry),
        "status": entry.status.value if entry else "open",
        "minutes": entry.minutes if entry else None,
    }
