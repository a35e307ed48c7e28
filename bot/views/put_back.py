"""What stood before a change, told below the answer to it, and the button that brings it back."""

from collections.abc import Mapping
from typing import Any

from bot.dispatch.reply import Reply
from bot.values.profile import days_spoken
from content.wording.messages import Wording
from storage.answers import EVERY_DAY, AnswerKey


def put_back(wording: Wording, answers: Mapping[str, tuple[str, str]]) -> Reply:
    """What is taken back: of each of the `answers` what was, and what stands again."""
    names = wording.words["settings"]
    changes = [f"{names[key]}: {was} → {stands}" for key, (was, stands) in answers.items()]
    return Reply(wording.message("put_back", changes=changes))


def offered(
    wording: Wording, payload: Mapping[str, Any], number: int, was: str | None, weeks: int = 1
) -> dict[str, Any]:
    """The same message with what stood before below it, and the button.

    `was` is the first reminder as it stood, if that was changed, and came every so many `weeks`.
    """
    row = [{"text": wording.label("put_back"), "callback_data": f"putback:{number}"}]
    rows = payload.get("reply_markup", {}).get("inline_keyboard", [])
    below = wording.message("it_was", was=was, weeks=weeks) if was else ""
    return {
        **payload,
        "text": "\n\n".join(filter(None, (payload["text"].rstrip(), below))),
        "reply_markup": {"inline_keyboard": [*rows, row]},
    }


def reminded(wording: Wording, answers: Mapping[str, Any]) -> str | None:
    """The first reminder as these answers have it."""
    at = answers.get(AnswerKey.REMIND_AT.value)
    days = answers.get(AnswerKey.REMIND_DAYS.value) or EVERY_DAY
    return f"{at}, {days_spoken(wording, days)}" if at else None
