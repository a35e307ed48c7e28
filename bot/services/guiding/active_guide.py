"""The walk that a runner is in, as a row: which step, in which message, and its countdown."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.values.guide_position import GuidePosition
from content.catalog.guide import GuideStep, tick
from scheduler.calendar.days import logging_day
from scheduler.planning.memory import Reminder
from scheduler.reminders.slots import HOLD

WALK = "walk"  # label of the message that a walk lives in
FRESH = timedelta(hours=3)  # a walk that was left longer ago is over


@dataclass(frozen=True, slots=True)
class ActiveGuide:
    """`started` is when the step began, `left` the seconds of a countdown that is paused.

    `message` is 0 while Telegram has not told the number of a new one, which comes in the place
    of the one it `replaces`; `shows` is the picture above it. `running` says that the countdown's
    next look is due; one that is due for a paused countdown ends its pause.
    """

    place: GuidePosition
    started: datetime
    message: int = 0
    replaces: int | None = None
    shows: str | None = None
    left: float | None = None
    running: bool = False

    def stored(self) -> dict[str, Any]:
        return {
            "place": self.place.code,
            "started": self.started.isoformat(),
            "message": self.message,
            "replaces": self.replaces,
            "shows": self.shows,
            "left": self.left,
        }

    @classmethod
    def of(cls, reminder: Reminder) -> "ActiveGuide":
        """Raises StaleTap."""
        data = reminder.data
        return cls(
            GuidePosition.of(data["place"].split(":")),
            datetime.fromisoformat(data["started"]),
            data["message"],
            data.get("replaces"),
            data["shows"],
            data["left"],
            running=data["left"] is None and bool(reminder.due or reminder.handed),
        )

    def seconds_left(self, frame: GuideStep, now: datetime) -> float:
        """What is left of a timed step: it runs, is paused, or was stopped before it began."""
        if self.left is not None:
            return self.left
        return tick(frame, self.started, now) if self.running else float(frame.seconds or 0)

    def went(self, frame: GuideStep, now: datetime) -> float:
        """How many seconds of a timed step are behind."""
        return (frame.seconds or 0) - self.seconds_left(frame, now)


def get(chat: Conversation) -> ActiveGuide | None:
    """The walk that is under way; None if there is none, or it was left hours ago."""
    guide = kept(chat)
    return guide if guide and chat.now - guide.started <= FRESH else None


def of_today(chat: Conversation) -> ActiveGuide | None:
    """The walk of today that has not come to its end, however long ago it was left."""
    guide = kept(chat)
    return guide if guide and logging_day(guide.started, chat.zone) == chat.day else None


def kept(chat: Conversation) -> ActiveGuide | None:
    """The walk that was begun last and has not come to its end, on whichever day."""
    slots = chat.work.reminders.all(chat.runner.id)  # which most actions read anyway
    row = next((each for each in slots if each.slot == HOLD), None)
    return ActiveGuide.of(row) if row and "place" in row.data else None


def keep(chat: Conversation, guide: ActiveGuide, *, look: float | None = None) -> None:
    """Remember it; its countdown looks again in so many seconds, and rests without any."""
    due = None if look is None else chat.now + timedelta(seconds=look)
    chat.work.reminders.plan(Reminder(chat.runner.id, HOLD, due, None, guide.stored()))


def pause(chat: Conversation, guide: ActiveGuide, frame: GuideStep) -> ActiveGuide:
    """Stop the countdown, if one runs; what is left of it stays."""
    left = guide.seconds_left(frame, chat.now) if frame.seconds and guide.running else guide.left
    paused = replace(guide, left=left, running=False)
    keep(chat, paused)
    return paused


def end(chat: Conversation) -> None:
    """Nobody is in a walk any more."""
    chat.work.reminders.plan(Reminder(chat.runner.id, HOLD, None, None, {}))


def take_away(chat: Conversation) -> None:
    """The walk is over; its message goes, unless it is the one that was tapped and is answered."""
    kept = get(chat)
    old = message_of(chat, kept) if kept else None
    if old and old != (chat.tap and chat.tap.message_id):
        chat.remove(old)
    end(chat)


def message_of(chat: Conversation, guide: ActiveGuide) -> int | None:
    """The message that the walk lives in; None while it is still on its way."""
    if guide.message:
        return guide.message
    newest = chat.work.outbox.last(chat.runner.id, WALK)
    return None if newest == guide.replaces else newest
