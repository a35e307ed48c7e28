"""The form check after strength, and what its answer changes."""

from dataclasses import replace

from bot.dispatch.reply import Reply, button, in_rows
from content.coaching.dosage.effort import Effort
from content.wording.messages import Wording

LABELS = {
    Effort.EASY: "effort_easy",
    Effort.RIGHT: "effort_right",
    Effort.HARD: "effort_hard",
}


def asking(wording: Wording, reply: Reply) -> Reply:
    """The same with the form check below, which takes the place of other buttons."""
    keys = [button(wording, name, f"effort:{each}") for each, name in LABELS.items()]
    text = f"{reply.text}\n\n{wording.message('how_hard')}".strip()
    return replace(reply, text=text, buttons=in_rows(keys, 1))


def noted(wording: Wording, felt: Effort) -> Reply:
    return Reply(wording.message("effort", felt=felt.value))
