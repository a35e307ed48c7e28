"""An outage is told when it begins, once a minute while it lasts, and when it is over."""

import logging
import time
from collections.abc import Callable

QUIET = 60.0  # seconds between two lines
CALM = 5.0  # seconds without a fault: of a disk that is full, what only reads is answered

log = logging.getLogger(__name__)


class Outage:
    """Whether something that is needed answers. Threads may tell at once: a line more or less.

    It is over once there were answers, and no fault, for `calm` seconds.
    """

    def __init__(
        self, who: str, clock: Callable[[], float] = time.monotonic, calm: float = 0.0
    ) -> None:
        self._who = who
        self._clock = clock
        self._calm = calm
        self._since: float | None = None
        self._answers_since: float | None = None
        self._told = 0.0

    @property
    def lasts(self) -> bool:
        """For longer than a moment; a single fault is none."""
        return self._since is not None and self._clock() - self._since >= CALM

    def failed(self, why: str) -> None:
        """It did not answer just now."""
        now, self._answers_since = self._clock(), None
        if self._since is None:
            self._since = self._told = now
            log.warning("%s does not answer (%s); trying again", self._who, why)
        elif now - self._told >= QUIET:
            self._told = now
            log.warning("%s has not answered for %.0f s (%s)", self._who, now - self._since, why)

    def answered(self) -> None:
        """It answered."""
        since = self._since
        if since is None:
            return
        now = self._clock()
        again = now if self._answers_since is None else self._answers_since
        self._answers_since = again
        if now - again >= self._calm:
            self._since = self._answers_since = None
            log.warning("%s answers again, after %.0f s", self._who, again - since)
