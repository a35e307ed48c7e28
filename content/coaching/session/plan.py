"""Today's session: two or three cards for this runner and this day. Same inputs, same session."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.programme import Focus
from content.catalog.taxonomy import Kind, Moment
from content.coaching.dosage.volume import has_room, ledger
from content.coaching.programme.week_schedule import RECOVERY, RECOVERY_IF_SORE
from content.coaching.recommend.choose import Reason
from content.coaching.recommend.limits import KNEELING, before_run, has_kit
from content.coaching.session import warm_up
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.length import (
    NEAR,
    ONE_CARD_BELOW,
    STRENGTH_MINUTES,
    USUAL_MINUTES,
    WARM_UP_MINUTES,
)
from content.coaching.session.picking import CardPicker, Want, again
from content.coaching.session.reasons import reasons
from content.coaching.session.spots import spots_of_week
from content.coaching.soreness import Light

AWAY_FROM_RUN = (Kind.RELEASE, Kind.STRETCH, Kind.MOBILIZE, Kind.STRENGTHEN)
IN_ORDER = {kind: place for place, kind in enumerate(Kind)}
OWN_DAYS = 2  # of strength in a week for the programme; a third is for what the week still lacks
STRONG_CARDS = 3  # on a day of strength, once its runner is used to two


@dataclass(frozen=True, slots=True)
class Session:
    """Card ids in the order of doing them, how many minutes in all, and why these.

    Without cards the reason says why: a red light, or nothing that fits.
    """

    cards: tuple[str, ...]
    minutes: int
    reasons: tuple[Reason, ...]


def todays_session(today: SessionInputs, cards: Mapping[str, Card]) -> Session:
    """The session of that day, in the order of `Kind`.

    The first card is the core, for the tightest spot, and stays; strength comes every other day,
    two cards of it at first and then three; the rest fills what the week still lacks, and
    otherwise rotates. Before a run everything moves (rule R2).
    """
    if today.light is Light.STOP:
        return Session((), 0, (Reason("stop"),))
    cards = today.growth.dosed(cards)
    picking = _picking(today, cards)
    picked: list[Card] = []
    for want in _wants(today, picking):
        if card := want(picking, picked):
            picked.append(card)
    while today.minutes and (card := _more(today, picking, picked)):
        picked.append(card)
    ordered = sorted(picked, key=lambda card: IN_ORDER[card.kind])
    total = max(1, round(sum(length(card) for card in ordered)))
    return Session(tuple(c.id for c in ordered), total, reasons(today, ordered, cards))


def one_more(today: SessionInputs, cards: Mapping[str, Card], done: tuple[str, ...]) -> str | None:
    """A card to go on with after a session of `done`; None when it is enough for the day."""
    if today.light is not Light.GO:
        return None
    cards = today.growth.dosed(cards)
    picked = [cards[each] for each in done if each in cards]
    card = _picking(today, cards).anything(picked)
    return card.id if card else None


def has_more(today: SessionInputs, cards: Mapping[str, Card], done: tuple[str, ...]) -> bool:
    """Is there `one_more`? Asked at every log, and quicker to tell than which one is best."""
    if today.light is not Light.GO:
        return False
    picked = [cards[each] for each in done if each in cards]
    book = ledger(((card, 1) for card in picked), today.book(cards))
    strength = strength_is_due(today, cards)
    return any(
        not again(card, picked) and has_room(book, card) and _fits_day(card, today, strength)
        for card in cards.values()
    )


def _picking(today: SessionInputs, cards: Mapping[str, Card]) -> CardPicker:
    strength = strength_is_due(today, cards)
    pool = tuple(card for card in cards.values() if _fits_day(card, today, strength))
    return CardPicker(
        today,
        pool,
        spots_of_week(today),
        today.book(cards),
        today.sets_of_week(cards),
        _limit(today, strength),
        strength,
        today.strength_of_week(cards) < OWN_DAYS,
    )


def _limit(today: SessionInputs, strength: bool) -> float:
    """How many minutes there are; what was asked for may be passed by a little."""
    if today.minutes:
        asked = today.minutes * (1 + NEAR / 2)
        return min(asked, WARM_UP_MINUTES) if today.moment is Moment.BEFORE_RUN else asked
    if today.moment is Moment.BEFORE_RUN:
        return WARM_UP_MINUTES
    return STRENGTH_MINUTES if strength and today.settled else USUAL_MINUTES


def _fits_day(card: Card, today: SessionInputs, strength: bool) -> bool:
    """No strength comes into a day that is not one of it, whatever else is missing, and no floor
    into one that the programme has for the desk.
    """
    at_desk = today.focus is Focus.DESK and today.moment is None
    if at_desk and Moment.DESK not in card.moments:
        return False
    return (strength or card.kind is not Kind.STRENGTHEN) and usable(card, today)


def usable(card: Card, today: SessionInputs) -> bool:
    """May this card be in a session of that day at all?"""
    if not today.is_open(card):
        return False
    favourite = card.id in today.favourites
    if today.moment is Moment.BEFORE_RUN:
        fits = before_run(card)
    elif today.moment is None or today.moment in card.moments:
        fits = card.kind in AWAY_FROM_RUN or (favourite and card.kind is not Kind.DRILL)
    else:
        fits = False
    return fits and _may_be_done(card, today)


def _may_be_done(card: Card, today: SessionInputs) -> bool:
    """Is it neither hidden nor locked, and possible with this kit and these knees?"""
    if card.id in today.hidden or not today.locked.isdisjoint(card.areas):
        return False
    if today.no_kneeling and card.position in KNEELING:
        return False
    return has_kit(card, today.profile.kit or frozenset())


def _wants(today: SessionInputs, picking: CardPicker) -> tuple[Want, ...]:
    """What the places of the session are for, the core first; where there is time for one card
    only, a day of strength has strength.
    """
    if today.moment is Moment.BEFORE_RUN:
        third = warm_up.quick if today.speed else warm_up.moving
        return (warm_up.opening, warm_up.moving, third, warm_up.left_cold)
    if today.light is Light.EASE:
        return (CardPicker.gentle, CardPicker.gentle)
    if not picking.strength:
        desk = today.focus is Focus.DESK
        last = CardPicker.rotating if desk else CardPicker.lacking
        return (CardPicker.core, CardPicker.rehearsal, last)
    strong = [CardPicker.strong] * (STRONG_CARDS if today.settled else 2)
    first = strong[:1] if picking.limit < ONE_CARD_BELOW else []
    return (*first, CardPicker.core, *strong[len(first) :])


def _more(today: SessionInputs, picking: CardPicker, picked: list[Card]) -> Card | None:
    """One card more while the minutes that were asked for are not spent; most of it is range."""
    spent = sum(map(length, picked))
    if today.light is Light.EASE or spent >= (today.minutes or 0) * (1 - NEAR / 2):
        return None
    if today.moment is Moment.BEFORE_RUN:
        return warm_up.moving(picking, picked)
    return picking.lacking(picked) or picking.anything(picked, timed=True)


def strength_is_due(today: SessionInputs, cards: Mapping[str, Card]) -> bool:
    """Every other day, or when the programme says so; never two days in a row, on sore legs or
    before a big run.
    """
    if today.fresh or today.gentle or today.light is not Light.GO:
        return False
    if today.moment is Moment.BEFORE_RUN or today.focus not in (None, Focus.STRENGTH):
        return False
    last = today.last_strength(cards)
    return last is None or today.day - last >= (RECOVERY_IF_SORE if today.tender else RECOVERY)
