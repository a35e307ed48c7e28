"""Plain words of a flood are left out before they are read or stored, which is most of their cost.

Who sends thousands fills whole answers of Telegram, and all others wait behind them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.gateway.client import Json
from bot.gateway.flood_control import LEFT_OUT
from bot.gateway.flood_limit import Arrival, FloodLimit

LATEST = 1 << 33  # seconds: no message is sent in the year 2242
Plain = tuple[int, int, datetime, str]  # chat, number, when it was sent, words


class FloodFilter:
    """`dangerous` says which words are never left out; nor is the last thing that a chat said."""

    def __init__(
        self,
        limit: FloodLimit,
        now: Callable[[], datetime],
        dangerous: Callable[[str], bool],
    ) -> None:
        self._limit = limit
        self._now = now
        self._dangerous = dangerous

    def kept(self, payloads: Sequence[Json]) -> list[Json]:
        """Those of them that are worth reading, in order."""
        plain = [plain_words(each) for each in payloads]
        last = {found[0]: found[1] for found in plain if found}
        return [
            payload
            for payload, found in zip(payloads, plain, strict=True)
            if found is None or self._is_kept(*found, last=last[found[0]])
        ]

    def _is_kept(self, chat_id: int, update_id: int, sent: datetime, text: str, last: int) -> bool:
        if self._limit.came_before(chat_id, update_id):  # they could not be stored, and come again
            return True
        fits = self._limit.take(chat_id, Arrival(update_id, self._now(), sent))
        kept = fits or update_id == last or self._dangerous(text)
        if not kept:
            LEFT_OUT.inc()
        return kept


def plain_words(payload: Json) -> Plain | None:
    """What an update says, if it is words and nothing else; None too if it is odd in any way."""
    message: Any = payload.get("message")
    if not isinstance(message, Mapping) or not isinstance(message.get("chat"), Mapping):
        return None
    update_id: Any = payload.get("update_id")
    chat_id: Any = message["chat"].get("id")
    date: Any = message.get("date")
    text = message.get("text")
    numbers = all(type(each) is int for each in (update_id, chat_id, date))
    if not numbers or not isinstance(text, str) or text.startswith("/") or not 0 <= date < LATEST:
        return None
    return chat_id, update_id, datetime.fromtimestamp(date, UTC), text
