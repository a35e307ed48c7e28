"""How a snooze is told."""

from datetime import datetime

from bot.dispatch.reply import Reply, button
from content.wording.messages import message
from scheduler.reminders.snooze import SnoozeRefusal


def snoozed(due: datetime, *, later: bool, series: bool, often: bool) -> Reply:
    text = message("snoozed", due=due, tomorrow=later, series=series, often=often)
    rows = [[button("start", "start")]]
    if often:
        rows.append([button("not_today", "rest"), button("reminders", "r")])
    return Reply(text, rows)


def refused(why: SnoozeRefusal) -> Reply:
    return Reply(message("snooze_refused", why=why.value), [[button("snooze_20", "snooze:20")]])
