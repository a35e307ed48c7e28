"""How data leaves or goes."""

from typing import Any

from bot.dispatch.reply import Reply, button
from content.wording.messages import message


def export_caption() -> dict[str, Any]:
    return {"caption": message("export")}


def delete_sure() -> Reply:
    rows = [[button("delete_yes", "delete:yes")], [button("delete_no", "delete:no")]]
    return Reply(message("delete_sure"), rows)


def deleted(answers: int, entries: int) -> Reply:
    return Reply(message("deleted", answers=answers, entries=entries))


def kept() -> Reply:
    return Reply(message("kept"))
