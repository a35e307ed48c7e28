"""An outage is told when it begins, once a minute while it lasts, and when it is over."""

import logging
import time
from collections.abc import Callable

QUIET = 60.0  # seconds between two lines

log = logging.getLogger(__name__)


class Outage:
    """Whether something that is needed answers. Threads may tell at once: a line more or less."""

    def __init__(self, who: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._who = who
        self._clock = clock
        self._since: float | None = None
        self._told = 0.0

    def failed(self, why: str) -> None:
        """It did not answer just now."""
        now = self._clock()
        if self._since is None:
            self._since = self._told = now
            log.warning("%s does not answer (%s); trying again", self._who, why)
        elif now - self._told >= QUIET:
            self._told = now
            log.warning("%s has not answered for %.0f s (%s)", self._who, now - self._since, why)

    def answered(self) -> None:
        """It answered."""
        since, self._since = self._since, None
        if since is not None:
            log.warning("%s answers again, after %.0f s", self._who, self._clock() - since)
