"""How the log answers: what was noted, the week so far, one small next step."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.dispatch.reply import Reply, button
from bot.views.care.care import scale
from content.coaching.review.figures import ProgressFigures
from content.wording.messages import message, opener, words
from scheduler.calendar.days import week_of
from scheduler.log.entries import LogEntry, Logged, LogRefusal, Status, Week

MARKS = {Status.DONE: "done", Status.PARTIAL: "partial", Status.EXCUSED: "excused"}


def logged(
    status: Status,
    result: Logged,
    day: date,
    *,
    today: date,
    week: Week,
    streak: int,
    more: bool = False,
) -> Reply:
    text = message(
        "logged",
        status=status.value,
        already=result.already,
        opener=opener(status.value, day),
        day=day,
        today=today,
        minutes=result.entry.minutes if result.entry else None,
        **week_line(week, streak, today),
    )
    rows = [button("undo", "undo"), button("progress", "progress")]
    extra = [button("one_more", "more")] if more else []
    return Reply(text, [extra, rows[1:] if result.already else rows])


def asking_why(reply: Reply, day: date) -> Reply:
    """The same with reasons for a day off, each one tap."""
    why = [[button(name, f"excuse:{name}:{day}") for name in ("ill", "travel", "rest", "time")]]
    return Reply(reply.text, (*why, *reply.buttons))


def asking_soreness(reply: Reply) -> Reply:
    """The same with the scale below, for one tap."""
    return Reply(f"{reply.text}\n\n{message('how_sore')}", (*scale("after"), *reply.buttons))


def week_line(week: Week, streak: int, today: date) -> dict[str, object]:
    left = max(week.goal - week.done, 0)
    return {"marks": _marks(week.days, today), "week": week, "left": left, "streak": streak}


def _marks(days: Sequence[Status | None], today: date) -> list[tuple[str, str]]:
    shown = words()["marks"]
    return [
        (
            name,
            shown[MARKS[status]]
            if status in MARKS
            else shown["ahead" if n > today.weekday() else "open"],
        )
        for n, (name, status) in enumerate(zip(words()["weekdays"], days, strict=True))
    ]


def mark(entry: LogEntry | None) -> str:
    """The mark of one day."""
    shown = words()["marks"]
    return str(shown[MARKS.get(entry.status, "open") if entry else "open"])


def marks(figures: ProgressFigures) -> list[tuple[str, str]]:
    """Each day of this week with its mark."""
    monday = week_of(figures.today)
    days = [figures.days.get(monday + timedelta(days=n)) for n in range(7)]
    return _marks([Status(each) if each else None for each in days], figures.today)


def undone(entry: LogEntry | None, week: Week, today: date) -> Reply:
    text = message("undone", entry=entry, today=today, **week_line(week, 0, today))
    return Reply(text, [[button("today", "today")]])


def cleared(day: date, week: Week, today: date) -> Reply:
    """A day that the log says nothing of any more."""
    text = message("cleared", day=day, today=today, **week_line(week, 0, today))
    return Reply(text, [[button("today", "today"), button("edit_days", "days")]])


def refused(refusal: LogRefusal) -> Reply:
    return Reply(message("log_refused", refusal=refusal.value))


def missed() -> Reply:
    return Reply(message("missed"), [[button("today", "today")]])


def later(day: date | None) -> Reply:
    """Nothing to log; a day that was named comes with the offer to ask again then."""
    offer = [[button("ask_then", f"say:snooze until {day:%A}")]] if day else []
    return Reply(message("later"), offer)
