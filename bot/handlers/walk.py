"""Walking through a card: one message, edited step by step, with a live countdown."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot import session, shown
from bot.chat import Chat, StaleTap
from bot.context import Handlers, story
from bot.reply import Reply
from bot.views import walk as views
from content.card import Card
from content.walk import frames, next_tick
from content.walk import tick as seconds_left
from scheduler.memory import Priority, Reminder
from scheduler.slots import HOLD

WALK = "walk"  # label of the message that a walk lives in
STALE = timedelta(seconds=5)  # an edit of the countdown is worth nothing later than that


@dataclass(frozen=True, slots=True)
class Hold:
    """A running countdown: which step of which card, in which message, since when."""

    card: str
    at: int
    day: date | None
    message: int
    started: datetime
    shows: str | None = None  # the picture above it

    def stored(self) -> dict[str, Any]:
        day = self.day.isoformat() if self.day else None
        return {**asdict(self), "day": day, "started": self.started.isoformat()}

    @classmethod
    def of(cls, reminder: Reminder) -> "Hold":
        data = reminder.data
        day = date.fromisoformat(data["day"]) if data["day"] else None
        started = datetime.fromisoformat(data["started"])
        return cls(data["card"], data["at"], day, data["message"], started, data.get("shows"))


def open_card(chat: Chat, card_id: str, *, day: date | None = None) -> None:
    """A card in a new message, at its first step."""
    _stop_clock(chat)
    card = _card(chat, card_id)
    shown.put(chat, card_id)
    chat.say(_view(chat, card, 0, day), label=WALK)


def step(chat: Chat) -> None:
    """To the step that the tapped button names, in place."""
    card_id, at, day = _where(chat)
    card = _card(chat, card_id)
    shown.put(chat, card_id)
    _stop_clock(chat)
    view = _view(chat, card, at, day)
    chat.show(view)
    if chat.tap and chat.tap.message_id:
        held = Hold(card_id, at, day, chat.tap.message_id, chat.now, view.shows)
        _start_clock(chat, card, held)


def swap(chat: Chat) -> None:
    """To the easier or harder sister of a card; in a session she takes its place."""
    direction, card_id, raw = [*(chat.tap.data if chat.tap else "").split(":"), "", ""][:3]
    linked = getattr(_card(chat, card_id).links, direction)
    day = _date(raw)
    if linked is None:
        raise StaleTap(direction)
    if day == chat.day:
        session.exchange(chat, card_id, linked)
    _stop_clock(chat)
    shown.put(chat, linked)
    chat.show(_view(chat, _card(chat, linked), 0, day))


def why(chat: Chat) -> None:
    """Why this card, and who says so; the same message leads back to the step."""
    card_id, at, day = _where(chat)
    _stop_clock(chat)
    card = _card(chat, card_id)
    place, reasons, cited = _place(card, at), chat.coach.reasons(card), chat.coach.cited(card)
    chat.show(views.why(card, reasons, cited, place, day))


def tick(chat: Chat, reminder: Reminder) -> None:
    """The countdown's next look: fewer seconds, or on to the next step by itself."""
    chat.priority = Priority.TICK
    held = Hold.of(reminder)
    card = _card(chat, held.card)
    place = _place(card, held.at)
    left = seconds_left(place.frame, held.started, chat.now)
    if left > 0:
        view = views.step(card, place, held.day, left=left)
        chat.edit(held.message, view, shows=held.shows, keep=STALE)
        _plan_tick(chat, held, left)
    else:
        _go_on(chat, card, replace(held, at=held.at + 1, started=chat.now))


def _go_on(chat: Chat, card: Card, held: Hold) -> None:
    view = _view(chat, card, held.at, held.day)
    chat.edit(held.message, view, shows=held.shows)
    _stop_clock(chat)
    _start_clock(chat, card, replace(held, shows=view.shows))


def _start_clock(chat: Chat, card: Card, held: Hold) -> None:
    """Count down, if the step has a time."""
    seconds = _place(card, held.at).frame.seconds
    if seconds:
        _plan_tick(chat, held, seconds)


def _plan_tick(chat: Chat, held: Hold, left: float) -> None:
    due = chat.now + timedelta(seconds=next_tick(left))
    chat.work.reminders.plan(Reminder(chat.runner.id, HOLD, due, None, held.stored()))


def _stop_clock(chat: Chat) -> None:
    chat.work.reminders.rest(chat.runner.id, HOLD)


def _view(chat: Chat, card: Card, at: int, day: date | None) -> Reply:
    following = None
    if day:
        cards = (session.offered(chat, day) or session.todays(chat)).cards
        place = cards.index(card.id) + 1 if card.id in cards else len(cards)
        following = chat.coach.library.cards[cards[place]] if place < len(cards) else None
    return views.step(card, _place(card, at), day, following=following)


def _where(chat: Chat) -> tuple[str, int, date | None]:
    parts = [*(chat.tap.args if chat.tap else []), "", ""]
    card, at, day = parts[0], parts[1], parts[2]
    if not at.isdigit():
        raise StaleTap(card)
    return card, int(at), _date(day)


def _date(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError:
        raise StaleTap(raw) from None


def _card(chat: Chat, card_id: str) -> Card:
    card = chat.coach.library.cards.get(card_id)
    if card is None:
        raise StaleTap(card_id)
    return card


def _place(card: Card, at: int) -> views.Place:
    """Where the walk is; its last step where the card has become shorter since."""
    walked = frames(card)
    at = min(at, len(walked) - 1)
    return views.Place(walked[at], at, len(walked))


HANDLERS: Handlers = [
    CallbackQueryHandler(story(step), r"^walk:"),
    CallbackQueryHandler(story(swap), r"^(easier|harder):"),
    CallbackQueryHandler(story(why), r"^why:"),
]
