"""How a sentence is heard, printed for authors."""

from datetime import UTC, datetime

from bot.cli.terminal import say
from content.bundle import read_content
from content.checks.reports.hearing import hearing

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)  # the answer does not hang on the hour


def hear(text: str) -> int:
    content = read_content()
    for line in hearing(text, content.lexicon, content.texts, NOON):
        say(line)
    return 0
