"""What data there is, and how it leaves or goes."""

from datetime import timedelta
from typing import Any

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording


def privacy(wording: Wording, said: timedelta, unclear: timedelta) -> Reply:
    """What is kept; `said` and `unclear` are how long messages are."""
    return Reply(wording.message("privacy", outbox=said.days, unanswered=unclear.days))


def export_caption(wording: Wording, ending: str) -> dict[str, Any]:
    """What is said under the file, which is JSON or CSV."""
    return {"caption": wording.message("export", ending=ending), "parse_mode": "HTML"}


def delete_sure(wording: Wording) -> Reply:
    rows = [
        [button(wording, "delete_yes", "delete:yes")],
        [button(wording, "delete_no", "delete:no")],
    ]
    return Reply(wording.message("delete_sure"), rows)


def deleted(wording: Wording, answers: int, entries: int) -> Reply:
    return Reply(wording.message("deleted", answers=answers, entries=entries))


def kept(wording: Wording) -> Reply:
    return Reply(wording.message("kept"))
