"""How a snooze is told."""

from datetime import datetime

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording
from scheduler.reminders.snooze import SnoozeRefusal


def snoozed(wording: Wording, due: datetime, *, later: bool, series: bool, often: bool) -> Reply:
    text = wording.message("snoozed", due=due, tomorrow=later, series=series, often=often)
    rows = [[button(wording, "start", "start")]]
    if often:
        rows.append([button(wording, "not_today", "rest"), button(wording, "reminders", "r")])
    return Reply(text, rows)


def refused(wording: Wording, why: SnoozeRefusal) -> Reply:
    return Reply(
        wording.message("snooze_refused", why=why.value),
        [[button(wording, "snooze_20", "snooze:20")]],
    )
