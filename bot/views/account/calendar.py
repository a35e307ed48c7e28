"""The plan as a file for a calendar."""

from typing import Any

from bot.dispatch.reply import Reply
from content.wording.messages import Wording


def caption(wording: Wording, weeks: int) -> dict[str, Any]:
    return {"caption": wording.message("calendar", weeks=weeks), "parse_mode": "HTML"}


def empty(wording: Wording) -> Reply:
    return Reply(wording.message("calendar_empty"))
