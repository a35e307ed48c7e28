"""How data leaves or goes."""

from typing import Any

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording


def export_caption(wording: Wording) -> dict[str, Any]:
    return {"caption": wording.message("export")}


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
