"""What a person sees on the phone."""

from dataclasses import dataclass, field

from bot.playground.fake_telegram.people.screen import screen
from bot.playground.fake_telegram.rules.errors import CannotAct
from bot.playground.fake_telegram.state.chats import Chat, Message, User
from bot.playground.fake_telegram.state.server_state import ServerState


@dataclass(eq=False)
class Phone:
    """One person's view of one chat."""

    state: ServerState = field(repr=False)
    user: User
    chat: Chat = field(repr=False)

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
        if not found:
            raise CannotAct(f"the bot has not written yet:\n{self.screen()}")
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

    def find(self, message: Message | int, *, alive: bool = True) -> Message:
        """The message with this number, unless it is gone."""
        found = self.chat.messages[message] if isinstance(message, int) else message
        if alive and found.deleted:
            raise CannotAct(f"message {found.id} is gone:\n{self.screen()}")
        return found
