"""Everybody who talks to the bot, alone or in groups."""

from bot.playground.fake_telegram.people.group import Group
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.state.chats import Chat, User
from bot.playground.fake_telegram.state.server_state import ServerState


class People:
    """Makes people and groups when they are first asked for."""

    def __init__(self, state: ServerState) -> None:
        self._state = state
        self._people: dict[int, Person] = {}
        self._groups: dict[int, Group] = {}

    def person(self, number: int, name: str, language: str, username: str) -> Person:
        """The person with this id, who has a private chat with the bot but has not written yet."""
        if number not in self._people:
            user = User(number, name, language, username)
            self._state.users[number] = user
            chat = self._open(Chat(number, "private", owner=user))
            chat.members[number] = user
            self._people[number] = Person(self._state, user, chat)
        return self._people[number]

    def group(self, number: int, title: str, first: Person) -> Group:
        """The group with this id, with the bot and `first` in it."""
        if number not in self._groups:
            chat = self._open(Chat(number, "group", title=title, open=True))
            self._groups[number] = Group(self._state, chat, first)
        return self._groups[number]

    def _open(self, chat: Chat) -> Chat:
        bot = self._state.bot
        chat.members[bot.id] = bot
        self._state.chats[chat.id] = chat
        return chat
