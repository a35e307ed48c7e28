"""One update: who writes, what is known, and what is answered, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from bot.dispatch.changes import Changes
from bot.dispatch.reply import Reply, Rows
from bot.dispatch.tap import StaleTap, Tap
from content.bundle import Content
from content.coaching.session.training_state import TrainingState
from content.intents.meaning import Intent, Meaning
from content.wording.formats import formatted
from content.wording.messages import Wording
from scheduler.calendar.days import logging_day
from scheduler.calendar.zones import local
from scheduler.planning.memory import Priority
from storage.answers import Answers
from storage.queries.outbox import OutboxMessage
from storage.runner import Runner

LOOKS = ("text", "reply_markup", "picture", "chart")  # what makes a message look as it does
LOOK_BACK = timedelta(days=120)  # history that the choice of cards and their doses look at
SPARE = timedelta(days=2)  # in whichever zone the runner is, and goes to


@dataclass(kw_only=True)
class Conversation(Changes):
    """Opened once for an update; all that is remembered of the runner is read once, at need."""

    content: Content
    text: str = ""
    captioned: bool = False  # the text stands below a picture or a file
    message_id: int | None = None
    tap: Tap | None = None
    meaning: Meaning = field(default_factory=lambda: Meaning(Intent.UNKNOWN))
    location: tuple[float, float] = (0.0, 0.0)
    reaction: str = ""
    spoken: bool = False  # the text was heard, and may not be what was said
    rest: str = ""  # what of the message another matter has not taken
    under_way: bool = False  # the message was a word to what is under way, such as a guide
    priority: Priority = Priority.ANSWER
    queued: list[OutboxMessage] = field(default_factory=list)
    training: tuple[int, Runner, TrainingState] | None = None  # as it was last built, and of what

    def __post_init__(self) -> None:
        super().__post_init__()
        self._answers = Answers(self.runner.answers)
        self.work.snapshots.since = self.now.date() - LOOK_BACK - SPARE

    @property
    def wording(self) -> Wording:
        return self.content.wording

    @property
    def zone(self) -> str:
        return self.runner.zone or "UTC"

    @property
    def local(self) -> datetime:
        """Now, on the runner's own clock."""
        return local(self.now, self.zone)

    @property
    def day(self) -> date:
        """The day that a log entry made now belongs to."""
        return logging_day(self.now, self.zone)

    def args(self, count: int | None = None) -> list[str]:
        """The arguments of the tapped button (see Tap), none without one. Raises StaleTap."""
        if self.tap:
            return self.tap.args(count)
        if count:
            raise StaleTap("")
        return []

    @property
    def answers(self) -> Answers:
        """What the runner answered and wished, as values."""
        if self._answers.stored is not self.runner.answers:
            self._answers = Answers(self.runner.answers)
        return self._answers

    def remember(self, **answers: Any) -> None:
        """Answers and wishes of the runner, beside those that are known."""
        self.change(answers=self.answers.changed(answers))

    def say(
        self,
        reply: Reply,
        *,
        label: str | None = None,
        expires: timedelta | None = None,
        silent: bool = False,
    ) -> None:
        """A new message, with a sound or without one; after `expires` it isn't worth sending."""
        payload = self._written(reply).payload()
        payload |= {"disable_notification": True} if silent else {}
        payload |= {"message_effect_id": reply.effect} if reply.effect else {}
        self.send("send_message", payload, label=label, expires=expires)

    def show(self, reply: Reply, *, label: str | None = None, silent: bool = False) -> None:
        """Put the reply where the runner looks: into the tapped message, else a new one."""
        if self.tap and self.tap.message_id:
            self.edit(self.tap.message_id, reply, shows=self.shown)
        else:
            self.say(reply, label=label, silent=silent)

    @property
    def shown(self) -> str | None:
        """The name of the picture that the tapped message shows; "" for one not of ours."""
        if self.tap is None or self.tap.picture is None:
            return None
        return self.work.pictures.shown(self.tap.picture) or ""

    def edit(
        self,
        message_id: int,
        reply: Reply,
        *,
        shows: str | None = None,
        keep: timedelta | None = None,
    ) -> None:
        """Change a message in place; after `keep` it isn't worth sending any more.

        `shows` names the picture that it shows now. A picture can be changed but not taken away,
        so a reply without one leaves it where it is, and comes below.
        """
        if shows is not None and reply.shows is None:
            self.unbutton(message_id)
            self.say(reply)
            return
        payload = {"message_id": message_id, **self._written(reply).payload()}
        if self._shows_already(message_id, payload):
            return
        if reply.shows and reply.shows == shows:
            payload["under"] = True
        self.send("edit_message_text", payload, expires=keep)

    def _written(self, reply: Reply) -> Reply:
        """The reply with times, distances and days as this runner wants them written."""
        formats = self.answers.formats
        if not formats:
            return reply
        return reply.written(lambda text: formatted(text, formats, self.wording.marks))

    def _shows_already(self, message_id: int, payload: dict[str, Any]) -> bool:
        """Whether an edit would change nothing."""
        own = [each.payload for each in self.queued if each.payload.get("message_id") == message_id]
        now = own[-1] if own else self.work.outbox.shown(self.runner.id, message_id)
        return now is not None and all(now.get(name) == payload.get(name) for name in LOOKS)

    def unbutton(self, message_id: int) -> None:
        """Take the buttons off a message that has had its turn."""
        self.buttons(message_id, ())

    def buttons(self, message_id: int, rows: Rows) -> None:
        """Other buttons below a message; its words stay."""
        written = self._written(Reply("", rows))
        payload = {"message_id": message_id, "reply_markup": written.markup}
        self.send("edit_message_reply_markup", payload)

    def react(self, emoji: str) -> None:
        """Put a reaction on what the runner wrote, or on the message that was tapped."""
        if self.message_id is not None:
            reaction = [{"type": "emoji", "emoji": emoji}]
            payload = {"message_id": self.message_id, "reaction": reaction}
            self.send("set_message_reaction", payload)

    def remove(self, message_id: int) -> None:
        self.send("delete_message", {"message_id": message_id})

    def toast(self, name: str, **values: object) -> None:
        """Flash a word over the tapped button. Only the first one counts."""
        if self.tap and not any(each.chat_id is None for each in self.queued):
            payload = {
                "callback_query_id": self.tap.query_id,
                "text": self.wording.toast(name, **values),
            }
            late = self.now + timedelta(seconds=140)  # Telegram forgets a tap after 150 s
            self.queued.append(OutboxMessage("answer_callback_query", payload, expires_at=late))

    def send(
        self,
        method: str,
        payload: dict[str, Any],
        *,
        label: str | None = None,
        expires: timedelta | None = None,
    ) -> None:
        self.queued.append(
            OutboxMessage(
                method,
                {"chat_id": self.runner.id, **payload},
                chat_id=self.runner.id,
                priority=self.priority,
                label=label,
                expires_at=self.now + expires if expires else None,
            )
        )

    def close(self) -> None:
        """Post what was said; a tap always gets its toast. What it did is kept."""
        self.keep_deeds()
        self.toast("default")
        self.work.outbox.post(self.queued, self.now)


Action = Callable[[Conversation], None]
