"""The session of a runner's day: made from the case, and kept until that changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.dispatch.conversation import LOOK_BACK, Conversation
from bot.services import enrolment
from bot.services.cards import card_of
from bot.services.training_state import training_state
from bot.values.offer import Offer
from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.taxonomy import Kind, Moment
from content.coaching.recommend.choose import Reason
from content.coaching.recommend.limits import before_run
from content.coaching.recommend.several import several
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.plan import has_more, one_more, todays_session
from content.coaching.session.runs import asks_for_run, moment_of
from content.coaching.session.substitutes import equivalent
from content.coaching.session.training_state import TrainingState, runs_on, session_inputs
from content.intents.meaning import Meaning
from scheduler.log.entries import EDITABLE
from storage.answers import AnswerKey

A_DAY = timedelta(days=1)


def todays(chat: Conversation, moment: Moment | None = None, minutes: int | None = None) -> Offer:
    """Today's session. It stays the same all day unless another moment or length is asked for,
    or a run comes near: nothing is held still before it.
    """
    kept = current(chat)
    if kept and moment is None and minutes is None and not _near_run(chat, kept):
        return kept
    state = training_state(chat)
    enrolment.go_on(chat, state)
    state = replace(state, enrolment=enrolment.current(chat))
    moment = moment or moment_now(chat, state)
    today = session_inputs(state, chat.content.library, chat.day, moment=moment, minutes=minutes)
    made = todays_session(today, _cards(chat))
    offer = Offer(chat.day, made.cards, made.minutes, made.reasons)
    _keep(chat, offer)
    return offer


def tomorrows(chat: Conversation) -> Offer:
    """What the next day's session would be, from what is known now. It is not kept."""
    state, day = training_state(chat), chat.day + A_DAY
    made = todays_session(session_inputs(state, chat.content.library, day), _cards(chat))
    return Offer(day, made.cards, made.minutes, made.reasons)


def as_on(chat: Conversation, day: date, shut: frozenset[str]) -> None:
    """Today's session becomes that of an earlier day, but for the cards that are `shut` now."""
    before = offered(chat, day)
    kept = [each for each in (before.cards if before else ()) if each not in shut]
    if before and kept:
        _keep(chat, replace(before, day=chat.day, cards=tuple(kept)))


def chosen(chat: Conversation, cards: Sequence[str]) -> None:
    """These cards are today's session from now on."""
    minutes = round(sum(length(card_of(chat, each)) for each in cards))
    _keep(chat, Offer(chat.day, tuple(cards), max(minutes, 1), (Reason("own"),)))


def wished(chat: Conversation, wish: Meaning, hidden: frozenset[str]) -> Offer:
    """A session for a wish with time for more than one card; from now on it is today's."""
    found = several(wish, chat.answers.profile, _cards(chat), hidden)
    minutes = round(sum(length(card_of(chat, each)) for each in found))
    reasons = [Reason("area", each) for each in wish.areas[:2]]
    if wish.moment:
        reasons.append(Reason("moment", wish.moment))
    offer = Offer(chat.day, found, max(minutes, 1), tuple(reasons))
    _keep(chat, offer)
    return offer


def current(chat: Conversation) -> Offer | None:
    """Today's session as it was last offered; None if it was not."""
    return offered(chat, chat.day)


def offered(chat: Conversation, day: date) -> Offer | None:
    """The session that was offered on that day, up to a week ago; None if there was none."""
    if chat.day - day > EDITABLE:
        return None
    found = chat.work.session_log.sessions(chat.runner.id, chat.day - LOOK_BACK)
    return next((_offer(each) for each in found if each["day"] == day), None)


def logged(chat: Conversation) -> bool:
    """Does today stand in the log already?"""
    entries = chat.work.session_log.entries(chat.runner.id, since=chat.day)
    return any(each.day == chat.day for each in entries)


def had_strength(chat: Conversation) -> bool:
    """Was strength among what was done today?"""
    done = [_cards(chat).get(each) for each in _done(chat)[2]]
    return any(card.kind is Kind.STRENGTHEN for card in done if card)


def more(chat: Conversation) -> str | None:
    """A card to go on with once today's session is done; None when it is enough."""
    return one_more(*_done(chat))


def goes_on(chat: Conversation) -> bool:
    """Whether there is more."""
    return has_more(*_done(chat))


def extend(chat: Conversation) -> str | None:
    """Let one more card join today's session; None when it is enough."""
    card_id = more(chat)
    if card_id:
        _join(chat, current(chat) or todays(chat), card_id)
    return card_id


