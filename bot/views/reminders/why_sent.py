"""Why a message came."""

from bot.dispatch.reply import Reply, button
from bot.views.reminders.requests import told
from content.wording.messages import message
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.desk_breaks import Breaks

MINUTE = 60


def why_sent(kind: str, rule: RecurrenceRule | None, breaks: Breaks | None) -> Reply:
    text = message(
        "why_sent",
        kind=kind,
        reminder=told(rule) if rule else None,
        every=breaks and round(breaks.every.total_seconds() / MINUTE),
    )
    return Reply(text, [[button("reminders", "r"), button("fewer_first", "fewer")]])
