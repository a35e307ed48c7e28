"""People: they write, tap, press and block as with a phone in hand, and read what is on screen."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.playground.fake_telegram import texts
from bot.playground.fake_telegram.chats import Chat, Message, Tap, User
from bot.playground.fake_telegram.html import utf16
from bot.playground.fake_telegram.params import Upload
from bot.playground.fake_telegram.screen import screen

if TYPE_CHECKING:
    from bot.playground.fake_telegram.server import FakeTelegram

__all__ = ["Group", "Person", "Tap"]

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cf"
    "c0f01f00050001ff56c7d1d90000000049454e44ae426082"
)
BERLIN = (52.52, 13.405)


@dataclass(eq=False)
class Person:
    """A person in one chat. Everything they do is an update for the bot, at once.

    `place` (latitude, longitude) is what a location key sends.
    """

    fake: "FakeTelegram" = field(repr=False)
    user: User
    chat: Chat = field(repr=False)
    place: tuple[float, float] = field(default=BERLIN)

    @property
    def id(self) -> int:
        """The user's id, which is also the id of their private chat."""
        return self.user.id

    @property
    def messages(self) -> list[Message]:
        """Everything visible in the chat, oldest first."""
        return self.chat.visible

    @property
    def last(self) -> Message:
        """The bot's newest message."""
        found = next((m for m in reversed(self.messages) if m.from_bot), None)
        assert found, f"the bot has not written yet:\n{self.screen()}"
        return found

    @property
    def toasts(self) -> list[str]:
        """The little texts shown after taps of this person."""
        return [text for user, text, _ in self.chat.toasts if user == self.id]

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard on screen."""
        rows = (self.chat.shown_keyboard() or {}).get("keyboard") or []
        return [[key["text"] for key in row] for row in rows]

    def screen(self) -> str:
        """The chat as text, for a person reading a failed test."""
        return screen(self.chat)

    def say(self, text: str, reply_to: Message | None = None) -> Message:
        """Write a message; commands in it are found as Telegram finds them."""
        formatted = texts.spoken(text)
        assert 0 < utf16(formatted.text) <= texts.TEXT_LIMIT, "a message has 1 to 4096 characters"
        reply = reply_to.quoted() if reply_to else {}
        return self._send(formatted=formatted, content=reply)

    def forward(self, text: str, sender: str = "Alex") -> Message:
        """Forward what somebody else wrote."""
        origin = {"type": "hidden_user", "date": int(self.fake.now().timestamp())}
        content = {"forward_origin": origin | {"sender_user_name": sender}}
        return self._send(formatted=texts.spoken(text), content=content)

    def share_location(self, latitude: float, longitude: float) -> Message:
        """Send a point on the map."""
        return self._send(content={"location": {"latitude": latitude, "longitude": longitude}})

    def send_contact(self, phone_number: str = "+4930123456") -> Message:
        """Send one's own phone number."""
        name = {"first_name": self.user.first_name, "user_id": self.id}
        return self._send(content={"contact": {"phone_number": phone_number, **name}})

    def send_photo(self, data: bytes = PIXEL, caption: str = "") -> Message:
        """Send a picture: PNG, JPEG, GIF or WebP."""
        return self._send_file("photo", Upload(data), caption)

    def send_voice(self, data: bytes = b"OggS", seconds: int = 3) -> Message:
        """Send a voice message, Opus in OGG."""
        return self._send_file("voice", Upload(data), duration=seconds)

    def send_sticker(self, emoji: str = "🙂") -> Message:
        """Send a sticker."""
        return self._send_file("sticker", Upload(b"RIFF"), emoji=emoji)

    def send_document(
        self, name: str = "notes.txt", data: bytes = b"notes", caption: str = ""
    ) -> Message:
        """Send a file."""
        return self._send_file("document", Upload(data, name), caption)

    def edit(self, message: Message | int, text: str) -> Message:
        """Change one's own message."""
        message = self._find(message)
        assert message.sender is self.user, "people edit their own messages only"
        message.formatted, message.edited = texts.spoken(text), self.fake.now()
        message.edits += 1
        self.fake.publish_message("edit", message)
        self._tell("edited_message", message.api())
        return message

    def delete(self, message: Message | int) -> None:
        """Take a message off the chat, on both phones. The bot is not told."""
        self._find(message).deleted = True

    def react(self, emoji: str | None, message: Message | int | None = None) -> None:
        """React to a message (the bot's newest by default); None takes the reaction back."""
        message = self._find(message or self.last)
        old, new = message.reactions.get(self.id, []), [emoji] if emoji else []
        self.fake.react(message, self.user, new)
        body = {
            "chat": self.chat.api(),
            "message_id": message.id,
            "user": self.user.api(),
            "date": int(self.fake.now().timestamp()),
            "old_reaction": [{"type": "emoji", "emoji": e} for e in old],
            "new_reaction": [{"type": "emoji", "emoji": e} for e in new],
        }
        self._tell("message_reaction", body)

    def tap(self, label: str | re.Pattern[str], message: Message | int | None = None) -> Tap:
        """Tap the button with this label, or the first whose label the pattern is found in.

        Looks through the newest message first, or only in `message`.
        """
        searched = [self._find(message)] if message else list(reversed(self.messages))
        for place in searched:
            for button in (button for row in place.inline_rows for button in row):
                if _fits(label, button["text"]) and "callback_data" in button:
                    return self.tap_data(place, button["callback_data"])
        raise AssertionError(f"no button {label!r} on the screen:\n{self.screen()}")

    def tap_data(self, message: Message | int, data: str) -> Tap:
        """Tap with any data: a stale button or a foreign one."""
        return self.fake.tap(self.user, self._find(message, alive=False), data)

    def press(self, label: str) -> Message:
        """Press a key of the reply keyboard; location and contact keys send those."""
        rows = (self.chat.shown_keyboard() or {}).get("keyboard") or []
        key = next((key for row in rows for key in row if key["text"] == label), None)
        assert key, f"no key {label!r} on the screen:\n{self.screen()}"
        if key.get("request_location"):
            return self.share_location(*self.place)
        return self.send_contact() if key.get("request_contact") else self.say(label)

    def block(self) -> None:
        """Block the bot: it may not write any more."""
        self._become("kicked", "bot was blocked by the user")

    def unblock(self) -> None:
        """Let the bot write again."""
        self._become("member", "")

    def _become(self, status: str, refusal: str) -> None:
        old = "kicked" if self.chat.refusal else "member"
        self.chat.refusal = refusal
        bot = self.fake.bot.api()
        until = {"until_date": 0} if "kicked" in (old, status) else {}
        body = {
            "chat": self.chat.api(),
            "from": self.user.api(),
            "date": int(self.fake.now().timestamp()),
            "old_chat_member": {"user": bot, "status": old} | (until if old == "kicked" else {}),
            "new_chat_member": {"user": bot, "status": status}
            | (until if status == "kicked" else {}),
        }
        self.fake.publish("blocked", self.chat, blocked=bool(refusal))
        self._tell("my_chat_member", body)

    def _send_file(self, kind: str, upload: Upload, caption: str = "", **details: Any) -> Message:
        file = self.fake.files.add(kind, upload, details)
        return self._send(media=file, formatted=texts.spoken(caption))

    def _send(self, **parts: Any) -> Message:
        assert not (self.chat.private and self.chat.refusal), "unblock the bot before writing to it"
        self.chat.open = True
        message = self.fake.post(self.chat, self.user, **parts)
        if self.chat.private or _meant_for_bot(message, self.fake.bot):
            self._tell("message", message.api())
        return message

    def _tell(self, kind: str, body: dict[str, Any]) -> None:
        self.fake.updates.add(kind, body, self.chat.id)

    def _find(self, message: Message | int, *, alive: bool = True) -> Message:
        found = self.chat.messages[message] if isinstance(message, int) else message
        assert not (alive and found.deleted), f"message {found.id} is gone:\n{self.screen()}"
        return found


@dataclass(eq=False)
class Group:
    """A group with the bot in it. `person` is its first member."""

    fake: "FakeTelegram" = field(repr=False)
    chat: Chat

    @property
    def person(self) -> Person:
        """Somebody in the group."""
        return self.member(self.fake.person())

    def member(self, person: Person) -> Person:
        """The person as a member of this group: what they do happens here."""
        self.chat.members[person.id] = person.user
        return Person(self.fake, person.user, self.chat, person.place)

    def kick_bot(self) -> None:
        """Throw the bot out."""
        self.person._become("kicked", "bot was kicked from the group chat")


def _fits(label: str | re.Pattern[str], shown: str) -> bool:
    if isinstance(label, re.Pattern):
        return bool(label.search(shown))
    return label == shown


def _meant_for_bot(message: Message, bot: User) -> bool:
    """Privacy mode: in a group a bot hears commands, replies to it and its name."""
    reply = message.content.get("reply_to_message", {}).get("from", {}).get("id")
    return message.text.startswith("/") or f"@{bot.username}" in message.text or reply == bot.id
