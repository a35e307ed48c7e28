"""People: they write, tap, press and block as with a phone in hand."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.fake_telegram.people import membership
from bot.playground.fake_telegram.people.phone import Phone
from bot.playground.fake_telegram.rules import mini_apps, texts
from bot.playground.fake_telegram.rules.entities import utf16
from bot.playground.fake_telegram.rules.errors import CannotAct
from bot.playground.fake_telegram.rules.params import Upload
from bot.playground.fake_telegram.state.chats import Message, Tap, User

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cf"
    "c0f01f00050001ff56c7d1d90000000049454e44ae426082"
)
BERLIN = (52.52, 13.405)


@dataclass(eq=False)
class Person(Phone):
    """A person in one chat. Everything they do is an update for the bot, at once.

    What can't be done on this screen raises CannotAct. `place` (latitude, longitude) is what a
    location key sends.
    """

    place: tuple[float, float] = field(default=BERLIN)

    def say(self, text: str, reply_to: Message | None = None) -> Message:
        """Write a message; commands in it are found as Telegram finds them."""
        formatted = texts.spoken(text)
        if not 0 < utf16(formatted.text) <= texts.TEXT_LIMIT:
            raise CannotAct("a message has 1 to 4096 characters")
        reply = reply_to.quoted() if reply_to else {}
        return self._send(formatted=formatted, content=reply)

    def forward(self, text: str, sender: str = "Alex") -> Message:
        """Forward what somebody else wrote."""
        origin = {"type": "hidden_user", "date": int(self.state.now().timestamp())}
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

    def send_video_note(self, data: bytes = b"\0\0\0 ftyp", seconds: int = 3) -> Message:
        """Send a round video, H.264 and AAC in MP4."""
        return self._send_file("video_note", Upload(data), duration=seconds)

    def send_audio(self, data: bytes = b"ID3", seconds: int = 180) -> Message:
        """Send a piece of music."""
        return self._send_file("audio", Upload(data, "song.mp3"), duration=seconds)

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
        message = self.find(message)
        if message.sender is not self.user:
            raise CannotAct("people edit their own messages only")
        message.formatted, message.edited = texts.spoken(text), self.state.now()
        message.edits += 1
        self.state.publish_message("edit", message)
        self._tell("edited_message", message.api())
        return message

    def delete(self, message: Message | int) -> None:
        """Take a message off the chat, on both phones. The bot is not told."""
        self.find(message).deleted = True

    def react(self, emoji: str | None, message: Message | int | None = None) -> None:
        """React to a message (the bot's newest by default); None takes the reaction back."""
        message = self.find(message or self.last)
        old, new = message.reactions.get(self.id, []), [emoji] if emoji else []
        self.state.react(message, self.user, new)
        body = {
            "chat": self.chat.api(),
            "message_id": message.id,
            "user": self.user.api(),
            "date": int(self.state.now().timestamp()),
            "old_reaction": [{"type": "emoji", "emoji": e} for e in old],
            "new_reaction": [{"type": "emoji", "emoji": e} for e in new],
        }
        self._tell("message_reaction", body)

    def tap(self, label: str | re.Pattern[str], message: Message | int | None = None) -> Tap:
        """Tap the button with this label, or the first whose label the pattern is found in.

        Looks through the newest message first, or only in `message`.
        """
        searched = [self.find(message)] if message else list(reversed(self.messages))
        for place in searched:
            for button in (button for row in place.inline_rows for button in row):
                if _fits(label, button["text"]) and "callback_data" in button:
                    return self.tap_data(place, button["callback_data"])
        raise CannotAct(f"no button {label!r} on the screen:\n{self.screen()}")

    def open_app(
        self, message: Message | int | None = None, theme: dict[str, str] | None = None
    ) -> str:
        """Tap the button of a Mini App, the newest one by default; the address that opens."""
        searched = [self.find(message)] if message else list(reversed(self.messages))
        keys = (key for each in searched for row in each.inline_rows for key in row)
        found = next((key["web_app"]["url"] for key in keys if "web_app" in key), None)
        if found is None:
            raise CannotAct(f"no button opens a Mini App here:\n{self.screen()}")
        data = mini_apps.init_data(self.state.token, self.user.api(), self.state.now())
        return mini_apps.launch(found, data, theme or {})

    def tap_data(self, message: Message | int, data: str) -> Tap:
        """Tap with any data: a stale button or a foreign one."""
        return self.state.tap(self.user, self.find(message, alive=False), data)

    def press(self, label: str) -> Message:
        """Press a key of the reply keyboard; location and contact keys send those."""
        rows = (self.chat.shown_keyboard() or {}).get("keyboard") or []
        key = next((key for row in rows for key in row if key["text"] == label), None)
        if not key:
            raise CannotAct(f"no key {label!r} on the screen:\n{self.screen()}")
        if key.get("request_location"):
            return self.share_location(*self.place)
        return self.send_contact() if key.get("request_contact") else self.say(label)

    def block(self) -> None:
        """Block the bot: it may not write any more."""
        membership.change(self.state, self.chat, self.user, "bot was blocked by the user")

    def unblock(self) -> None:
        """Let the bot write again."""
        membership.change(self.state, self.chat, self.user, "")

    def _send_file(self, kind: str, upload: Upload, caption: str = "", **details: Any) -> Message:
        file = self.state.files.add(kind, upload, details)
        return self._send(media=file, formatted=texts.spoken(caption))

    def _send(self, **parts: Any) -> Message:
        if self.chat.private and self.chat.refusal:
            raise CannotAct("unblock the bot before writing to it")
        self.chat.open = True
        message = self.state.post(self.chat, self.user, **parts)
        if self.chat.private or _meant_for_bot(message, self.state.bot):
            self._tell("message", message.api())
        return message

    def _tell(self, kind: str, body: dict[str, Any]) -> None:
        self.state.updates.add(kind, body, self.chat.id)


def _fits(label: str | re.Pattern[str], shown: str) -> bool:
    if isinstance(label, re.Pattern):
        return bool(label.search(shown))
    return label == shown


def _meant_for_bot(message: Message, bot: User) -> bool:
    """Privacy mode: in a group a bot hears commands, replies to it and its name."""
    reply = message.content.get("reply_to_message", {}).get("from", {}).get("id")
    return message.text.startswith("/") or f"@{bot.username}" in message.text or reply == bot.id
