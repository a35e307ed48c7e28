"""Voice messages and round videos: what may be fetched, and what was said in it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.listening.listener import CantListen, Listener, can_watch
from content.hearing.transcript import Transcript

LONGEST = 60  # seconds
LARGEST, LARGEST_FILM = 2 * 2**20, 12 * 2**20  # bytes; a minute is a quarter of that
PATIENCE = 6.0  # seconds for the file to come

log = logging.getLogger(__name__)
Fetch = Callable[[str, int], Awaitable[bytes]]  # a file id, and how large it may be


class Unheard(StrEnum):
    """Why nobody listened."""

    DEAF = "deaf"  # the operator has not switched it on
    FILM = "film"  # nothing here reads the sound of a round video
    LONG = "long"
    LOST = "lost"  # it did not come, or whatever listens failed


@dataclass(frozen=True, slots=True)
class Note:
    """What Telegram tells of it before it is fetched."""

    file_id: str
    seconds: float
    size: int
    film: bool = False


class VoiceNotes:
    """Fetches and hears them, one at a time. Nothing of it is kept on a disk or in a log."""

    def __init__(self, fetch: Fetch, listener: Listener) -> None:
        self._fetch = fetch
        self._listener = listener

    async def heard(self, note: Note) -> Transcript | Unheard:
        """What was said, or why nobody knows."""
        largest = LARGEST_FILM if note.film else LARGEST
        if note.seconds > LONGEST or note.size > largest:
            return Unheard.LONG
        if note.film and not can_watch():
            return Unheard.FILM
        try:
            async with asyncio.timeout(PATIENCE):
                content = await self._fetch(note.file_id, largest)
            return await self._listener.hear(content)
        except Exception as error:  # whatever it is, the runner is told, and may type it
            why = f": {error}" if isinstance(error, CantListen) else ""
            log.warning("a voice message was not heard (%s%s)", type(error).__name__, why)
            return Unheard.LOST

    def close(self) -> None:
        self._listener.close()
