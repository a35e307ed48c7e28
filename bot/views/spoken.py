"""What was heard of a voice message, and the question where that is not sure."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dispatch.reply import Button, Reply, button
from content.wording.messages import Wording

HEARD = "heard"  # the label of what tells a runner what was heard
LABEL = 48  # letters of a button that are read on a phone


def heard(wording: Wording, text: str) -> Reply:
    return Reply(wording.message("heard", text=text))


def with_undo(wording: Wording, payload: Mapping[str, Any]) -> dict[str, Any]:
    """The same message with the button that takes back what came of it."""
    row = [{"text": wording.label("undo"), "callback_data": "undo"}]
    return {**payload, "reply_markup": {"inline_keyboard": [row]}}


def sure(wording: Wording, choices: Sequence[str], number: str) -> Reply:
    """Each of what may have been said on a button, and one that does nothing."""
    rows = [[Button(_short(each), f"heard:{number}:{at}")] for at, each in enumerate(choices)]
    no = button(wording, "not_said", f"heard:{number}:no")
    return Reply(wording.message("heard_sure", texts=list(choices)), [*rows, [no]])


def again(wording: Wording) -> Reply:
    return Reply(wording.message("left_alone"))


def unheard(wording: Wording, why: str) -> Reply:
    return Reply(wording.message("unheard", why=why))


def _short(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 1]}…"
