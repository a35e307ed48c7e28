"""One message to Telegram: the call, and what its answer (a 429, a refusal) means for it."""

import logging
import random
import re
from collections.abc import Callable
from dataclasses import replace
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

from bot.delivery.chart_messages import ChartMessages
from bot.delivery.optional_buttons import offered
from bot.delivery.picture_messages import NO_TEXT, PictureMessages
from bot.delivery.recordings import NotReady
from bot.delivery.voice_messages import VoiceMessages
from bot.gateway.client import BotClient
from bot.gateway.retry_after import pause
from bot.gateway.transport import CallFailed, NotDelivered
from bot.operations.metrics import count
from scheduler.planning.memory import Priority
from storage.queries.outbox import FLOOD, OutboxMessage, Outcome

LONGEST_PAUSE = timedelta(minutes=5)
MOST_ATTEMPTS = 40  # with pauses of up to five minutes, a good three hours
RECORDING = timedelta(seconds=5)  # between looks whether a recording is ready
MOST_LOOKS = 12
MOST_UNSURE = 2  # sends of what may have arrived: a runner gets nothing three times
# Senders that died while they held it. Most had not sent it yet, and two kills must not lose it;
# one that so many died over may be what kills them.
MOST_DEATHS = 5
PAST = (  # what is so already, or of no use any more, and no fault
    *("query is too old", "query id is invalid", "query_id_invalid"),
    *("not modified", "message_not_modified"),
    *("message to delete not found", "message can't be deleted"),
)
QUOTED = re.compile(r'"[^"]*"?')
DELETED = "deleted"  # the message of a countdown
EFFECT, REACTION = "message_effect_id", "set_message_reaction"
GONE = ("message to edit not found", "message can't be edited", NO_TEXT)

log = logging.getLogger(__name__)


