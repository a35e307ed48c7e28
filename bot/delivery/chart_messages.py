"""Calls whose words stand below a chart. Without the chart, the words go alone."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Bot, InputFile

PATIENCE = 20.0  # seconds that words wait for their picture, a crowd before it included

Draw = Callable[[Mapping[str, Any]], Awaitable[bytes]]
log = logging.getLogger(__name__)


class ChartMessages:
    """Makes the calls of messages that carry a chart; `drawn` is None where nobody can draw."""

    def __init__(self, bot: Bot, drawn: Draw | None) -> None:
        self._bot = bot
        self._drawn = drawn

    async def call(self, fields: Mapping[str, Any]) -> object:
        """What Telegram answers. Raises TelegramError."""
        words, chart = {**fields}, fields["chart"]
        del words["chart"]
        picture = await self._picture(chart)
        if picture is None:
            return await self._bot.send_message(**words)
        caption = words.pop("text")
        words.pop("link_preview_options", None)
        if "file" in chart:  # to keep and to print: a photo would come out small
            document = InputFile(picture, filename=chart["file"])
            return await self._bot.send_document(document=document, caption=caption, **words)
        photo = InputFile(picture, filename="progress.png")
        return await self._bot.send_photo(photo=photo, caption=caption, **words)

    async def _picture(self, chart: Mapping[str, Any]) -> bytes | None:
        if self._drawn is None:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._drawn(chart)
        except Exception as error:  # whatever it is, the words have to go
            log.warning("no chart (%s)", type(error).__name__)  # its text may quote a runner
            return None
