"""A group with the bot in it."""

from dataclasses import dataclass, field

from bot.playground.fake_telegram.people import membership
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.state.chats import Chat
from bot.playground.fake_telegram.state.server_state import ServerState


@dataclass(eq=False)
class Group:
    """`first` is a person as in their private chat; here they are the group's first member."""

    state: ServerState = field(repr=False)
    chat: Chat
    first: Person

    @property
    def person(self) -> Person:
        """Somebody in the group."""
        return self.member(self.first)

    def member(self, person: Person) -> Person:
        """The person as a member of this group: what they do happens here."""
        self.chat.members[person.id] = person.user
        return Person(self.state, person.user, self.chat, person.place)

    def kick_bot(self) -> None:
        """Throw the bot out."""
        kicked = "bot was kicked from the group chat"
        membership.change(self.state, self.chat, self.first.user, kicked)
