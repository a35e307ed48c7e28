"""What runs in the process that listens."""

from collections.abc import Sequence
from pathlib import Path

from content.hearing.transcript import Transcript


def listen(content: bytes, prompts: Sequence[str], folder: Path | None) -> Transcript:
    """What was said in that file."""
    # Imported late: the bot's own process has no need of the libraries that listen.
    from bot.listening.recogniser import recognised

    return recognised(content, prompts, folder)
