"""Pictures on demand: drawn in another process, kept in a folder under what they show."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path
from tempfile import NamedTemporaryFile

from content.pictures.poses import posed
from content.terms import Side


class Kind(StrEnum):
    """What can be had of a card; the value is how its file ends."""

    STILL = "png"
    LOOP = "mp4"


class Studio:
    """Draws pictures without ever holding up the event loop. Close it when the bot stops."""

    def __init__(self, folder: Path, workers: int = 1) -> None:
        self._folder, self._workers = folder, workers
        self._pool: ProcessPoolExecutor | None = None
        self._making: dict[str, asyncio.Future[bytes]] = {}

    async def render(self, card_id: str, side: Side | None, kind: Kind) -> bytes:
        """The picture of that side of a card, from the folder or freshly drawn.

        Raises NoPicture for a card without a pose, and BrokenProcessPool if the process that
        draws was killed; the next picture starts a new one.
        """
        name = await asyncio.to_thread(file_name, card_id, side, kind)
        if (kept := await asyncio.to_thread(_read, self._folder / name)) is not None:
            return kept
        if name not in self._making:  # two runners may ask for the same at once
            self._making[name] = asyncio.ensure_future(self._make(name, card_id, side, kind))
        return await asyncio.shield(self._making[name])

    def close(self) -> None:
        """Stops the process that draws, if it was ever needed."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None

    async def _make(self, name: str, card_id: str, side: Side | None, kind: Kind) -> bytes:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._workers, get_context("spawn"))
        try:
            loop = asyncio.get_running_loop()
            made = await loop.run_in_executor(self._pool, make, card_id, side, kind)
            await asyncio.to_thread(_keep, self._folder / name, made)
        except BrokenProcessPool:
            self.close()
            raise
        finally:
            del self._making[name]
        return made


def make(card_id: str, side: Side | None, kind: Kind) -> bytes:
    """The picture itself, drawn here and now."""
    # Imported late: the bot's own process has no need of the drawing libraries.
    from content.pictures.film import loop
    from content.pictures.still import png, svg

    return png(svg(card_id, side)) if kind == Kind.STILL else loop(card_id, side)


def file_name(card_id: str, side: Side | None, kind: Kind) -> str:
    """Names what the picture shows: the pose, what glows, the side and how we draw."""
    card, pose = posed(card_id)
    shown = (pose.model_dump_json(), card.id, card.areas, card.sides, side, kind, engine())
    return f"{card_id}-{sha256(repr(shown).encode()).hexdigest()[:20]}.{kind}"


@lru_cache(maxsize=1)
def engine() -> str:
    """The version of the drawing code: a hash of it, so that no old picture outlives a change."""
    code: Mapping[str, bytes] = {
        file.name: file.read_bytes()
        for file in files("content.pictures").iterdir()
        if file.name.endswith(".py")
    }
    return sha256(repr(sorted(code.items())).encode()).hexdigest()


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _keep(file: Path, made: bytes) -> None:
    """Appears whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as half:
        half.write(made)
    Path(half.name).replace(file)
