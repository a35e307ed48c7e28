"""How quiet hours look."""

from datetime import time

from bot.dispatch.reply import Button, Reply, button, in_rows
from bot.values.profile import hours_spoken
from content.wording.messages import Wording
from scheduler.calendar.quiet import Quiet

CHOICES = ("21:00-07:00", "22:00-06:00", "22:00-07:00", "23:00-07:00", "00:00-00:00")


def quiet(wording: Wording, now: Quiet) -> Reply:
    choices = [
        _choice(wording, each, *map(time.fromisoformat, each.split("-"))) for each in CHOICES
    ]
    text = wording.message("quiet", hours=quiet_spoken(wording, now))
    return Reply(text, [*in_rows(choices, 2), [button(wording, "back", "r")]])


def quiet_spoken(wording: Wording, quiet: Quiet) -> str | None:
    """None when there are no quiet hours."""
    return hours_spoken(wording, quiet.start, quiet.end) if quiet.start != quiet.end else None


def _choice(wording: Wording, span: str, start: time, end: time) -> Button:
    if start == end:
        return button(wording, "quiet_none", f"quiet:{span}")
    return button(wording, "quiet_hours", f"quiet:{span}", hours=hours_spoken(wording, start, end))
