"""What the command line prints: plain lines, and replies for authors without a phone."""

import re
import sys
from collections.abc import Iterator
from html import unescape

from bot.cli.pipe import reader_may_leave
from bot.dispatch.reply import Reply
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from bot.views.guide import steps
from content.catalog.card import Card
from content.catalog.guide import guide_steps
from content.wording.messages import Wording

BOLD, PLAIN = "\033[1m", "\033[0m"


def walk_through(wording: Wording, card: Card) -> Iterator[Reply]:
    """The whole card, then every step as the chat shows them one after another; the end is none."""
    yield steps.whole(wording, card)
    for at in range(len(guide_steps(card)) - 1):
        yield steps.step(wording, StepView.at(card, GuidePosition(card.id, at)))


def as_text(reply: Reply, *, colour: bool) -> str:
    """A reply with its buttons below it."""
    bold, plain = (BOLD, PLAIN) if colour else ("", "")
    text = reply.text.replace("<b>", bold).replace("</b>", plain)
    text = unescape(re.sub(r"<[^>]+>", "", text))
    rows = ["  ".join(f"[ {each.text} ]" for each in row) for row in reply.buttons]
    return "\n".join([text, "", *rows, "-" * 48])


def say(line: str) -> None:
    """Print a line at once: somebody may read it through a pipe while we run on."""
    with reader_may_leave():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
