"""Clocks for tests, so that no test depends on the day it runs: each starts on one Monday."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

MONDAY_MORNING = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)  # 09:00 in Berlin


@dataclass
class StandingClock:
    """Moves only when told to."""

    at: datetime = MONDAY_MORNING

    def now(self) -> datetime:
        return self.at


class TickingClock:
    """Goes on by itself, for what waits until time has passed."""

    def __init__(self, start: datetime = MONDAY_MORNING) -> None:
        self._zero = start - _since_boot()

    def now(self) -> datetime:
        return self._zero + _since_boot()


@dataclass
class FileClock:
    """Goes on by itself and is moved through a file, so that several processes agree.

    The file holds the moment that the machine's steady clock counts from.
    """

    path: Path

    @classmethod
    def starting(cls, path: Path, at: datetime = MONDAY_MORNING) -> "FileClock":
        path.write_text((at - _since_boot()).isoformat())
        return cls(path)

    def now(self) -> datetime:
        return self._zero() + _since_boot()

    def move(self, span: timedelta) -> None:
        new = self.path.with_suffix(".new")
        new.write_text((self._zero() + span).isoformat())
        new.rename(self.path)

    def _zero(self) -> datetime:
        return datetime.fromisoformat(self.path.read_text())


def _since_boot() -> timedelta:
    return timedelta(seconds=time.monotonic())
