"""The figures of operations, for a chat and for the command line."""

import math
from collections.abc import Sequence
from datetime import timedelta

from bot.dispatch.reply import Reply
from content.wording.messages import Wording
from scheduler.calendar.zones import local
from scheduler.planning.forecast import Hour
from storage.queries.operations import OperationFigures

BUSIEST = 3
MINUTE = timedelta(minutes=1)


def admin(wording: Wording, figures: OperationFigures, hours: Sequence[Hour], rate: float) -> Reply:
    busiest = sorted(hours, key=lambda hour: hour.wait, reverse=True)[:BUSIEST]
    return Reply(
        wording.message(
            "admin",
            updates=figures.updates,
            letters=figures.outbox,
            minutes=round(figures.outbox.age / MINUTE),
            overdue=figures.overdue,
            failed=figures.failed,
            dead=figures.dead,
            unsure=figures.unsure,
            hours=[forecast_line(wording, hour, rate) for hour in busiest],
        )
    )


def forecast_line(wording: Wording, hour: Hour, rate: float) -> str:
    """As “Monday 07:00 Berlin: 41,000 due, 25 min at 28/s”."""
    at = local(hour.peak.at, hour.peak.zone)
    return wording.message(
        "forecast",
        at=at,
        place=hour.peak.zone.rpartition("/")[2].replace("_", " "),
        due=hour.due,
        minutes=math.ceil(hour.wait / MINUTE),
        rate=f"{rate:g}",
    )
