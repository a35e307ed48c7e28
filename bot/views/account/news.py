"""News of whoever runs Limber: whether they are wanted, and what they look like."""

from typing import Any

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording


def question(wording: Wording, *, wanted: bool) -> Reply:
    """How it stands, with the other answer below it; both as long as none was given."""
    yes, no = button(wording, "news_yes", "news:yes"), button(wording, "news_no", "news:no")
    return Reply(wording.message("news", wanted=wanted), [[no] if wanted else [yes, no]])


def told(wording: Wording, text: str) -> dict[str, Any]:
    """An announcement, without a sound, and with the button that ends them."""
    reply = Reply(text, [[button(wording, "news_no", "news:no")]])
    return {**reply.payload(), "disable_notification": True}