class MessageDelivery:
    """Makes the call that an outbox message asks for. Never raises: every answer is an outcome.

    What surely did not arrive is sent again for some hours, and so is what does no harm twice.
    What may have arrived is sent once more at most where an answer was lost; what a process held
    that died, until some more of them did.
    """

    def __init__(
        self,
        bot: BotClient,
        now: Callable[[], datetime],
        captions: PictureMessages,
        charts: ChartMessages,
        voices: VoiceMessages,
        *,
        page: str | None = None,
    ) -> None:
        self._bot = bot
        self._captions = captions
        self._charts = charts
        self._voices = voices
        self._page = page
        self._now = now

    async def deliver(self, outgoing: OutboxMessage) -> Outcome:
        outcome = await self._deliver(outgoing)
        count(outcome)
        log.debug("message %s (%s): %s", outgoing.id, outgoing.method, outcome.state)
        return outcome

    async def _deliver(self, outgoing: OutboxMessage) -> Outcome:
        if outgoing.expires_at and outgoing.expires_at < self._now():
            late = outgoing.priority == Priority.REMINDER
            return Outcome(outgoing.id, "missed" if late else "dropped")
        if _leaves_a_message(outgoing) and outgoing.unsure_sends >= MOST_DEATHS:
            return _left(outgoing, "its senders died")
        try:
            return Outcome(outgoing.id, message_id=await self._call(outgoing))
        except NotReady:
            return self._again(outgoing, RECORDING, "being recorded")
        except BadRequest as error:
            return await self._refused(outgoing, error)
        except TelegramError as error:
            return self._judged(outgoing, error)
        except Exception as error:  # a message that can't even be built is put aside
            log.exception("message %s can't be sent", outgoing.id)
            return Outcome(outgoing.id, "dead", error=type(error).__name__)

    async def _call(self, outgoing: OutboxMessage) -> int | None:
        payload = offered(outgoing.payload, self._page, speaks=self._voices.speaks)
        fields = {name: _field(value) for name, value in payload.items()}
        if "chat_id" in fields:  # a group may have moved since
            fields["chat_id"] = outgoing.chat_id
        if "picture" in fields:
            answer = await self._captions.call(outgoing.method, fields)
        elif "chart" in fields:
            answer = await self._charts.call(fields)
        elif "voice" in fields:
            may_wait = outgoing.attempts < MOST_LOOKS
            answer = await self._voices.call(fields, may_wait=may_wait)
        else:
            return await self._bot.deliver(outgoing.method, fields)
        return answer.message_id if isinstance(answer, Message) else None

    def _judged(self, outgoing: OutboxMessage, error: TelegramError) -> Outcome:
        match error:
            case RetryAfter():
                return self._again(outgoing, pause(error), FLOOD)
            case Forbidden():
                return Outcome(outgoing.id, "refused", error=_told(error))
            case ChatMigrated():
                now = self._now()
                return Outcome(outgoing.id, "waiting", again_at=now, moved_to=error.new_chat_id)
            case InvalidToken():
                return self._again(outgoing, _backoff(outgoing.attempts), "the token is refused")
            case NetworkError():
                return self._unanswered(outgoing, error)
        return Outcome(outgoing.id, "dead", error=_told(error))

    def _unanswered(self, outgoing: OutboxMessage, error: NetworkError) -> Outcome:
        sure = isinstance(error, NotDelivered | CallFailed)
        unsure = _leaves_a_message(outgoing) and not sure
        why = type(error).__name__
        if unsure and outgoing.unsure_sends + 1 >= MOST_UNSURE:
            return _left(outgoing, why)
        if outgoing.attempts < MOST_ATTEMPTS:
            return self._again(outgoing, _backoff(outgoing.attempts), why, unsure=unsure)
        return Outcome(outgoing.id, "dead", error=_told(error))

    def _again(
        self, outgoing: OutboxMessage, wait: timedelta, why: str, *, unsure: bool = False
    ) -> Outcome:
        again_at = self._now() + wait
        return Outcome(outgoing.id, "waiting", again_at=again_at, error=why, unsure=unsure)

    async def _refused(self, outgoing: OutboxMessage, error: BadRequest) -> Outcome:
        text = error.message.lower()
        if EFFECT in outgoing.payload:  # the words matter, not how they fly in
            return await self._deliver(_plain(outgoing))
        if outgoing.method == REACTION:
            return Outcome(outgoing.id, "dropped", error=error.message)
        if any(each in text for each in PAST):
            return Outcome(outgoing.id)
        if "chat not found" in text:
            return Outcome(outgoing.id, "refused", error=_told(error))
        gone = any(each in text for each in GONE)
        if gone and outgoing.method == "edit_message_reply_markup":
            return Outcome(outgoing.id)  # there are no buttons left to take off
        if gone and outgoing.method == "edit_message_text":
            if outgoing.priority == Priority.TICK:  # who deleted the countdown doesn't want it back
                return Outcome(outgoing.id, "dropped", error=DELETED)
            return await self._deliver(_anew(outgoing))
        return Outcome(outgoing.id, "dead", error=_told(error))


def _told(error: TelegramError) -> str:
    """What Telegram says, without what it quotes: that may be a runner's."""
    return QUOTED.sub('"…"', error.message)


def _leaves_a_message(outgoing: OutboxMessage) -> bool:
    """Whether a second call would be seen; to edit, delete or answer a tap twice is not."""
    return outgoing.method.startswith("send_")


def _left(outgoing: OutboxMessage, why: str) -> Outcome:
    return Outcome(outgoing.id, "unsure", error=f"it may have arrived ({why})")


def _backoff(attempts: int) -> timedelta:
    """Doubling pauses with jitter, so that many chats do not come back at once."""
    longest = min(2.0**attempts, LONGEST_PAUSE.total_seconds())
    return timedelta(seconds=longest * random.uniform(0.5, 1))  # noqa: S311


def _plain(outgoing: OutboxMessage) -> OutboxMessage:
    payload = {name: value for name, value in outgoing.payload.items() if name != EFFECT}
    return replace(outgoing, payload=payload)


def _anew(outgoing: OutboxMessage) -> OutboxMessage:
    """The same words as a new message, when the one to edit is gone."""
    payload = {
        name: value
        for name, value in outgoing.payload.items()
        if name not in ("message_id", "under")
    }
    return OutboxMessage(
        "send_message",
        payload,
        chat_id=outgoing.chat_id,
        id=outgoing.id,
        attempts=outgoing.attempts,
        unsure_sends=outgoing.unsure_sends,
    )


def _field(value: Any) -> Any:
    """A file is kept in the outbox as its name and text."""
    if isinstance(value, dict) and value.keys() == {"filename", "text"}:
        return InputFile(value["text"].encode(), filename=value["filename"])
    return value
