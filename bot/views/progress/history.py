"""Days that are over, in figures and where there are few of them one by one."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.dispatch.reply import Reply, button
from bot.values.past_days import PastDays
from content.coaching.session.runs import Run
from content.wording.messages import Wording
from scheduler.log.entries import LogEntry, Week

DAY = timedelta(days=1)
FEW = 7  # runs that are told one by one


def history(
    wording: Wording,
    days: PastDays,
    names: Mapping[str, str],
    *,
    today: date,
    figure: str | None = None,
) -> Reply:
    """What is logged; `names` has the name of each card by its id, and `figure` is what was asked
    for: without one, and where days were missed, the sessions; else the runs.
    """
    text = wording.message(
        "history",
        days=days,
        span=_span(days, today),
        km=f"{days.km:g}",
        lines=[_line(each, names) for each in days.each],
        figure=figure,
        longest=_run(days.longest) if days.longest and days.runs > 1 else None,
        runs=[_run(each) for each in days.ran] if days.runs <= FEW else [],
        empty=[f"{each:%A}" for each in days.empty],
    )
    return _beside_progress(wording, text)


def last(wording: Wording, runs: Sequence[Run], session: date | None) -> Reply:
    """The newest runs, the last one first, and the day of the last session."""
    told = [_run(each) for each in runs]
    return _beside_progress(wording, wording.message("last_done", runs=told, session=session))


def ahead(wording: Wording, runs: Sequence[Run], week: Week, *, today: date) -> Reply:
    """The runs that come, and how far this week is."""
    told = [{**_run(each), "at": f"{each.at:%H:%M}" if each.at else None} for each in runs]
    text = wording.message("ahead", runs=told, today=today, done=week.done, goal=week.goal)
    return _beside_progress(wording, text)


def weeks(wording: Wording, this: PastDays, before: PastDays) -> Reply:
    """This week so far beside the last one."""
    text = wording.message("weeks", this=_figures(this), before=_figures(before))
    return _beside_progress(wording, text)


def _figures(days: PastDays) -> Mapping[str, object]:
    return {"done": days.done, "half": days.half, "runs": days.runs, "km": f"{days.km:g}"}


def _beside_progress(wording: Wording, text: str) -> Reply:
    shown = [button(wording, "progress", "progress"), button(wording, "today", "today")]
    return Reply(text, [shown])


def _run(run: Run) -> Mapping[str, object]:
    return {"date": run.day, "km": f"{run.km:g}" if run.km else None}


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
