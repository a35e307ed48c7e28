"""What odd people do: each act is one update, drawn at random of what has broken bots before."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.playground.fake_telegram import FakeTelegram, Person
from bot.playground.fake_telegram.rules.errors import ApiError, CannotAct
from bot.playground.fake_telegram.state.chats import Message, Tap
from content.bundle import Content
from tests.chats.test_nothing_breaks import FORGED, FRAMES, verbs
from tests.measuring.damage import damaged
from tests.measuring.slow_words import LONGEST, kinds

# None of these is asked for; a server that is not Telegram may send them all the same.
OTHER_KINDS = (
    *("edited_channel_post", "channel_post", "inline_query", "poll", "poll_answer", "chat_member"),
    *("chat_join_request", "shipping_query", "pre_checkout_query", "business_message", "no_such"),
)
EMOJI = ("👍", "🔥", "👎", "❤", "😁", None)
NAMES = ("limber.json", "log.csv", "habits.csv", "plan.ics", "x" * 200, "\u202eexe.json")
COMMANDS = (
    *("start", "today", "done", "undo", "ask", "remind", "snooze", "pause", "resume", "progress"),
    *("program", "test", "physio", "settings", "privacy", "export", "import", "delete", "help"),
    *("why", "calendar", "news", "admin", "done@limber_bot", "done@other_bot"),
)


@dataclass
class Words:
    """Texts and buttons to draw from; made once."""

    content: Content
    makers: dict[str, Callable[[random.Random], str]] = field(init=False)
    phrases: list[str] = field(init=False)
    verbs: list[str] = field(init=False)

    def __post_init__(self) -> None:
        said = self.content.lexicon.phrases.values()
        self.makers = kinds(self.content)
        self.phrases = sorted({each for phrases in said for each in phrases})
        self.verbs = [*verbs(), "delete:yes", "delete:no", "delete:"]

    def page(self, chance: random.Random) -> str:
        """As long as a message can be, of any kind that has been slow."""
        return self.makers[chance.choice(list(self.makers))](chance)[:LONGEST]

    def text(self, chance: random.Random) -> str:
        """Mostly short ones, of phrases that mean something."""
        if chance.random() < 0.05:
            return self.page(chance)
        if chance.random() < 0.1:
            return self.page(chance)[: chance.randint(1, 80)]
        frame = chance.choice(FRAMES)
        return frame.format(*(chance.choice(self.phrases) for _ in range(frame.count("{}"))))

    def button(self, chance: random.Random) -> str:
        """Data that no button of ours holds, of at most 64 bytes."""
        return f"{chance.choice(self.verbs)}{chance.choice(FORGED)}"[:64] or "x"


@dataclass
class Actor:
    """One person with the phone in hand."""

    person: Person
    fake: FakeTelegram
    words: Words
    chance: random.Random

    def act(self) -> str:
        """Do one thing, and name it; what the screen does not let happen is a plain word."""
        names = list(ACTS)
        name = self.chance.choices(names, [ACTS[each][1] for each in names])[0]
        try:
            ACTS[name][0](self)
        except (CannotAct, ApiError):
            self._say()
        return name

    def _say(self) -> None:
        if self.person.chat.refusal:
            self.person.unblock()
        text = self.words.text(self.chance)
        with suppress(CannotAct):  # a text of spaces alone
            self.person.say(text, self._some() if self.chance.random() < 0.05 else None)

    def _command(self) -> None:
        rest = self.words.text(self.chance)[:200] if self.chance.random() < 0.5 else ""
        self.person.say(f"/{self.chance.choice(COMMANDS)} {rest}".strip())

    def _some(self) -> Message | None:
        return self.chance.choice(self.person.messages) if self.person.messages else None

    def _tap(self) -> None:
        """A button that is on the screen, new or old."""
        shown = [
            (m, key) for m in self.person.messages[-8:] for row in m.inline_rows for key in row
        ]
        keys = [(m, key["callback_data"]) for m, key in shown if "callback_data" in key]
        if not keys:
            raise CannotAct("there are no buttons")
        self.person.tap_data(*self.chance.choice(keys))

    def _forge(self) -> None:
        self.person.tap_data(self.person.last, self.words.button(self.chance))

    def _edit(self) -> None:
        own = [each for each in self.person.messages if not each.from_bot]
        if not own:
            raise CannotAct("nothing to edit")
        self.person.edit(self.chance.choice(own[-5:]), self.words.text(self.chance) or "x")

    def _react(self) -> None:
        self.person.react(self.chance.choice(EMOJI), self._some())

    def _send(self) -> None:
        """Anything but words."""
        sends: Sequence[Callable[[], Any]] = (
            *(self.person.send_photo, self.person.send_voice, self.person.send_video_note),
            *(self.person.send_audio, self.person.send_sticker, self.person.send_contact),
            lambda: self.person.share_location(
                self.chance.uniform(-90, 90), self.chance.uniform(-180, 180)
            ),
            lambda: self.person.forward(self.words.text(self.chance) or "x"),
            lambda: self.person.send_photo(caption=self.words.text(self.chance)[:1000]),
        )
        self.chance.choice(sends)()

    def _file(self) -> None:
        """What may be taken for an export or a table of habits."""
        data = self.words.page(self.chance).encode("utf-8", "replace")
        if self.chance.random() < 0.5:
            data = b"date,done\n2026-11-%d,1\n" % self.chance.randint(0, 40) + data[:500]
        self.person.send_document(self.chance.choice(NAMES), data)

    def _remove(self) -> None:
        """A message is gone from the screen, and then they write."""
        if some := self._some():
            self.person.delete(some)
        self._say()

    def _block(self) -> None:
        self.person.block()

    def _in_group(self) -> None:
        self.fake.group().member(self.person).say(f"/{self.chance.choice(COMMANDS)}")

    def _odd(self) -> None:
        """A sound update with something wrong in it."""
        kind, body = self.chance.choice(self._sound())
        self.fake.updates.add(kind, damaged(body, self.chance), self.person.id)

    def _other(self) -> None:
        """An update that nobody asked for."""
        body = self.chance.choice(self._sound())[1]
        allowed, self.fake.updates.allowed = self.fake.updates.allowed, [*OTHER_KINDS]
        self.fake.updates.add(self.chance.choice(OTHER_KINDS), body, self.person.id)
        self.fake.updates.allowed = allowed

    def _sound(self) -> list[tuple[str, dict[str, Any]]]:
        some = self._some()
        if some is None:
            raise CannotAct("nothing was said yet")
        who, date = self.person.user.api(), int(self.fake.now().timestamp())
        chat = self.person.chat.api()
        member = {"user": self.fake.bot.api(), "status": "member"}
        about = {"chat": chat, "date": date, "from": who}
        reaction = [{"type": "emoji", "emoji": "👍"}]
        tap = self._tapped(some).api()
        return [
            ("message", some.api() | {"from": who}),
            ("edited_message", some.api() | {"from": who, "edit_date": date}),
            ("callback_query", tap),
            (
                "message_reaction",
                {"chat": chat, "date": date, "user": who, "message_id": some.id}
                | {"old_reaction": [], "new_reaction": reaction},
            ),
            ("my_chat_member", about | {"old_chat_member": member, "new_chat_member": member}),
        ]

    def _tapped(self, some: Message) -> Tap:
        """A tap that Telegram knows of, and the bot does not yet."""
        number, data = str(len(self.fake.taps) + 1), self.words.button(self.chance)
        tap = Tap(number, self.person.user, some, data, self.fake.now())
        self.fake.taps[number] = tap
        return tap

    @property
    def pause(self) -> timedelta:
        """Time that passes until the next act."""
        return timedelta(seconds=self.chance.choice((1, 1, 1, 20, 600, 7200)))


ACTS: dict[str, tuple[Callable[[Actor], None], float]] = {
    "say": (Actor._say, 40),
    "command": (Actor._command, 10),
    "tap": (Actor._tap, 18),
    "forge": (Actor._forge, 8),
    "edit": (Actor._edit, 3),
    "react": (Actor._react, 3),
    "send": (Actor._send, 4),
    "file": (Actor._file, 1),
    "remove": (Actor._remove, 2),
    "block": (Actor._block, 0.5),
    "in a group": (Actor._in_group, 0.5),
    "odd": (Actor._odd, 9),
    "other": (Actor._other, 1),
}
