"""What was heard about how to write."""

from bot.dispatch.reply import Reply, button
from content.wording.formats import Format
from content.wording.messages import Wording


def written(wording: Wording, wanted: Format) -> Reply:
    text = wording.message("written", format=wanted.value)
    return Reply(text, [[button(wording, "today", "today")]])
