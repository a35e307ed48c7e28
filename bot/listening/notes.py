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
REMEMBERED = 64  # messages

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
    """Fetches and hears them, one at a time. Nothing of it is kept on a disk or in a log.

    What was heard is remembered until it is served, which the database may hold up: then the
    update comes once more, and is not heard again.
    """

    def __init__(self, fetch: Fetch, listener: Listener) -> None:
        self._fetch = fetch
        self._listener = listener
        self._heard: dict[str, Transcript] = {}

    async def heard(self, note: Note) -> Transcript | Unheard:
        """What was said, or why nobody knows."""
        if note.file_id in self._heard:
            return self._heard[note.file_id]
        largest = LARGEST_FILM if note.film else LARGEST
        if note.seconds > LONGEST or note.size > largest:
            return Unheard.LONG
        if note.film and not can_watch():
            return Unheard.FILM
        try:
            async with asyncio.timeout(PATIENCE):
                content = await self._fetch(note.file_id, largest)
            found = await self._listener.hear(content)
        except Exception as error:  # whatever it is, the runner is told, and may type it
            why = f": {error}" if isinstance(error, CantListen) else ""  # no word of the runner's
            log.warning("a voice message was not heard (%s%s)", type(error).__name__, why)
            return Unheard.LOST
        self._heard[note.file_id] = found
        if len(self._heard) > REMEMBERED:
            del self._heard[next(iter(self._heard))]
        return found

    def forget(self, note: Note) -> None:
        """It is served."""
        self._heard.pop(note.file_id, None)

    def close(self) -> None:
        self._listener.close()
