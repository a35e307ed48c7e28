"""Why a message came."""

from bot.dispatch.reply import Reply, button
from bot.views.reminders.requests import told
from content.wording.messages import Wording
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.desk_breaks import Breaks

MINUTE = 60


def why_sent(
    wording: Wording, kind: str, rule: RecurrenceRule | None, breaks: Breaks | None
) -> Reply:
    text = wording.message(
        "why_sent",
        kind=kind,
        reminder=told(wording, rule) if rule else None,
        every=breaks and round(breaks.every.total_seconds() / MINUTE),
    )
    return Reply(
        text, [[button(wording, "reminders", "r"), button(wording, "fewer_first", "fewer")]]
    )
