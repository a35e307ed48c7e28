"""Every chat, every file and every waiting update of one bot, in memory."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.playground.fake_telegram.rules.reactions import check_reactions
from bot.playground.fake_telegram.state.calls import Call
from bot.playground.fake_telegram.state.chats import Chat, Message, Tap, User
from bot.playground.fake_telegram.state.faults import Faults
from bot.playground.fake_telegram.state.files import FileStore
from bot.playground.fake_telegram.state.message_view import message_view, reactions
from bot.playground.fake_telegram.state.profile import Profile
from bot.playground.fake_telegram.state.subscribers import Events, Subscribers
from bot.playground.fake_telegram.updates.queue import Updates
from bot.playground.fake_telegram.updates.webhook import Webhook

TEST_TOKEN = "1:TEST"  # noqa: S105 - opens nothing but the fake


class ServerState:
    """What methods and people read and change. `now` returns an aware UTC time."""

    def __init__(self, *, token: str = TEST_TOKEN, now: Callable[[], datetime]) -> None:
        self.token = token
        self._clock = now
        self._shift = timedelta()
        self._numbers = itertools.count(1)
        self._subscribers = Subscribers()
        bot_id = int(token.partition(":")[0])
        self.bot = User(bot_id, "Limber", username="limber_bot", is_bot=True)
        self.users: dict[int, User] = {bot_id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.calls: list[Call] = []
        self.files = FileStore()
        self.faults = Faults()
        self.profile = Profile()
        self.updates = Updates(self.now)
        self.webhook = Webhook(self.updates)

    def now(self) -> datetime:
        """The server's time, aware UTC."""
        return self._clock() + self._shift

    def move(self, by: timedelta) -> None:
        """Move the server's clock."""
        self._shift += by

    def post(self, chat: Chat, sender: User, **parts: Any) -> Message:
        """Put a new message into a chat; `parts` are further fields of Message."""
        message = Message(next(self._numbers), chat, sender, self.now(), **parts)
        chat.messages[message.id] = message
        self.publish_message("message", message)
        return message

    def react(self, message: Message, user: User, emoji: list[str]) -> None:
        """Set somebody's reactions on a message; only Telegram's own set is taken."""
        check_reactions(emoji)
        message.reactions[user.id] = emoji
        self.publish("reaction", message.chat, id=message.id, reactions=reactions(message))

    def tap(self, user: User, message: Message, data: str) -> Tap:
        """A tap on a button: the bot learns of it as a callback query."""
        tap = Tap(str(len(self.taps) + 1), user, message, data, self.now())
        self.taps[tap.id] = tap
        self.updates.add("callback_query", tap.api(), message.chat.id)
        return tap

    def subscribe(self) -> Events:
        """A queue that receives every change from now on."""
        return self._subscribers.add()

    def unsubscribe(self, queue: Events) -> None:
        """Stop filling a queue."""
        self._subscribers.remove(queue)

    def publish(self, kind: str, chat: Chat, **details: Any) -> None:
        """Tell every subscriber of a change."""
        self._subscribers.tell({"type": kind, "chat_id": chat.id, **details})

    def publish_message(self, kind: str, message: Message) -> None:
        """Tell every subscriber how a message looks now."""
        if self._subscribers:
            self.publish(kind, message.chat, message=message_view(message, self.token))
