"""Recordings on demand: made in another process, kept in a folder under what they say."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from functools import lru_cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from content.audio.script import Script
from content.audio.voice import Speaker
from content.workers.kept_files import KeptFiles
from content.workers.processes import Processes, Workers

MEGABYTE = 1 << 20
MOST = 200 * MEGABYTE  # some six hundred sessions

speakers = partial(Processes, 1)


class Recorder:
    """Makes recordings without ever holding up the event loop. Close it when the bot stops.

    `start` is asked for the process that speaks, and again once it was let go.
    """

    def __init__(
        self, folder: Path, speaker: Speaker, start: Callable[[], Executor] = speakers
    ) -> None:
        self._kept = KeptFiles(folder, MOST)
        self._workers = Workers(start)
        self.speaker = speaker

    async def name(self, script: Script) -> str:
        """The name of the file, which tells two recordings apart that do not sound the same."""
        return await asyncio.to_thread(file_name, script, self.speaker)

    async def record(self, script: Script) -> bytes:
        """The recording, from the folder or freshly made.

        Raises CannotSpeak, and BrokenProcessPool if the process that speaks was killed; the next
        recording starts a new one.
        """
        name = await self.name(script)
        return await self._kept.get(name, partial(self._workers.run, make, script, self.speaker))

    async def close(self) -> None:
        """Stops the process that speaks, and whoever waits for it."""
        await self._kept.close()
        self._workers.stop()


def make(script: Script, speaker: Speaker) -> bytes:
    """The recording itself, made here and now."""
    from content.audio.recording import record  # late: the bot's own process loads no voice

    return record(script, speaker)


def file_name(script: Script, speaker: Speaker) -> str:
    """Names what is heard: the script, the voice, and how we make it of them."""
    heard = repr((script, speaker, engine()))
    return f"{sha256(heard.encode()).hexdigest()[:32]}.ogg"


@lru_cache(maxsize=1)
def engine() -> str:
    """A hash of the code that records, so that no old recording outlives a change."""
    return sha256(repr(sorted(_code())).encode()).hexdigest()


def _code() -> Iterator[tuple[str, bytes]]:
    for each in files("content.audio").iterdir():
        if each.name.endswith(".py"):
            yield each.name, each.read_bytes()
