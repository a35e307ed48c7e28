"""Faults on demand: refusals, slow answers, garbage and lost connections for the next calls."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from bot.playground.fake_telegram.rules.errors import (
    ApiError,
    ConnectionCut,
    ConnectionRefused,
    Garbled,
)

_WORDS: dict[int, str] = {
    HTTPStatus.BAD_REQUEST: "Bad Request: fault on demand",
    HTTPStatus.FORBIDDEN: "Forbidden: bot was blocked by the user",
}


@dataclass
class Fault:
    """One planned fault; `times` counts down. Without a method it spares getUpdates, which runs
    all the time and would eat every fault meant for something else."""

    times: int
    method: str | None
    chat_id: int | None
    error: ApiError | None = None
    seconds: float = 0
    cut: str = ""  # before or after the effect, refused, or garbled

    def hits(self, method: str, chat_id: Any) -> bool:
        """True when this fault is meant for the call."""
        wanted = self.method.lower() if self.method else None
        if not self.times or (wanted is None and method.lower() == "getupdates"):
            return False
        return wanted in (None, method.lower()) and self.chat_id in (None, chat_id)

    def spoil_before(self) -> None:
        """Raise what keeps the call from its effect."""
        if self.error:
            raise self.error
        if self.cut == "refused":
            raise ConnectionRefused
        if self.cut == "before":
            raise ConnectionCut

    def spoil_after(self) -> None:
        """Raise what keeps the answer from the caller."""
        if self.cut == "garbled":
            raise Garbled
        if self.cut:
            raise ConnectionCut


class Faults:
    """The planned faults, first planned, first used."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []

    def refuse(
        self,
        code: int,
        description: str = "",
        *,
        times: int = 1,
        method: str | None = None,
        chat_id: int | None = None,
        **parameters: Any,
    ) -> None:
        """Refuse the next calls; `retry_after` (seconds) or `migrate_to_chat_id` go along."""
        if code == HTTPStatus.TOO_MANY_REQUESTS:
            seconds = parameters.setdefault("retry_after", 1)
            description = description or f"Too Many Requests: retry after {seconds}"
        error = ApiError(code, description or _words(code), **parameters)
        self.planned.append(Fault(times, method, chat_id, error=error))

    def slow(
        self,
        seconds: float,
        *,
        times: int = 1,
        method: str | None = None,
        chat_id: int | None = None,
    ) -> None:
        """Let the next calls take effect at once and answer late."""
        self.planned.append(Fault(times, method, chat_id, seconds=seconds))

    def cut(
        self,
        *,
        delivered: bool,
        times: int = 1,
        method: str | None = None,
        chat_id: int | None = None,
    ) -> None:
        """Break the connection of the next calls, after (`delivered`) or before their effect."""
        when = "after" if delivered else "before"
        self.planned.append(Fault(times, method, chat_id, cut=when))

    def unreachable(
        self, *, times: int = 1, method: str | None = None, chat_id: int | None = None
    ) -> None:
        """Refuse the connections of the next calls; over HTTP they are cut before their effect."""
        self.planned.append(Fault(times, method, chat_id, cut="refused"))

    def garble(
        self, *, times: int = 1, method: str | None = None, chat_id: int | None = None
    ) -> None:
        """Let the next calls take effect and answer half a JSON."""
        self.planned.append(Fault(times, method, chat_id, cut="garbled"))

    def clear(self) -> None:
        """Forget what is planned."""
        self.planned.clear()

    def take(self, method: str, chat_id: Any) -> Fault | None:
        """The fault for this call, used up once."""
        fault = next((fault for fault in self.planned if fault.hits(method, chat_id)), None)
        if fault:
            fault.times -= 1
        return fault


def _words(code: int) -> str:
    return _WORDS.get(code) or HTTPStatus(code).phrase
