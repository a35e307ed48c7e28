"""How the log answers: what was noted, the week so far, one small next step."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.dispatch.reply import Reply, button
from bot.values.praise import Praise
from bot.views.care.soreness import scale
from bot.views.care.still_rests import below
from content.coaching.review.figures import ProgressFigures
from content.screening.after_flag.complaints import Complaint
from content.wording.messages import Wording
from scheduler.calendar.days import week_of
from scheduler.log.entries import LogEntry, Logged, LogRefusal, Status, Week

MARKS = {Status.DONE: "done", Status.PARTIAL: "partial", Status.EXCUSED: "excused"}


def logged(
    wording: Wording,
    status: Status,
    result: Logged,
    day: date,
    *,
    today: date,
    week: Week,
    streak: int,
    praise: Praise,
    more: bool = False,
    stands: Complaint | None = None,
) -> Reply:
    """`stands` is the complaint that rests everything: no praise, no next step."""
    text = wording.message(
        "logged",
        status=status.value,
        already=result.already,
        forbidden=stands is not None,
        opener=wording.opener(status.value, day),
        milestone=praise.milestone,
        number=praise.number,
        day=day,
        today=today,
        minutes=result.entry.minutes if result.entry else None,
        **week_line(wording, week, streak, today),
    )
    rows = [button(wording, "undo", "undo"), button(wording, "progress", "progress")]
    extra = [button(wording, "one_more", "more")] if more else []
    shown = Reply(text, [extra, rows[1:] if result.already else rows])
    return below(wording, shown, stands) if stands else shown


def asking_why(wording: Wording, reply: Reply, day: date) -> Reply:
    """The same with reasons for a day off, each one tap."""
    why = [
        [
            button(wording, name, f"excuse:{name}:{day}")
            for name in ("ill", "travel", "rest", "time")
        ]
    ]
    return Reply(reply.text, (*why, *reply.buttons))


def asking_soreness(wording: Wording, reply: Reply) -> Reply:
    """The same with the scale below, for one tap."""
    return Reply(
        f"{reply.text}\n\n{wording.message('how_sore')}", (*scale(wording, "after"), *reply.buttons)
    )


def week_line(wording: Wording, week: Week, streak: int, today: date) -> dict[str, object]:
    return {
        "marks": _marks(wording, week.days, today, week.absent),
        "week": week,
        "left": week.left,
        "in_reach": week.in_reach(today),
        "streak": streak,
    }


def _marks(
    wording: Wording, days: Sequence[Status | None], today: date, absent: int
) -> list[tuple[str, str]]:
    """A mark for each day; those before the runner came are none that was missed."""
    shown = wording.words["marks"]
    open_ = [
        "before" if n < absent else "ahead" if n > today.weekday() else "open" for n in range(7)
    ]
    return [
        (name, shown[MARKS.get(status, other) if status else other])
        for name, status, other in zip(wording.words["weekdays"], days, open_, strict=True)
    ]


def mark(wording: Wording, entry: LogEntry | None) -> str:
    """The mark of one day."""
    shown = wording.words["marks"]
    return str(shown[MARKS.get(entry.status, "open") if entry else "open"])


def marks(wording: Wording, figures: ProgressFigures) -> list[tuple[str, str]]:
    """Each day of this week with its mark."""
    monday = week_of(figures.today)
    days = [figures.days.get(monday + timedelta(days=n)) for n in range(7)]
    absent = max((figures.since - monday).days, 0)
    return _marks(wording, [Status(each) if each else None for each in days], figures.today, absent)


def undone(
    wording: Wording,
    gone: Sequence[LogEntry],
    week: Week,
    today: date,
    *,
    stays: Sequence[LogEntry] = (),
    back: Sequence[LogEntry] = (),
) -> Reply:
    """`stays` is what those days have without the entries that are `gone`, `back` what others
    have again.
    """
    text = wording.message(
        "undone",
        gone=gone,
        stays=stays,
        back=back,
        on_top=_on_top(gone[0], stays[0]) if gone and stays else 0,
        today=today,
        **week_line(wording, week, 0, today),
    )
    return Reply(text, [[button(wording, "today", "today")]])


def about_undo(
    wording: Wording, of: str | None, entries: Sequence[tuple[date, str]], today: date
) -> Reply:
    """What was taken back last, and how that is done."""
    told = [{"day": day, "status": status} for day, status in entries]
    text = wording.message("about_undo", of=of, entries=told, today=today)
    return Reply(text, [[button(wording, "edit_days", "days")]])


def _on_top(entry: LogEntry, stays: LogEntry) -> int:
    """Minutes that the day had more with an entry that changed nothing else of it."""
    if entry.status is not stays.status or not stays.minutes:
        return 0
    return max((entry.minutes or 0) - stays.minutes, 0)


def cleared(wording: Wording, day: date, week: Week, today: date) -> Reply:
    """A day that the log says nothing of any more."""
    text = wording.message("cleared", day=day, today=today, **week_line(wording, week, 0, today))
    return Reply(text, [[button(wording, "today", "today"), button(wording, "edit_days", "days")]])


def refused(wording: Wording, refusal: LogRefusal) -> Reply:
    return Reply(wording.message("log_refused", refusal=refusal.value))


def missed(wording: Wording) -> Reply:
    return Reply(wording.message("missed"), [[button(wording, "today", "today")]])


def later(wording: Wording, day: date | None) -> Reply:
    """Nothing to log; a day that was named comes with the offer to ask again then."""
    offer = [[button(wording, "ask_then", f"say:snooze until {day:%A}")]] if day else []
    return Reply(wording.message("later"), offer)
