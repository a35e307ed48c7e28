"""How a log comes in from a file: what was read of it, and what became of it."""

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording
from scheduler.log.entries import Status
from scheduler.log.import_files import ImportRefusal
from scheduler.log.imported import ImportedLog

MOST_ROWS = 5  # that are named


def how(wording: Wording) -> Reply:
    return Reply(wording.message("import_how"))


def preview(wording: Wording, found: ImportedLog, key: str) -> Reply:
    """What would come in, and the buttons that say so; `key` tells this file from others."""
    new = found.entries
    text = wording.message(
        "import_preview",
        days=len(new),
        first=new[0].day if new else None,
        last=new[-1].day if new else None,
        known=found.known,
        unread=len(found.unread),
        rows=_rows(found.unread),
        **{status.value: found.count(status) for status in Status},
    )
    rows = [
        [button(wording, "import_yes", f"import:yes:{key}", days=len(new))],
        [button(wording, "import_no", f"import:no:{key}")],
    ]
    return Reply(text, rows if new else ())


def _rows(numbers: tuple[int, ...]) -> str:
    named = ", ".join(map(str, numbers[:MOST_ROWS]))
    return f"{named} …" if len(numbers) > MOST_ROWS else named


def refused(wording: Wording, why: ImportRefusal) -> Reply:
    return Reply(wording.message("import_refused", why=why.value))


def imported(wording: Wording, days: int) -> Reply:
    rows = [[button(wording, "undo", "undo"), button(wording, "progress", "progress")]]
    return Reply(wording.message("imported", days=days), rows)


def taken_back(wording: Wording, days: int) -> Reply:
    return Reply(wording.message("import_undone", days=days))
