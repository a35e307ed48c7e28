"""Calls whose words stand below a recording. Without it, words go that hold all of it."""

from collections.abc import Mapping
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.delivery.picture_messages import STALE
from bot.delivery.recordings import NotReady, Recordings, Take

UNWANTED = "voice_messages_forbidden"  # by the runner's own privacy settings
Fields = dict[str, Any]


class VoiceMessages:
    """Makes the calls of messages that are heard; `recordings` is None where nobody speaks."""

    def __init__(self, bot: Bot, recordings: Recordings | None) -> None:
        self._bot = bot
        self._recordings = recordings

    @property
    def speaks(self) -> bool:
        return self._recordings is not None

    async def call(self, fields: Mapping[str, Any], *, may_wait: bool) -> object:
        """What Telegram answers. `voice` tells what to say, and what to write instead.

        Raises TelegramError; and NotReady where the message `may_wait` until it is recorded.
        """
        words = {key: value for key, value in fields.items() if key != "voice"}
        wanted, recordings = fields["voice"], self._recordings
        take = await self._take(wanted, may_wait=may_wait)
        if recordings is None or take is None:
            return await self._written(words, wanted)
        try:
            answer = await self._spoken(words, take)
        except BadRequest as error:
            reason = error.message.lower()
            if UNWANTED in reason:
                return await self._written(words, wanted)
            if isinstance(take.file, bytes) or not any(each in reason for each in STALE):
                raise
            await recordings.forget(self._bot.id, take)
            return await self.call(fields, may_wait=may_wait)
        await recordings.remember(self._bot.id, take, answer)
        return answer

    async def _take(self, wanted: Mapping[str, Any], *, may_wait: bool) -> Take | None:
        if self._recordings is None:
            return None
        try:
            return await self._recordings.find(self._bot.id, wanted)
        except NotReady:
            if may_wait:
                raise
            return None

    async def _spoken(self, words: Fields, take: Take) -> object:
        rest = {name: words[name] for name in words if name not in ("text", "link_preview_options")}
        return await self._bot.send_voice(
            voice=take.media, caption=words["text"], duration=take.length, **rest
        )

    async def _written(self, words: Fields, wanted: Mapping[str, Any]) -> object:
        return await self._bot.send_message(**{**words, "text": wanted["instead"]})
