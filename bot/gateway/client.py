"""The library's bot, and two roads past it for what is JSON already.

Updates come as Telegram wrote them: what the inbox keeps is the original, and one that can't be
read holds up no other. Messages leave as they were kept, and of the answer only an id matters.
"""

from collections.abc import Sequence
from typing import Any

from telegram import Bot

Json = dict[str, Any]


class TooLarge(ValueError):
    """A file that is larger than it may be."""


class BotClient(Bot):
    """Raises what every call of a bot raises."""

    async def updates(
        self, offset: int | None, *, patience: int, kinds: Sequence[str]
    ) -> list[Json]:
        """Updates from `offset` on, which confirms those before; waits so many seconds for one."""
        fields = {"offset": offset, "timeout": patience, "allowed_updates": kinds}
        usual = self._request[0].read_timeout or 0
        found: list[Json] = await self._post("getUpdates", fields, read_timeout=patience + usual)
        return found

    async def download(self, file_id: str, most: int) -> bytes:
        """The content of a file that somebody sent, if it has no more than so many bytes.

        Raises TooLarge, before it is fetched where Telegram tells.
        """
        file = await self.get_file(file_id)
        if (file.file_size or 0) > most:
            raise TooLarge(str(file.file_size))
        content = bytes(await file.download_as_bytearray())
        if len(content) > most:
            raise TooLarge(str(len(content)))
        return content

    async def deliver(self, method: str, fields: Json) -> int | None:
        """Call a method by its name in Python; the id of the message that came of it, if any."""
        first, *rest = method.split("_")
        answer = await self._post(first + "".join(map(str.capitalize, rest)), fields)
        return answer.get("message_id") if isinstance(answer, dict) else None
