"""Answers to runs."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.reply import Reply, button
from content.coaching.session.runs import Run
from content.wording.messages import Wording


def run_told(wording: Wording, run: Run, spared: Sequence[date], *, today: date) -> Reply:
    """`spared` are the days before it that stay free of strength."""
    text = wording.message(
        "run_told",
        done=run.done,
        kind=run.kind,
        day=run.day,
        today=today,
        km=f"{run.km:g}" if run.km else None,
        at=f"{run.at:%H:%M}" if run.at else None,
        spared=[f"{day:%A}" for day in spared],
    )
    return Reply(text, [[button(wording, "start_today", "start")]] if run.done else [])
