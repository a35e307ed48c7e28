"""Pictures on demand: drawn in another process, kept in a folder under what they show."""

import asyncio
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

from content.authoring.atomic import write_atomically
from content.authoring.document import File
from content.catalog.taxonomy import Side

WORKERS = 2  # one may be busy with a loop while somebody waits for a still
IDLE = 30.0  # seconds until the processes that draw are let go
KINDLY = 10  # how much drawing stands back behind talking


class PictureKind(StrEnum):
    """What can be had of a card; the value is how its file ends."""

    STILL = "png"
    LOOP = "mp4"


class Drawers(ProcessPoolExecutor):
    """The processes that draw."""

    def __init__(self) -> None:
        super().__init__(WORKERS, get_context("spawn"), os.nice, (KINDLY,))

    def kill(self) -> None:
        """Whatever they are at: Python's own end would wait until a film is finished."""
        # Python has `kill_workers` from 3.14 on.
        for process in list((self._processes or {}).values()):
            process.kill()


class Studio:
    """Draws pictures without ever holding up the event loop. Close it when the bot stops.

    `start` is asked for those who draw with the first picture, and again once they were let go.
    """

    def __init__(self, folder: Path, start: Callable[[], Executor] = Drawers) -> None:
        self._folder = folder
        self._start = start
        self._pool: Executor | None = None
        self._making: dict[str, asyncio.Task[bytes]] = {}
        self._filming = asyncio.Semaphore(1)
        self._leaving: asyncio.TimerHandle | None = None

    async def name(self, card_id: str, side: Side | None, kind: PictureKind) -> str:
        """The name of the file, which tells two pictures apart that do not show the same.

        Raises NoPicture for a card without a pose.
        """
        return await asyncio.to_thread(file_name, card_id, side, kind)

    def has(self, name: str) -> bool:
        return (self._folder / name).is_file()

    async def render(self, card_id: str, side: Side | None, kind: PictureKind) -> bytes:
        """The picture of that side of a card, from the folder or freshly drawn.

        Raises NoPicture for a card without a pose, and BrokenProcessPool if the process that
        draws was killed; the next picture starts a new one.
        """
        name = await self.name(card_id, side, kind)
        if (kept := await asyncio.to_thread(_read, self._folder / name)) is not None:
            return kept
        if name not in self._making:  # two runners may ask for the same at once
            self._making[name] = asyncio.create_task(self._make(name, card_id, side, kind))
        return await asyncio.shield(self._making[name])

    async def close(self) -> None:
        """Stops the processes that draw, and whoever waits for them."""
        tasks = list(self._making.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if isinstance(self._pool, Drawers):
            self._pool.kill()
        self._leave()

    async def _make(self, name: str, card_id: str, side: Side | None, kind: PictureKind) -> bytes:
        try:
            if kind is PictureKind.STILL:
                made = await self.run(make, card_id, side, kind)
            else:
                async with self._filming:
                    made = await self.run(make, card_id, side, kind)
            await asyncio.to_thread(write_atomically, self._folder / name, made)
        finally:
            del self._making[name]
        return made

    async def run(self, drawn: Callable[..., bytes], *what: object) -> bytes:
        """What `drawn` makes of those values, in one of the processes that draw."""
        loop = asyncio.get_running_loop()
        if self._leaving:
            self._leaving.cancel()
        if self._pool is None:
            self._pool = self._start()
        try:
            return await loop.run_in_executor(self._pool, drawn, *what)
        except BrokenProcessPool:
            self._leave()
            raise
        finally:
            self._leaving = loop.call_later(IDLE, self._leave_if_idle)

    def _leave_if_idle(self) -> None:
        if not self._making:
            self._leave()

    def _leave(self) -> None:
        if self._leaving:
            self._leaving.cancel()
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None


def can_draw() -> bool:
    """Whether the libraries that draw are installed."""
    return all(find_spec(name) for name in ("numpy", "pyclipper", "resvg_py"))


def can_film() -> bool:
    """Whether the library that films is installed as well."""
    return can_draw() and find_spec("av") is not None


def make(card_id: str, side: Side | None, kind: PictureKind) -> bytes:
    """The picture itself, drawn here and now."""
    # Imported late: the bot's own process has no need of the drawing libraries.
    if kind is PictureKind.LOOP:
        from content.pictures.output.film import loop

        return loop(card_id, side)
    from content.pictures.output.still import png, svg

    return png(svg(card_id, side))


def file_name(card_id: str, side: Side | None, kind: PictureKind) -> str:
    """Names what the picture shows: the pose, what glows, the side and how we draw."""
    from content.pictures.posture.poses import posed  # late: the first picture pays, not the start

    card, pose = posed(card_id)
    shown = (pose, card.id, card.areas, card.sides, side, kind, engine())
    return f"{card_id}-{sha256(repr(shown).encode()).hexdigest()[:20]}.{kind}"


@lru_cache(maxsize=1)
def engine() -> str:
    """The version of the drawing code: a hash of it, so that no old picture outlives a change."""
    return sha256(repr(sorted(_code(files("content.pictures")))).encode()).hexdigest()


def _code(folder: File) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _code(each)
        elif each.name.endswith(".py"):
            yield each.name, each.read_bytes()


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
