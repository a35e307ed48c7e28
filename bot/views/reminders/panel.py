"""How one reminder looks, and the choices for its time, days and last day."""

from datetime import datetime

from bot.dispatch.reply import Button, Reply, button
from bot.views.onboarding.questions import in_rows
from bot.views.reminders.requests import told
from content.wording.messages import label, message, words
from scheduler.calendar.recurrence import RecurrenceRule

HOURS = range(5, 23)
MINUTES = (0, 15, 30, 45)
WEEKS = (1, 2, 4, 8, 12)


def one(slot: str, rule: RecurrenceRule, due: datetime | None) -> Reply:
    exact, repeat = int(not rule.exact), int(not rule.repeat)
    rows = [
        [
            button("reminder_time", f"r:{slot}:at"),
            button("reminder_week", f"r:{slot}:days"),
            button("reminder_end", f"r:{slot}:end"),
        ],
        [button("reminder_exact" if exact else "reminder_around", f"r:{slot}:exact:{exact}")],
        [button("reminder_repeat" if repeat else "reminder_once", f"r:{slot}:repeat:{repeat}")],
        [button("back", "r"), button("reminder_drop", f"r:{slot}:off")],
    ]
    return Reply(message("reminder_one", **told(rule), due=due), rows)


def hours(slot: str) -> Reply:
    faces = [button("reminder_hour", f"r:{slot}:at:{each}", hour=f"{each}:00") for each in HOURS]
    return Reply(message("reminder_hour", hour=None), [*in_rows(faces, 6), [button("back", "r")]])


def minutes(slot: str, hour: int) -> Reply:
    faces = [
        button("reminder_hour", f"r:{slot}:at:{hour}:{each:02}", hour=f"{hour}:{each:02}")
        for each in MINUTES
    ]
    back = [button("back", f"r:{slot}:at")]
    return Reply(message("reminder_hour", hour=hour), [faces, back])


def days(slot: str, rule: RecurrenceRule) -> Reply:
    week = [
        Button(
            label("ticked" if day in rule.days else "unticked", label=short), f"r:{slot}:days:{day}"
        )
        for day, short in enumerate(words()["weekdays"])
    ]
    quick = [
        button("weekdays", f"r:{slot}:days:weekdays"),
        button("every_day", f"r:{slot}:days:every"),
    ]
    text = message("reminder_days", at=f"{rule.at:%H:%M}")
    return Reply(text, [week[:4], week[4:], quick, [button("back", f"r:{slot}")]])


def end(slot: str, rule: RecurrenceRule) -> Reply:
    spans = [
        button(
            "in_one_week" if weeks == 1 else "in_weeks", f"r:{slot}:end:{7 * weeks}", weeks=weeks
        )
        for weeks in WEEKS
    ]
    rows = [*in_rows(spans, 3), [button("reminder_endless", f"r:{slot}:end:none")]]
    text = message("reminder_end", until=rule.until)
    return Reply(text, [*rows, [button("back", f"r:{slot}")]])
