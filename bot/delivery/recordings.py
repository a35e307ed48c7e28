"""Which file stands for a recording: its bytes go up once, a file id names it ever after."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from telegram import InputFile, Message

from content.audio.pace import Pace
from content.audio.recorder import Recorder
from content.audio.script import Script, SpokenMove, script
from content.bundle import Content
from content.catalog.card import Dose
from content.catalog.taxonomy import Side
from storage.queries.pictures import Print
from storage.store import Store, Unavailable, UnitOfWork

PATIENCE = 20.0  # seconds in a call; a long session takes longer, and its message waits
KIND = "VOICE"
PLACES = 3  # hexadecimal digits: so many recordings are remembered, a new one in place of an old
GRANULES = 48_000  # a second of Opus, whatever it was made from

log = logging.getLogger(__name__)


class NotReady(Exception):
    """It is being made: to be asked for again in a while."""


@dataclass(frozen=True, slots=True)
class Take:
    """A recording that can be sent now: by its file id, or as bytes."""

    version: str
    file: str | bytes

    @property
    def media(self) -> str | InputFile:
        """What a call takes."""
        if isinstance(self.file, str):
            return self.file
        return InputFile(self.file, filename=self.version, attach=True)

    @property
    def length(self) -> timedelta | None:
        """How long it is; Telegram knows it by itself of what it has."""
        return None if isinstance(self.file, str) else timedelta(seconds=length(self.file))


class Recordings:
    """The recordings of one bot."""

    def __init__(self, store: Store, recorder: Recorder, content: Callable[[], Content]) -> None:
        self._store = store
        self._recorder = recorder
        self._content = content

    async def find(self, bot_id: int, wanted: Mapping[str, Any]) -> Take | None:
        """The recording that is `wanted`; None if it can't be had. Raises NotReady."""
        told = script_of(wanted, self._content())
        if told is None:
            return None
        version = await self._recorder.name(told)
        kept = await self._store.run(lambda work: work.pictures.find(bot_id, _place(version), KIND))
        if kept and kept.version == version:
            return Take(version, kept.file_id)
        made = await self._made(told)
        return Take(version, made) if made else None

    async def remember(self, bot_id: int, take: Take, answer: object) -> None:
        """Keep the file id under which Telegram now knows those bytes."""
        voice = answer.voice if isinstance(answer, Message) else None
        if voice is None or isinstance(take.file, str):
            return
        ids = (voice.file_id, voice.file_unique_id)
        kept = Print(bot_id, _place(take.version), KIND, take.version, *ids)
        await self._write(lambda work: work.pictures.keep(kept))

    async def forget(self, bot_id: int, take: Take) -> None:
        """Telegram does not know that file id any more: the bytes go up again."""
        await self._write(lambda work: work.pictures.forget(bot_id, _place(take.version), KIND))

    async def close(self) -> None:
        """Let the process go that speaks."""
        await self._recorder.close()

    async def _made(self, told: Script) -> bytes | None:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._recorder.record(told)
        except TimeoutError:
            raise NotReady from None
        except Exception as error:  # whatever it is, the words have to go
            log.warning("no recording (%s)", type(error).__name__)
            return None

    async def _write(self, action: Callable[[UnitOfWork], None]) -> None:
        try:
            await self._store.run(action)
        except Unavailable:  # then the bytes go up once more some time
            log.warning("the database does not answer; a file id is not written down")


def length(ogg: bytes) -> int:
    """How many seconds it plays, as its last page says."""
    last = ogg.rfind(b"OggS")
    granules = int.from_bytes(ogg[last + 6 : last + 14], "little")
    return round(granules / GRANULES)


def _place(version: str) -> str:
    """Where the file id of that recording is remembered."""
    return version[:PLACES]


def script_of(wanted: Mapping[str, Any], content: Content) -> Script | None:
    """What is to be said, with the cards as they are now and in the doses that were meant.

    None if one of the cards is gone.
    """
    cards = content.library.cards
    if any(card_id not in cards for card_id, *_ in wanted["moves"]):
        return None
    moves = [
        SpokenMove(replace(cards[card_id], dose=Dose(**dose)), Side(first), more, known)
        for card_id, dose, first, more, known in wanted["moves"]
    ]
    return script(moves, content.spoken, Pace(wanted["pace"]))
