"""The session of a runner's day: made from what is remembered, and kept until that changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.chat import Chat
from bot.profile import hidden, profile
from content.card import Card
from content.choose import Reason
from content.session import one_more, todays_session
from content.terms import Moment
from content.today import Past, Today
from content.walk import minutes as length
from scheduler.journal import Status, states

LOOK_BACK = timedelta(days=60)  # history that the choice of cards looks at
SHARES = {Status.DONE: 1.0, Status.PARTIAL: 0.5}


@dataclass(frozen=True, slots=True)
class Offer:
    """The session of one day: card ids in order, minutes in all, why these."""

    day: date
    cards: tuple[str, ...]
    minutes: int
    reasons: tuple[Reason, ...] = ()


def todays(chat: Chat, moment: Moment | None = None, minutes: int | None = None) -> Offer:
    """Today's session. It stays the same all day unless another moment or length is asked for."""
    sessions = chat.work.journal.sessions(chat.runner.id, chat.day - LOOK_BACK)
    kept = next((each for each in sessions if each["day"] == chat.day), None)
    if kept and moment is None and minutes is None:
        reasons = tuple(Reason(*each) for each in kept["reasons"])
        return Offer(chat.day, tuple(kept["cards"]), kept["minutes"], reasons)
    made = todays_session(circumstances(chat, sessions, moment, minutes), _cards(chat))
    offer = Offer(chat.day, made.cards, made.minutes, made.reasons)
    _keep(chat, offer)
    return offer


def circumstances(
    chat: Chat,
    sessions: Sequence[Mapping[str, Any]],
    moment: Moment | None = None,
    minutes: int | None = None,
) -> Today:
    """All that today's session depends on; `sessions` are those offered lately."""
    return Today(
        day=chat.day,
        profile=profile(chat.runner.answers),
        past=_past(chat, sessions),
        moment=moment,
        minutes=minutes,
        hidden=hidden(chat.runner.answers),
    )


def more(chat: Chat) -> str | None:
    """A card to go on with once today's session is done; None when it is enough."""
    sessions = chat.work.journal.sessions(chat.runner.id, chat.day - LOOK_BACK)
    done = {card for each in _logged(chat) if each.day == chat.day for card in each.cards}
    return one_more(circumstances(chat, sessions), _cards(chat), tuple(sorted(done)))


def extend(chat: Chat) -> str | None:
    """Let one more card join today's session; None when it is enough."""
    card_id = more(chat)
    if card_id:
        offer = todays(chat)
        minutes = offer.minutes + round(length(_cards(chat)[card_id]))
        _keep(chat, replace(offer, cards=(*offer.cards, card_id), minutes=minutes))
    return card_id


def exchange(chat: Chat, card: str, instead: str) -> None:
    """Put one card in the place of another in today's session."""
    offer = todays(chat)
    cards = tuple(instead if each == card else each for each in offer.cards)
    _keep(chat, replace(offer, cards=cards))


def think_again(chat: Chat) -> None:
    """What today's session was made from has changed: make it anew when it is next asked for."""
    chat.work.journal.forget_session(chat.runner.id, chat.day)


def _past(chat: Chat, sessions: Sequence[Mapping[str, Any]]) -> tuple[Past, ...]:
    """What was done, and what was only offered, in the order of days; today's offer is no past."""
    logged = _logged(chat)
    days = {each.day for each in logged} | {chat.day}
    offered = [Past(e["day"], tuple(e["cards"]), 0) for e in sessions if e["day"] not in days]
    return tuple(sorted([*offered, *logged], key=lambda each: each.day))


def _logged(chat: Chat) -> list[Past]:
    entries = chat.work.journal.entries(chat.runner.id, since=chat.day - LOOK_BACK)
    return [
        Past(entry.day, entry.cards, SHARES[entry.status])
        for entry in states(entries).values()
        if entry.status in SHARES
    ]


def _keep(chat: Chat, offer: Offer) -> None:
    reasons = [list(each) for each in offer.reasons]
    journal = chat.work.journal
    journal.keep_session(chat.runner.id, offer.day, offer.cards, offer.minutes, reasons)


def _cards(chat: Chat) -> Mapping[str, Card]:
    return chat.coach.library.cards
