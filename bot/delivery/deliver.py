"""One letter to Telegram: the call, and what its answer means for the letter."""

import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import InputFile, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.delivery.chart_messages import Charts
from bot.delivery.picture_messages import NO_TEXT, Captions
from bot.delivery.retry_after import pause
from bot.gateway.client import Api
from bot.operations.metrics import count
from scheduler.planning.memory import Priority
from storage.queries.outbox import Letter, Outcome

LONGEST_PAUSE = timedelta(minutes=5)
MOST_ATTEMPTS = 40  # with pauses of up to five minutes, a good three hours
PAST = ("query is too old", "not modified", "message to delete not found")
DELETED = "deleted"  # the message of a countdown
GONE = ("message to edit not found", "message can't be edited", NO_TEXT)

log = logging.getLogger(__name__)


class Courier:
    """Makes the call that a letter asks for. Never raises: every answer is an outcome."""

    def __init__(
        self, bot: Api, now: Callable[[], datetime], captions: Captions, charts: Charts
    ) -> None:
        self._bot = bot
        self._captions = captions
        self._charts = charts
        self._now = now

    async def deliver(self, letter: Letter) -> Outcome:
        outcome = await self._deliver(letter)
        count(outcome)
        return outcome

    async def _deliver(self, letter: Letter) -> Outcome:
        if letter.expires_at and letter.expires_at < self._now():
            late = letter.priority == Priority.REMINDER
            return Outcome(letter.id, "missed" if late else "dropped")
        try:
            return Outcome(letter.id, message_id=await self._call(letter))
        except BadRequest as error:
            return await self._refused(letter, error)
        except TelegramError as error:
            return self._judged(letter, error)
        except Exception as error:  # a letter that can't even be built is put aside
            log.exception("letter %s can't be sent", letter.id)
            return Outcome(letter.id, "dead", error=type(error).__name__)

    async def _call(self, letter: Letter) -> int | None:
        fields = {name: _field(value) for name, value in letter.payload.items()}
        if "chat_id" in fields:  # a group may have moved since
            fields["chat_id"] = letter.chat_id
        if "picture" in fields:
            answer = await self._captions.call(letter.method, fields)
        elif "chart" in fields:
            answer = await self._charts.call(fields)
        else:
            return await self._bot.deliver(letter.method, fields)
        return answer.message_id if isinstance(answer, Message) else None

    def _judged(self, letter: Letter, error: TelegramError) -> Outcome:
        match error:
            case RetryAfter():
                return self._again(letter, pause(error), "flood")
            case Forbidden():
                return Outcome(letter.id, "refused", error=error.message)
            case ChatMigrated():
                now = self._now()
                return Outcome(letter.id, "waiting", again_at=now, moved_to=error.new_chat_id)
            case InvalidToken():
                return self._again(letter, LONGEST_PAUSE, "the token is refused")
            case NetworkError() if letter.attempts < MOST_ATTEMPTS:
                return self._again(letter, _backoff(letter.attempts), type(error).__name__)
        return Outcome(letter.id, "dead", error=error.message)

    def _again(self, letter: Letter, wait: timedelta, why: str) -> Outcome:
        return Outcome(letter.id, "waiting", again_at=self._now() + wait, error=why)

    async def _refused(self, letter: Letter, error: BadRequest) -> Outcome:
        text = error.message.lower()
        if any(each in text for each in PAST):
            return Outcome(letter.id)
        if "chat not found" in text:
            return Outcome(letter.id, "refused", error=error.message)
        if any(each in text for each in GONE) and letter.method == "edit_message_text":
            if letter.priority == Priority.TICK:  # who deleted the countdown doesn't want it back
                return Outcome(letter.id, "dropped", error=DELETED)
            return await self._deliver(_anew(letter))
        return Outcome(letter.id, "dead", error=error.message)


def _backoff(attempts: int) -> timedelta:
    """Doubling pauses with jitter, so that many chats do not come back at once."""
    longest = min(2.0**attempts, LONGEST_PAUSE.total_seconds())
    return timedelta(seconds=longest * random.uniform(0.5, 1))  # noqa: S311


def _anew(letter: Letter) -> Letter:
    """The same words as a new message, when the one to edit is gone."""
    payload = {
        name: value for name, value in letter.payload.items() if name not in ("message_id", "under")
    }
    return Letter(
        "send_message", payload, chat_id=letter.chat_id, id=letter.id, attempts=letter.attempts
    )


def _field(value: Any) -> Any:
    """A file is kept in the outbox as its name and text."""
    if isinstance(value, dict) and value.keys() == {"filename", "text"}:
        return InputFile(value["text"].encode(), filename=value["filename"])
    return value
