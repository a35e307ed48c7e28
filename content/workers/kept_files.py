"""Files that are made once and kept in a folder, under names that tell what is in them."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from content.authoring.atomic import write_atomically

log = logging.getLogger(__name__)


class KeptFiles:
    """A folder. With `most` bytes in it, those that were asked for longest ago make room."""

    def __init__(self, folder: Path, most: int | None = None) -> None:
        self._folder = folder
        self._most = most
        self._making: dict[str, asyncio.Task[bytes]] = {}

    def has(self, name: str) -> bool:
        return (self._folder / name).is_file()

    async def get(self, name: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The file of that name; `make` is asked for it once, however many wait for it.

        Who stops waiting does not stop the making. Where it can't be kept, it is made all the same.
        """
        if (kept := await asyncio.to_thread(self._read, name)) is not None:
            return kept
        if name not in self._making:  # two runners may ask for the same at once
            self._making[name] = asyncio.create_task(self._make(name, make))
            self._making[name].add_done_callback(_looked_at)
        return await asyncio.shield(self._making[name])

    async def close(self) -> None:
        """Stops what is being made, and whoever waits for it."""
        tasks = list(self._making.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _make(self, name: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        try:
            made = await make()
            await asyncio.to_thread(self._keep, name, made)
        finally:
            del self._making[name]
        return made

    def _read(self, name: str) -> bytes | None:
        file = self._folder / name
        if not file.is_file():
            return None
        if self._most:
            with suppress(OSError):
                os.utime(file)  # it was asked for
        return file.read_bytes()

    def _keep(self, name: str, made: bytes) -> None:
        try:
            if self._most:
                self._make_room(self._most - len(made))
            write_atomically(self._folder / name, made)
        except OSError as error:  # a full disk costs the work again, not the answer
            log.warning("%s can't be kept (%s)", name, error.strerror)

    def _make_room(self, most: int) -> None:
        files = [each for each in self._folder.glob("*.*") if each.is_file()]
        stats = sorted((each.stat().st_mtime, each.stat().st_size, each) for each in files)
        over = sum(size for _, size, _ in stats) - most
        for _, size, file in stats:
            if over <= 0:
                return
            file.unlink(missing_ok=True)
            over -= size


def _looked_at(making: asyncio.Task[bytes]) -> None:
    """Its fault is told to whoever waits, and is no surprise where nobody does any more."""
    if not making.cancelled():
        making.exception()
