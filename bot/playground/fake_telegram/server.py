"""The server: the bot's calls come in and are answered; people live here."""

import asyncio
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from bot.playground.fake_telegram.methods import METHODS
from bot.playground.fake_telegram.people.group import Group
from bot.playground.fake_telegram.people.people import People
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.rules import strict
from bot.playground.fake_telegram.rules.errors import ApiError, ConnectionCut, Garbled
from bot.playground.fake_telegram.rules.params import Params, decode
from bot.playground.fake_telegram.state.calls import Call
from bot.playground.fake_telegram.state.faults import Fault
from bot.playground.fake_telegram.state.server_state import ServerState


class FakeTelegram(ServerState):
    """One bot's Telegram: all that is remembered, its people, and calls of its methods."""

    _running = 0  # calls that wait for their answer

    def person(
        self,
        id: int = 5,  # noqa: A002
        first_name: str = "Sam",
        language_code: str = "en",
        username: str = "",
    ) -> Person:
        """The person with this id, who has a private chat with the bot but has not written yet."""
        return self._people.person(id, first_name, language_code, username)

    def group(self, id: int = -100, title: str = "Runners") -> Group:  # noqa: A002
        """The group with this id, with the bot in it."""
        return self._people.group(id, title, self.person())

    @cached_property
    def _people(self) -> People:
        return People(self)

    async def call(
        self, method: str, params: dict[str, Any], files: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Call a Bot API method as a bot does; `files` are bytes or Uploads by name.

        Returns the envelope. Raises ConnectionCut or Garbled where a fault spoilt the answer.
        """
        call = Call(self.now(), method, Params(params))
        self.calls.append(call)
        with self._counted(call):
            try:
                call.params = decode(params, files)
                result = await self._with_faults(call)
            except ApiError as error:
                call.outcome = f"{error.code} {error.description}"
                return error.envelope()
            except (ConnectionCut, Garbled):
                call.outcome = "cut"
                raise
            call.outcome = "ok"
            return {"ok": True, "result": result}

    @contextmanager
    def _counted(self, call: Call) -> Iterator[None]:
        """`idle` waits for the call; not for a poll, which runs nearly always."""
        counts = call.method.lower() != "getupdates"
        self._running += counts
        try:
            yield
        finally:
            self._running -= counts
            self.updates.signal.fire()

    async def _with_faults(self, call: Call) -> Any:
        fault = self.faults.take(call.method, call.params.get("chat_id"))
        if fault is None:
            return await self._run(call)
        fault.spoil_before()
        return await self._late(call, fault)

    async def _late(self, call: Call, fault: Fault) -> Any:
        """The call takes effect at once; its answer comes late, spoilt, or not at all."""
        result = refusal = None
        try:
            result = await self._run(call)
        except ApiError as error:
            refusal = error
        await asyncio.sleep(fault.seconds)
        fault.spoil_after()
        if refusal:
            raise refusal
        return result

    async def _run(self, call: Call) -> Any:
        method = METHODS.get(call.method.lower())
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        strict.check(call.method, call.params)
        result = method(self, call.params)
        return await result if inspect.isawaitable(result) else result

    async def idle(self, seconds: float = 10) -> None:
        """Until every update is confirmed and no call runs; TimeoutError after so many seconds.

        A bot that confirms before it handles is still busy then: wait for the bot as well.
        """
        async with asyncio.timeout(seconds):
            while self._running or self.updates.kept():
                await self.updates.signal.wait(seconds)

    async def close(self) -> None:
        """Stop pushing and end the running poll; the server may be used again."""
        self.updates.interrupt()
        await self.webhook.stop()