def rejoin(chat: Conversation, card_id: str) -> None:
    """A card that was left out is part of today's session again."""
    offer = current(chat)
    if offer and card_id not in offer.cards:
        _join(chat, offer, card_id)


def _join(chat: Conversation, offer: Offer, card_id: str) -> None:
    minutes = offer.minutes + round(length(card_of(chat, card_id)))
    _keep(chat, replace(offer, cards=(*offer.cards, card_id), minutes=minutes))


def exchange(chat: Conversation, card: str, instead: str) -> None:
    """Put one card in the place of another in today's session."""
    offer = current(chat) or todays(chat)
    cards = tuple(instead if each == card else each for each in offer.cards)
    _keep(chat, replace(offer, cards=cards))


def give_way(chat: Conversation, card: Card, *, join: bool = False) -> str | None:
    """Put another card for the same purpose in the place of one; without any, leave it out.

    Where that one is left out already, the other may `join` at the end.
    """
    offer, state = current(chat), training_state(chat)
    today = session_inputs(state, chat.content.library, chat.day, moment=moment_now(chat, state))
    taken = offer.cards if offer else ()
    other = equivalent(card, today, _cards(chat), taken)
    if offer and card.id in taken:
        if other:
            exchange(chat, card.id, other.id)
        else:
            drop(chat, card.id)
    elif offer and other and join:
        _join(chat, offer, other.id)
    return other.id if other else None


def drop(chat: Conversation, card: str) -> None:
    """Leave a card out of today's session; without any left it is made anew."""
    offer = current(chat) or todays(chat)
    cards = tuple(each for each in offer.cards if each != card)
    gone = round(length(card_of(chat, card))) if card in offer.cards else 0
    if cards:
        _keep(chat, replace(offer, cards=cards, minutes=max(offer.minutes - gone, 1)))
    else:
        think_again(chat)


def think_again(chat: Conversation) -> None:
    """What today's session was made from has changed: make it anew when it is next asked for."""
    chat.work.session_log.forget_session(chat.runner.id, chat.day)


def moment_now(chat: Conversation, state: TrainingState | None = None) -> Moment | None:
    """What the schedule of runs says of this moment; a run after midnight counts tonight."""
    state, day = state or training_state(chat), chat.local.date()
    days = (day - A_DAY, day, day + A_DAY)
    return moment_of(chat.local, [run for each in days for run in runs_on(state, each)])


def run_is_unknown(chat: Conversation) -> bool:
    """Is it to be asked whether there is a run today, before anything is held still?"""
    state = training_state(chat)
    asked = chat.answers.day(AnswerKey.ASKED_RUN)
    today = chat.local.date()
    return bool(runs_on(state, today)) and asks_for_run(today, state.profile, state.runs, asked)


def holds_still(chat: Conversation, cards: Iterable[str]) -> bool:
    """Is any of them not for the time before a run?"""
    known = [_cards(chat)[each] for each in cards if each in _cards(chat)]
    return not all(map(before_run, known))


def _done(chat: Conversation) -> tuple[SessionInputs, Mapping[str, Card], tuple[str, ...]]:
    """Today, all cards, and those that were done today."""
    state = training_state(chat)
    done = {card for e in state.past if e.day == chat.day and e.share for card in e.cards}
    today = session_inputs(state, chat.content.library, chat.day, moment=_before_run(chat, state))
    return today, _cards(chat), tuple(sorted(done))


def _before_run(chat: Conversation, state: TrainingState) -> Moment | None:
    """One more card is held to the moment only where that keeps it from holding still."""
    moment = moment_now(chat, state)
    return moment if moment is Moment.BEFORE_RUN else None


def _near_run(chat: Conversation, kept: Offer) -> bool:
    """Does a run come near, and would the session hold still before it?"""
    return holds_still(chat, kept.cards) and moment_now(chat) is Moment.BEFORE_RUN


def _offer(row: Mapping[str, Any]) -> Offer:
    reasons = tuple(Reason(*each) for each in row["reasons"])
    return Offer(row["day"], tuple(row["cards"]), row["minutes"], reasons)


def _keep(chat: Conversation, offer: Offer) -> None:
    reasons = [list(each) for each in offer.reasons]
    session_log = chat.work.session_log
    session_log.keep_session(chat.runner.id, offer.day, offer.cards, offer.minutes, reasons)


def _cards(chat: Conversation) -> Mapping[str, Card]:
    return chat.content.library.cards
