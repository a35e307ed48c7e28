"""What the server remembers: users, chats, messages and taps."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.playground.fake_telegram.rules import keyboards
from bot.playground.fake_telegram.rules.texts import Formatted
from bot.playground.fake_telegram.state.files import StoredFile


@dataclass(eq=False)
class User:
    """A person or the bot itself."""

    id: int
    first_name: str
    language_code: str = "en"
    username: str = ""
    is_bot: bool = False

    def api(self) -> dict[str, Any]:
        """The Bot API's User."""
        user = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        username = {"username": self.username} if self.username else {}
        return user | username | ({} if self.is_bot else {"language_code": self.language_code})


@dataclass(eq=False)
class Message:
    """One message, from either side, as it stands now.

    `text` is the plain text or caption, `html` the words as they were sent, `media` a stored file,
    `content` the other fields of the Bot API's Message (location, contact, forward_origin, …).
    """

    id: int
    chat: "Chat" = field(repr=False)
    sender: User
    date: datetime
    formatted: Formatted = field(default_factory=Formatted)
    media: StoredFile | None = None
    content: dict[str, Any] = field(default_factory=dict)
    markup: keyboards.Markup | None = None
    edited: datetime | None = None
    edits: int = 0
    deleted: bool = False
    silent: bool = False
    reactions: dict[int, list[str]] = field(default_factory=dict)

    @property
    def from_bot(self) -> bool:
        """True for the bot's own messages."""
        return self.sender.is_bot

    @property
    def text(self) -> str:
        """Plain text, or the plain caption of media."""
        return self.formatted.text

    @property
    def html(self) -> str:
        """Text or caption with its markup, as it was sent."""
        return self.formatted.source

    @property
    def caption(self) -> str:
        """The plain caption; empty for a text message."""
        return self.text if self.media else ""

    @property
    def kind(self) -> str:
        """text, photo, voice, document, sticker, location, contact, poll, …"""
        if self.media:
            return self.media.kind
        return next((k for k in ("location", "contact", "poll") if k in self.content), "text")

    @property
    def buttons(self) -> list[list[str]]:
        """Labels of the inline keyboard, row by row."""
        return [[button["text"] for button in row] for row in self.inline_rows]

    @property
    def inline_rows(self) -> list[list[dict[str, Any]]]:
        """The inline keyboard as it was sent."""
        return (self.markup or {}).get("inline_keyboard") or []

    @property
    def keyboard(self) -> list[list[str]]:
        """Labels of the reply keyboard that this message brought."""
        return [[key["text"] for key in row] for row in (self.markup or {}).get("keyboard") or []]

    def quoted(self) -> dict[str, Any]:
        """The field that a reply to this message carries; quotes do not nest."""
        return {
            "reply_to_message": {k: v for k, v in self.api().items() if k != "reply_to_message"}
        }

    def api(self) -> dict[str, Any]:
        """The Bot API's Message."""
        message: dict[str, Any] = {
            "message_id": self.id,
            "date": int(self.date.timestamp()),
            "chat": self.chat.api(),
            "from": self.sender.api(),
            **self.content,
        }
        if self.media:
            message[self.media.kind] = self.media.api()
        if self.text:
            text, entities = ("caption", "caption_entities") if self.media else ("text", "entities")
            message[text] = self.text
            message |= {entities: self.formatted.entities} if self.formatted.entities else {}
        if keyboards.is_inline(self.markup):
            message["reply_markup"] = self.markup
        return message | ({"edit_date": int(self.edited.timestamp())} if self.edited else {})


@dataclass(eq=False)
class Chat:
    """A private chat with a person, or a group.

    `refusal` is why the bot may not write here now; a private chat opens with the person's first
    message.
    """

    id: int
    type: str
    title: str = ""
    owner: User | None = None
    members: dict[int, User] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    pinned: list[int] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    toasts: list[tuple[int, str, bool]] = field(default_factory=list)
    open: bool = False
    refusal: str = ""

    @property
    def private(self) -> bool:
        """True for a chat of one person with the bot."""
        return self.type == "private"

    @property
    def visible(self) -> list[Message]:
        """Messages that have not been deleted, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    def alive(self, message_id: int) -> Message | None:
        """The message if it exists and was not deleted."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message

    def shown_keyboard(self) -> keyboards.Markup | None:
        """The reply keyboard under the input field now: the newest that was neither removed."""
        for message in reversed(self.messages.values()):
            markup = message.markup or {}
            if not message.deleted and ("keyboard" in markup or "remove_keyboard" in markup):
                return markup if "keyboard" in markup else None
        return None

    def api(self) -> dict[str, Any]:
        """The Bot API's Chat."""
        if self.owner:
            name: dict[str, str] = {"first_name": self.owner.first_name}
            name |= {"username": self.owner.username} if self.owner.username else {}
        else:
            name = {"title": self.title}
        return {"id": self.id, "type": self.type, **name}


@dataclass(eq=False)
class Tap:
    """A tap on an inline button and how the bot answered it.

    `answered` turns true with answerCallbackQuery; `toast` is the little text shown then, `alert`
    whether it was a box to be closed.
    """

    id: str
    user: User
    message: Message
    data: str
    at: datetime
    answered: bool = False
    toast: str = ""
    alert: bool = False

    def api(self) -> dict[str, Any]:
        """The Bot API's CallbackQuery."""
        return {
            "id": self.id,
            "from": self.user.api(),
            "message": self.message.api(),
            "chat_instance": str(self.message.chat.id),
            "data": self.data,
        }
