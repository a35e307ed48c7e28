"""The one place that talks to Telegram: takes letters from the outbox and delivers them."""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from telegram import Bot, InputFile, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.chat import TICK
from bot.flood import pause
from scheduler.budget import reserve
from storage.outbox import Letter, Outcome
from storage.store import Store, Unavailable, Work

BATCH = 100
IDLE = 1.0  # seconds between looks when nobody wakes the sender
LONGEST_PAUSE = timedelta(minutes=5)
PAST = ("query is too old", "not modified", "message to delete not found")
GONE = ("message to edit not found", "message can't be edited")

log = logging.getLogger(__name__)


class Sender:
    """Delivers letters in order for each chat, within one budget, retrying what is safe."""

    def __init__(self, bot: Bot, store: Store, now: Callable[[], datetime], rate: float) -> None:
        self._bot = bot
        self._store = store
        self._now = now
        self._rate = rate
        self._woken = asyncio.Event()
        self._listeners: list[asyncio.Future[None]] = []

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._woken.clear()
            listeners = len(self._listeners)
            try:
                busy = await self.deliver()
            except Unavailable:
                log.warning("the database does not answer; trying again in a second")
                busy = False
            except Exception:  # whatever it is, others still want their messages
                log.exception("a batch was not settled; its lease will run out")
                busy = False
            if not busy:
                self._tell_idle(listeners)
                await self._rest()

    async def idle(self) -> None:
        """Until a look that begins after this call has found nothing that may leave."""
        listener = asyncio.get_running_loop().create_future()
        self._listeners.append(listener)
        self.wake()
        await listener

    def _tell_idle(self, count: int) -> None:
        for listener in self._listeners[:count]:
            if not listener.done():
                listener.set_result(None)
        del self._listeners[:count]

    async def deliver(self) -> bool:
        """Send one batch; False when there was nothing to send."""
        letters, free_at = await self._store.run(self._claim)
        if not letters:
            wait = (free_at - self._now()).total_seconds()
            if 0 < wait <= IDLE and await self._store.run(self._waiting):
                await asyncio.sleep(wait)
                return True
            return False
        outcomes = await asyncio.gather(*(self._send(letter) for letter in letters))
        await self._store.run(partial(self._settle, letters, outcomes))
        return True

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), IDLE)
        except TimeoutError:
            return

    def _waiting(self, work: Work) -> bool:
        return work.outbox.waiting(self._now())

    def _claim(self, work: Work) -> tuple[list[Letter], datetime]:
        now = self._now()
        free_at = work.outbox.free_at()
        granted, _ = reserve(free_at, now, BATCH, self._rate)
        letters = work.outbox.claim(now, granted) if granted else []
        if letters:
            _, free_at = reserve(free_at, now, len(letters), self._rate)
            work.outbox.spend(free_at)
        return letters, free_at

    def _settle(self, letters: Sequence[Letter], outcomes: Sequence[Outcome], work: Work) -> None:
        now = self._now()
        work.outbox.settle(outcomes, now)
        for letter, outcome in zip(letters, outcomes, strict=True):
            if outcome.state == "refused" and letter.chat_id:
                work.outbox.drop_chat(letter.chat_id)
                work.runners.change(letter.chat_id, {"off_since": now})
            if outcome.error and outcome.again_at is None:
                log.warning("letter %s (%s): %s", letter.id, letter.method, outcome.error)
        pauses = [o.again_at for o in outcomes if o.again_at and o.error == "flood"]
        if pauses:
            work.outbox.spend(max(pauses))

    async def _send(self, letter: Letter) -> Outcome:
        if letter.expires_at and letter.expires_at < self._now():
            return Outcome(letter.id, "dropped")
        try:
            return Outcome(letter.id, message_id=await self._call(letter.method, letter.payload))
        except TelegramError as error:
            return await self._judge(letter, error)
        except Exception as error:  # a letter that can't even be built is put aside
            log.exception("letter %s can't be sent", letter.id)
            return Outcome(letter.id, "dead", error=type(error).__name__)

    async def _call(self, method: str, payload: Mapping[str, Any]) -> int | None:
        fields = {name: _field(value) for name, value in payload.items()}
        answer = await getattr(self._bot, method)(**fields)
        return answer.message_id if isinstance(answer, Message) else None

    async def _judge(self, letter: Letter, error: TelegramError) -> Outcome:
        again = partial(Outcome, letter.id, "waiting")
        match error:
            case RetryAfter():
                wait = pause(error)
                return again(again_at=self._now() + wait, error="flood")
            case Forbidden():
                return Outcome(letter.id, "refused", error=error.message)
            case ChatMigrated():
                return await self._send(_moved(letter, error.new_chat_id))
            case BadRequest():
                return await self._refused(letter, error)
            case InvalidToken():
                return again(again_at=self._now() + LONGEST_PAUSE, error="the token is refused")
            case NetworkError():
                wait = _backoff(letter.attempts)
                return again(again_at=self._now() + wait, error=type(error).__name__)
        return Outcome(letter.id, "dead", error=error.message)

    async def _refused(self, letter: Letter, error: BadRequest) -> Outcome:
        text = error.message.lower()
        if any(each in text for each in PAST):
            return Outcome(letter.id)
        if "chat not found" in text:
            return Outcome(letter.id, "refused", error=error.message)
        if any(each in text for each in GONE) and letter.method == "edit_message_text":
            if letter.priority == TICK:  # whoever deleted the countdown does not want it back
                return Outcome(letter.id, "dropped")
            return await self._send(_anew(letter))
        return Outcome(letter.id, "dead", error=error.message)


def _backoff(attempts: int) -> timedelta:
    """Doubling pauses with jitter, so that many chats do not come back at once."""
    longest = min(2.0**attempts, LONGEST_PAUSE.total_seconds())
    return timedelta(seconds=longest * random.uniform(0.5, 1))  # noqa: S311


def _anew(letter: Letter) -> Letter:
    """The same words as a new message, when the one to edit is gone."""
    payload = {name: value for name, value in letter.payload.items() if name != "message_id"}
    return Letter("send_message", payload, chat_id=letter.chat_id, id=letter.id)


def _moved(letter: Letter, chat_id: int) -> Letter:
    payload = {**letter.payload, "chat_id": chat_id}
    return Letter(letter.method, payload, chat_id=chat_id, id=letter.id)


def _field(value: Any) -> Any:
    """A file is kept in the outbox as its name and text."""
    if isinstance(value, dict) and value.keys() == {"filename", "text"}:
        return InputFile(value["text"].encode(), filename=value["filename"])
    return value
