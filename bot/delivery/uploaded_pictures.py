"""Which file stands for a picture: its bytes go up once, a file id names it ever after."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from telegram import InputFile, Message

from bot.operations.metrics import PICTURES
from content.pictures.output.naming import card_and_side
from content.pictures.output.studio import PictureKind, Studio, can_animate
from storage.queries.pictures import Print
from storage.store import Store, Unavailable, UnitOfWork

PATIENCE = 8.0  # seconds that words wait for their picture
LOOP_PATIENCE = 30.0  # for which nobody waits: the still is on the page meanwhile

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that can be sent now: by its file id, or as bytes."""

    name: str
    kind: PictureKind
    version: str
    file: str | bytes

    @property
    def uploaded(self) -> bool:
        return isinstance(self.file, str)

    @property
    def media(self) -> str | InputFile:
        """What a call takes."""
        if isinstance(self.file, str):
            return self.file
        return InputFile(self.file, filename=self.version, attach=True)


class UploadedPictures:
    """The pictures of one bot. A loop is shown once it is filmed; until then, its still."""

    def __init__(self, store: Store, studio: Studio, *, film: bool) -> None:
        self._store = store
        self._studio = studio
        self._kinds = (PictureKind.LOOP, PictureKind.STILL) if film else (PictureKind.STILL,)
        self._uploaded: dict[tuple[int, str, PictureKind], Shot] = {}
        self._films: dict[str, asyncio.Task[None]] = {}

    def renew(self) -> None:
        """Look at the poses again: their authors have changed something."""
        self._uploaded.clear()
        self._films.clear()

    async def close(self) -> None:
        """Let those go who still draw."""
        await self._studio.close()

    async def find(self, bot_id: int, name: str) -> Shot | None:
        """The picture that `name` stands for; None if none can be had in time."""
        for kind in self._kinds:
            try:
                async with asyncio.timeout(PATIENCE):
                    if shot := await self._shot(bot_id, name, kind):
                        return shot
            except Exception as error:  # whatever it is, the words have to go
                log.warning("no picture of %s (%s: %s)", name, type(error).__name__, error)
        return None

    async def for_page(self, name: str, kind: PictureKind) -> bytes | None:
        """The picture as a file, for a page; None if none can be had in time.

        What takes longer is drawn to its end, and there the next time.
        """
        if kind is PictureKind.PAGE_LOOP and not can_animate():
            return None
        try:
            async with asyncio.timeout(PATIENCE if kind is PictureKind.STILL else LOOP_PATIENCE):
                return await self._studio.render(*card_and_side(name), kind)
        except Exception as error:  # a page without a picture is a page all the same
            log.warning("no picture for the page (%s)", type(error).__name__)
            return None

    async def chart(self, chart: Mapping[str, Any]) -> bytes:
        """A picture for one runner and one moment: drawn, and not kept."""
        from content.charts.draw import draw_chart  # late: the first chart pays, not the start

        return await self._drawn(self._studio.run(draw_chart, dict(chart)))

    async def remember(self, bot_id: int, shot: Shot, answer: object) -> None:
        """Keep the file id under which Telegram now knows those bytes."""
        known = _known(answer)
        if known is None or shot.uploaded:
            return
        file_id, unique_id = known
        self._uploaded[bot_id, shot.name, shot.kind] = replace(shot, file=file_id)
        kept = Print(bot_id, shot.name, shot.kind.name, shot.version, file_id, unique_id)
        await self._write(lambda work: work.pictures.keep(kept))

    async def forget(self, bot_id: int, shot: Shot) -> None:
        """Telegram does not know that file id any more: the bytes go up again."""
        self._uploaded.pop((bot_id, shot.name, shot.kind), None)
        await self._write(lambda work: work.pictures.forget(bot_id, shot.name, shot.kind.name))

    async def _shot(self, bot_id: int, name: str, kind: PictureKind) -> Shot | None:
        if known := self._uploaded.get((bot_id, name, kind)):
            return known
        card_id, side = card_and_side(name)
        version = await self._studio.name(card_id, side, kind)
        kept = await self._store.run(lambda work: work.pictures.find(bot_id, name, kind.name))
        if kept and kept.version == version:
            shot = Shot(name, kind, version, kept.file_id)
            self._uploaded[bot_id, name, kind] = shot
            return shot
        if kind is PictureKind.LOOP and not self._studio.has(version):
            self._order(name)
            return None
        drawn = await self._drawn(self._studio.render(card_id, side, kind))
        return Shot(name, kind, version, drawn)

    async def _drawn(self, drawing: Awaitable[bytes]) -> bytes:
        """What is drawn; operators see whether the last one was."""
        try:
            made = await drawing
        except BaseException:  # to wait for too long counts as well
            PICTURES.set(0)
            raise
        PICTURES.set(1)
        return made

    def _order(self, name: str) -> None:
        """A loop for the next time; nobody waits for it."""
        if name not in self._films:
            self._films[name] = asyncio.create_task(self._film(name))

    async def _film(self, name: str) -> None:
        try:
            await self._studio.render(*card_and_side(name), PictureKind.LOOP)
        except Exception as error:
            log.warning("no film of %s (%s: %s)", name, type(error).__name__, error)

    async def _write(self, action: Callable[[UnitOfWork], None]) -> None:
        try:
            await self._store.run(action)
        except Unavailable:  # then the bytes go up once more some time
            log.warning("the database does not answer; a file id is not written down")


def _known(answer: object) -> tuple[str, str] | None:
    """File id and unique id of what a message shows."""
    if not isinstance(answer, Message):
        return None
    shown = answer.animation or (answer.photo[-1] if answer.photo else None)
    return (shown.file_id, shown.file_unique_id) if shown else None
