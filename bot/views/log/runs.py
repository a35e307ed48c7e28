"""Answers to runs."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.reply import DATA_BYTES, Button, Reply, button, in_rows
from bot.views.care.still_rests import below
from content.coaching.session.runs import Run
from content.screening.after_flag.complaints import Complaint
from content.wording.messages import Wording


def run_told(
    wording: Wording,
    run: Run,
    spared: Sequence[date],
    *,
    today: date,
    was: date | None = None,
    instead: float | None = None,
    stands: Complaint | None = None,
) -> Reply:
    """`spared` are the days before it that stay free of strength; `was` is its day until now,
    `instead` how far a run that is told otherwise now had been, in kilometres.

    `stands` is the complaint that forbids running.
    """
    text = wording.message(
        "run_told",
        done=run.done,
        kind=run.kind,
        day=run.day,
        today=today,
        km=f"{run.km:g}" if run.km else None,
        at=f"{run.at:%H:%M}" if run.at else None,
        spared=[f"{day:%A}" for day in spared],
        was=was,
        instead=f"{instead:g}" if instead else None,
        forbidden=stands is not None,
    )
    start = [button(wording, "start_today", "start")] if run.done and stands is None else []
    shown = Reply(text, [start, [button(wording, "undo", f"run-off:{run.day}")]])
    return below(wording, shown, stands) if stands else shown


def run_off(wording: Wording, *days: date) -> Reply:
    """No run on those days after all; none where none was planned."""
    alone = f"run-back:{days[0]}" if len(days) == 1 else "undo"
    back = [button(wording, "put_back", alone)] if days else []
    text = wording.message("run_off", days=[f"{day:%A, %-d %B}" for day in days])
    return Reply(text, [back, [button(wording, "today", "today")]])


def run_back(wording: Wording, day: date, km: float | None = None) -> Reply:
    """What was taken out, or was told otherwise, counts again."""
    text = wording.message("run_back", day=day, km=f"{km:g}" if km else None)
    return Reply(text, [[button(wording, "undo", f"run-off:{day}")]])


def carried(wish: str) -> str:
    """The wish, if a button can hold it."""
    return wish if len(f"run-today:soon:{wish}".encode()) <= DATA_BYTES else ""


def run_soon(wording: Wording, wish: str) -> Reply:
    """Asked before anything is held still; the buttons carry the `wish` along if it fits."""
    kept = carried(wish)
    shown = [
        button(wording, "run_soon", f"run-today:soon:{kept}"),
        button(wording, "run_done", f"run-today:done:{kept}"),
        button(wording, "run_no", f"run-today:no:{kept}"),
    ]
    return Reply(wording.message("run_soon"), in_rows(shown, 1))


def run_known(wording: Wording, answer: str, wish: str) -> Reply:
    """What follows from it, and on with what was wished."""
    on = Button(wish[:1].upper() + wish[1:], f"say:{wish}") if wish else None
    return Reply(
        wording.message("run_known", answer=answer), [[on or button(wording, "today", "today")]]
    )
