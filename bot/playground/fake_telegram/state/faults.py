"""Faults on demand: refusals, slow answers and cut connections for the next calls."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from bot.playground.fake_telegram.rules.errors import ApiError

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
    cut: str = ""

    def hits(self, method: str, chat_id: Any) -> bool:
        """True when this fault is meant for the call."""
        wanted = self.method.lower() if self.method else None
        if not self.times or (wanted is None and method.lower() == "getupdates"):
            return False
        return wanted in (None, method.lower()) and self.chat_id in (None, chat_id)


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
