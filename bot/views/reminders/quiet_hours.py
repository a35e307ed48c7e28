"""How quiet hours look."""

from datetime import time

from bot.dispatch.reply import Button, Reply, button
from bot.values.profile import hours_spoken
from bot.views.onboarding.questions import in_rows
from content.wording.messages import message
from scheduler.calendar.quiet import Quiet

CHOICES = ("21:00-07:00", "22:00-06:00", "22:00-07:00", "23:00-07:00", "00:00-00:00")


def quiet(now: Quiet) -> Reply:
    choices = [_choice(each, *map(time.fromisoformat, each.split("-"))) for each in CHOICES]
    text = message("quiet", hours=quiet_spoken(now))
    return Reply(text, [*in_rows(choices, 2), [button("back", "r")]])


def quiet_spoken(quiet: Quiet) -> str | None:
    """None when there are no quiet hours."""
    return hours_spoken(quiet.start, quiet.end) if quiet.start != quiet.end else None


def _choice(span: str, start: time, end: time) -> Button:
    if start == end:
        return button("quiet_none", f"quiet:{span}")
    return button("quiet_hours", f"quiet:{span}", hours=hours_spoken(start, end))
