"""How one reminder looks, and the choices for its time, days and last day."""

from datetime import datetime

from bot.dispatch.reply import Button, Reply, button, in_rows
from bot.views.reminders.requests import told
from content.wording.messages import Wording
from scheduler.calendar.recurrence import RecurrenceRule

HOURS = range(5, 23)
MINUTES = (0, 15, 30, 45)
WEEKS = (1, 2, 4, 8, 12)


def one(wording: Wording, slot: str, rule: RecurrenceRule, due: datetime | None) -> Reply:
    exact, repeat = int(not rule.exact), int(not rule.repeat)
    rows = [
        [
            button(wording, "reminder_time", f"r:{slot}:at"),
            button(wording, "reminder_week", f"r:{slot}:days"),
            button(wording, "reminder_end", f"r:{slot}:end"),
        ],
        [
            button(
                wording, "reminder_exact" if exact else "reminder_around", f"r:{slot}:exact:{exact}"
            )
        ],
        [
            button(
                wording,
                "reminder_repeat" if repeat else "reminder_once",
                f"r:{slot}:repeat:{repeat}",
            )
        ],
        [button(wording, "back", "r"), button(wording, "reminder_drop", f"r:{slot}:off")],
    ]
    return Reply(wording.message("reminder_one", **told(wording, rule), due=due), rows)


def hours(wording: Wording, slot: str) -> Reply:
    faces = [
        button(wording, "reminder_hour", f"r:{slot}:at:{each}", hour=f"{each}:00") for each in HOURS
    ]
    return Reply(
        wording.message("reminder_hour", hour=None),
        [*in_rows(faces, 6), [button(wording, "back", "r")]],
    )


def minutes(wording: Wording, slot: str, hour: int) -> Reply:
    faces = [
        button(wording, "reminder_hour", f"r:{slot}:at:{hour}:{each:02}", hour=f"{hour}:{each:02}")
        for each in MINUTES
    ]
    back = [button(wording, "back", f"r:{slot}:at")]
    return Reply(wording.message("reminder_hour", hour=hour), [faces, back])


def days(wording: Wording, slot: str, rule: RecurrenceRule) -> Reply:
    week = [
        Button(
            wording.label("ticked" if day in rule.days else "unticked", label=short),
            f"r:{slot}:days:{day}",
        )
        for day, short in enumerate(wording.words["weekdays"])
    ]
    quick = [
        button(wording, "weekdays", f"r:{slot}:days:weekdays"),
        button(wording, "every_day", f"r:{slot}:days:every"),
    ]
    text = wording.message("reminder_days", at=f"{rule.at:%H:%M}")
    return Reply(text, [week[:4], week[4:], quick, [button(wording, "back", f"r:{slot}")]])


def end(wording: Wording, slot: str, rule: RecurrenceRule) -> Reply:
    spans = [
        button(
            wording,
            "in_one_week" if weeks == 1 else "in_weeks",
            f"r:{slot}:end:{7 * weeks}",
            weeks=weeks,
        )
        for weeks in WEEKS
    ]
    rows = [*in_rows(spans, 3), [button(wording, "reminder_endless", f"r:{slot}:end:none")]]
    text = wording.message("reminder_end", until=rule.until)
    return Reply(text, [*rows, [button(wording, "back", f"r:{slot}")]])
