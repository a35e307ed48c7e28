"""The server: every chat, every file and every waiting update of one bot, in memory."""

import asyncio
import inspect
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.playground.fake_telegram import editing, profile, sending, strict, view  # noqa: F401  methods
from bot.playground.fake_telegram.chats import Chat, Message, Tap, User
from bot.playground.fake_telegram.errors import ApiError, ConnectionCut, bad_request
from bot.playground.fake_telegram.faults import Faults
from bot.playground.fake_telegram.files import FileStore
from bot.playground.fake_telegram.methods import METHODS
from bot.playground.fake_telegram.params import Params, decode
from bot.playground.fake_telegram.people import Group, Person
from bot.playground.fake_telegram.updates import Updates
from bot.playground.fake_telegram.webhook import Webhook


@dataclass
class Call:
    """One call of the bot: when it arrived, what it asked and what came of it.

    `outcome` is "ok", the refusal's code and words, "cut", or "" while it runs.
    """

    at: datetime
    method: str
    params: Params
    outcome: str = ""


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class FakeTelegram:
    """One bot's Telegram.

    `now` returns an aware UTC time. `strict_parameters=False` skips the check for unknown
    parameters and with it an import of seconds.
    """

    def __init__(
        self,
        *,
        token: str = "1:TEST",  # noqa: S107
        now: Callable[[], datetime] = _wall_clock,
        strict_parameters: bool = True,
    ) -> None:
        self.token = token
        self.strict_parameters = strict_parameters
        if strict_parameters:
            strict.models()  # now, and not in the middle of a call whose time is short
        self._clock = now
        self._shift = timedelta()
        self._numbers = itertools.count(1)
        self._running = 0
        self._queues: list[asyncio.Queue[Any]] = []
        self._people: dict[int, Person] = {}
        self._groups: dict[int, Group] = {}
        bot_id = int(token.partition(":")[0])
        self.bot = User(bot_id, "Limber", username="limber_bot", is_bot=True)
        self.users: dict[int, User] = {bot_id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.calls: list[Call] = []
        self.files = FileStore()
        self.faults = Faults()
        self.profile = profile.Profile()
        self.updates = Updates(self.now)
        self.webhook = Webhook(self.updates)

    def now(self) -> datetime:
        """The server's time, aware UTC."""
        return self._clock() + self._shift

    def move(self, by: timedelta) -> None:
        """Move the server's clock."""
        self._shift += by

    def person(
        self,
        id: int = 5,  # noqa: A002
        first_name: str = "Sam",
        language_code: str = "en",
        username: str = "",
    ) -> Person:
        """The person with this id, who has a private chat with the bot but has not written yet."""
        if id not in self._people:
            user = User(id, first_name, language_code, username)
            self.users[id] = user
            chat = self.chats[id] = Chat(id, "private", owner=user)
            chat.members = {id: user, self.bot.id: self.bot}
            self._people[id] = Person(self, user, chat)
        return self._people[id]

    def group(self, id: int = -100, title: str = "Runners") -> Group:  # noqa: A002
        """The group with this id, with the bot in it."""
        if id not in self._groups:
            chat = self.chats[id] = Chat(id, "group", title=title, open=True)
            chat.members = {self.bot.id: self.bot}
            self._groups[id] = Group(self, chat)
        return self._groups[id]

    async def call(
        self, method: str, params: dict[str, Any], files: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Call a Bot API method as a bot does; `files` are bytes or Uploads by name.

        Returns the envelope. Raises ConnectionCut where a fault broke the connection.
        """
        call = Call(self.now(), method, Params(params))
        self.calls.append(call)
        counts = method.lower() != "getupdates"
        self._running += counts
        try:
            call.params = decode(params, files)
            result = await self._with_faults(call)
        except ApiError as error:
            call.outcome = f"{error.code} {error.description}"
            return error.envelope()
        except ConnectionCut:
            call.outcome = "cut"
            raise
        finally:
            self._running -= counts
            self.updates.signal.fire()
        call.outcome = "ok"
        return {"ok": True, "result": result}

    async def _with_faults(self, call: Call) -> Any:
        fault = self.faults.take(call.method, call.params.get("chat_id"))
        if fault is None:
            return await self._run(call)
        if fault.error:
            raise fault.error
        if fault.cut == "before":
            raise ConnectionCut
        refusal = None
        try:
            result = await self._run(call)
        except ApiError as error:
            refusal = error
        await asyncio.sleep(fault.seconds)
        if fault.cut:
            raise ConnectionCut
        if refusal:
            raise refusal
        return result

    async def _run(self, call: Call) -> Any:
        method = METHODS.get(call.method.lower())
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        if self.strict_parameters:
            strict.check(call.method, call.params)
        result = method(self, call.params)
        return await result if inspect.isawaitable(result) else result

    def post(self, chat: Chat, sender: User, **parts: Any) -> Message:
        """Put a new message into a chat; `parts` are further fields of Message."""
        message = Message(next(self._numbers), chat, sender, self.now(), **parts)
        chat.messages[message.id] = message
        self.publish_message("message", message)
        return message

    def react(self, message: Message, user: User, emoji: list[str]) -> None:
        """Set somebody's reactions on a message; only Telegram's own set is taken."""
        if unknown := set(emoji) - _reactions():
            raise bad_request(f"REACTION_INVALID: {', '.join(unknown)}")
        message.reactions[user.id] = emoji
        shown = view.reactions(message)
        self.publish("reaction", message.chat, id=message.id, reactions=shown)

    def tap(self, user: User, message: Message, data: str) -> Tap:
        """A tap on a button: the bot learns of it as a callback query."""
        tap = Tap(str(len(self.taps) + 1), user, message, data, self.now())
        self.taps[tap.id] = tap
        self.updates.add("callback_query", tap.api(), message.chat.id)
        return tap

    def subscribe(self) -> asyncio.Queue[Any]:
        """A queue that receives every change from now on; see view.py for the events."""
        self._queues.append(asyncio.Queue())
        return self._queues[-1]

    def unsubscribe(self, queue: asyncio.Queue[Any]) -> None:
        """Stop filling a queue."""
        self._queues.remove(queue)

    def publish(self, kind: str, chat: Chat, **details: Any) -> None:
        """Tell every subscriber of a change."""
        for queue in self._queues:
            queue.put_nowait({"type": kind, "chat_id": chat.id, **details})

    def publish_message(self, kind: str, message: Message) -> None:
        """Tell every subscriber how a message looks now."""
        if self._queues:
            self.publish(kind, message.chat, message=view.message_view(self, message))

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


def _reactions() -> set[str]:
    from telegram.constants import ReactionEmoji  # only reactions need the library

    return {emoji.value for emoji in ReactionEmoji}
