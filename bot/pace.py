"""How fast a single chat is talked to, and who has told us lately that it was too fast."""

from datetime import datetime, timedelta

EVERY = timedelta(seconds=1)  # Telegram's advice for one chat, which tolerates short bursts
BURST = 5
LATELY = timedelta(seconds=10)


class Pace:
    """At most one message a second for a chat, after a burst.

    Kept in the process: what it forgets in a restart, Telegram's own pauses put right.
    """

    def __init__(self, burst: int = BURST) -> None:
        self._burst = burst
        self._free: dict[int, datetime] = {}
        self._floods: dict[int | None, datetime] = {}
        self.flooded_at: datetime | None = None  # when it last was the bot as a whole

    def departure(self, chat_id: int | None, at: datetime) -> datetime:
        """The first moment from `at` on at which the chat may hear something again."""
        if chat_id is None:
            return at
        self._forget(at)
        on_time = max(self._free.get(chat_id, at), at)
        self._free[chat_id] = on_time + EVERY
        return max(at, on_time - EVERY * (self._burst - 1))

    def flooded(self, chat_id: int | None, now: datetime) -> bool:
        """Telegram refused for haste: whether others were refused lately, so that it is us."""
        self._floods = {c: at for c, at in self._floods.items() if now - at < LATELY}
        self._floods[chat_id] = now
        if len(self._floods) > 1 or chat_id is None:
            self.flooded_at = now
        return self.flooded_at == now

    def _forget(self, now: datetime) -> None:
        if len(self._free) > 10_000:  # noqa: PLR2004
            self._free = {chat: free for chat, free in self._free.items() if free > now}
