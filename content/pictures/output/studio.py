"""Pictures on demand: drawn in another process, kept in a folder under what they show."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from enum import StrEnum
from functools import lru_cache, partial
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from content.authoring.document import File
from content.catalog.taxonomy import Side
from content.workers.kept_files import KeptFiles
from content.workers.processes import Processes, Workers

WORKERS = 2  # one may be busy with a loop while somebody waits for a still


class PictureKind(StrEnum):
    """What can be had of a card; the value is how its file ends."""

    STILL = "png"
    LOOP = "mp4"
    PAGE_LOOP = "webp"


drawers = partial(Processes, WORKERS)


class Studio:
    """Draws pictures without ever holding up the event loop. Close it when the bot stops.

    `start` is asked for those who draw with the first picture, and again once they were let go.
    """

    def __init__(self, folder: Path, start: Callable[[], Executor] = drawers) -> None:
        self._kept = KeptFiles(folder)
        self._workers = Workers(start)
        self._filming = asyncio.Semaphore(1)
        self.has = self._kept.has
        self.run = self._workers.run

    async def name(self, card_id: str, side: Side | None, kind: PictureKind) -> str:
        """The name of the file, which tells two pictures apart that do not show the same.

        Raises NoPicture for a card without a pose.
        """
        return await asyncio.to_thread(file_name, card_id, side, kind)

    async def render(self, card_id: str, side: Side | None, kind: PictureKind) -> bytes:
        """The picture of that side of a card, from the folder or freshly drawn.

        Raises NoPicture for a card without a pose, and BrokenProcessPool if the process that
        draws was killed; the next picture starts a new one.
        """
        name = await self.name(card_id, side, kind)
        return await self._kept.get(name, partial(self._make, card_id, side, kind))

    async def close(self) -> None:
        """Stops the processes that draw, and whoever waits for them."""
        await self._kept.close()
        self._workers.stop()

    async def _make(self, card_id: str, side: Side | None, kind: PictureKind) -> bytes:
        if kind is PictureKind.STILL:
            return await self._workers.run(make, card_id, side, kind)
        async with self._filming:
            return await self._workers.run(make, card_id, side, kind)


def can_draw() -> bool:
    """Whether the libraries that draw are installed."""
    return all(find_spec(name) for name in ("numpy", "pyclipper", "resvg_py"))


def can_film() -> bool:
    """Whether the library that films is installed as well."""
    return can_draw() and find_spec("av") is not None


def can_animate() -> bool:
    """Whether the library that makes loops for the page is installed as well."""
    return can_draw() and find_spec("PIL") is not None


def make(card_id: str, side: Side | None, kind: PictureKind) -> bytes:
    """The picture itself, drawn here and now."""
    # Imported late: the bot's own process has no need of the drawing libraries.
    if kind is PictureKind.LOOP:
        from content.pictures.output.film import loop

        return loop(card_id, side)
    if kind is PictureKind.PAGE_LOOP:
        from content.pictures.output.webp import moving

        return moving(card_id, side)
    from content.pictures.output.still import png, svg

    return png(svg(card_id, side))


def file_name(card_id: str, side: Side | None, kind: PictureKind) -> str:
    """Names what the picture shows: the pose, what glows, the side and how we draw."""
    from content.pictures.posture.poses import posed  # late: the first picture pays, not the start

    card, pose = posed(card_id)
    repeated = card.dose.reps is not None
    shown = (pose, card.id, card.areas, card.sides, repeated, side, kind, engine())
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
