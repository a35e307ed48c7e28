"""While Telegram is away, or refuses all of us for haste, one message at a time finds out.

The others wait untouched. As soon as one gets through, all go on. Pure: the moments are passed in.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

FAILURES = 3  # calls in a row without an answer, after which one at a time is tried
PROBE = timedelta(seconds=2)  # from one that failed to the next
LATELY = timedelta(seconds=10)
CHATS = 5  # refused for haste lately, and …
SHARE = 0.5  # … of all calls: then it is not those chats but the bot as a whole
LONGEST = timedelta(seconds=5)  # that all wait before one is tried, whatever Telegram asks


class Landing(Enum):
    """What a call met with: an answer of whatever kind, a 429, or nothing that we can use."""

    ANSWERED = "answered"
    FLOODED = "flooded"
    FAILED = "failed"


@dataclass
class CircuitBreaker:
    """`open_until` is when the next one may be tried; None while all may leave.

    `flooded_at` is when Telegram last refused the bot as a whole.
    """

    open_until: datetime | None = None
    flooded_at: datetime | None = None
    flooded: bool = False  # it is open, or was last, because of a flood
    _failures: int = 0
    _lately: deque[tuple[datetime, int | None, bool]] = field(default_factory=deque)

    def room(self, places: int, flying: int, now: datetime) -> int:
        """How many of so many may leave now, while others are on their way."""
        if self.open_until is None:
            return places
        early = now < self.open_until <= now + LONGEST  # or else the clock was put back
        return 0 if flying or early else min(places, 1)

    def landed(
        self, landing: Landing, chat_id: int | None, now: datetime, asked: timedelta = LONGEST
    ) -> None:
        """Take note of it. `asked` is how long a 429 asks us to wait."""
        self._note(landing, chat_id, now)
        if landing is Landing.FAILED:
            self._fail(now)
        elif landing is Landing.FLOODED and (self._is_all_of_us() or self.open_until):
            self.flooded_at, self.flooded = now, True
            self.open_until = now + min(asked, LONGEST)
        elif landing is Landing.ANSWERED and self.open_until:
            self.open_until = None
            self._lately.clear()

    def _fail(self, now: datetime) -> None:
        self._failures += 1
        if self._failures >= FAILURES or self.open_until:
            self.flooded = self.flooded and self.open_until is not None
            self.open_until = now + PROBE

    def _note(self, landing: Landing, chat_id: int | None, now: datetime) -> None:
        if landing is Landing.FAILED:
            return
        self._failures = 0
        self._lately.append((now, chat_id, landing is Landing.FLOODED))
        while self._lately and abs(now - self._lately[0][0]) > LATELY:
            self._lately.popleft()

    def _is_all_of_us(self) -> bool:
        chats = {chat for _, chat, flooded in self._lately if flooded}
        refused = sum(flooded for _, _, flooded in self._lately)
        return len(chats) >= CHATS and refused >= SHARE * len(self._lately)
