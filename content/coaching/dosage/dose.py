"""The dose of a strength card, and how it grows from what was done and how it felt. Pure.

One thing at a time: repetitions, then sets, then a slower pace, then a harder card, then load.
After sore muscles, form that slipped, or a fortnight away, it goes back by a step; what felt easy
grows a day sooner. Every fourth week and before a race it is the first dose again. Nothing is
stored: the same history gives the same dose.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from content.catalog.card import Card
from content.catalog.taxonomy import Kind
from content.coaching.dosage.ceilings import EVERYTHING, Change
from content.coaching.dosage.effort import Effort
from content.coaching.dosage.past import PastSession
from content.coaching.soreness import EASE_FROM, Soreness

GOOD_DAYS = 2  # at one dose, in full and without soreness, before it grows
LIGHT_WEEK = 4  # every fourth one
A_DAY, TAPER, FORTNIGHT = timedelta(days=1), timedelta(days=7), timedelta(days=14)


# What grows in which order, and by how much. Repetitions stay even for cards that swap sides, and
# begin anew with a set more: that is about as much work in all.
GROWTH = (
    (Change.REPS, ("reps", "reps_to"), 2),
    (Change.SETS, ("sets", "sets_to"), 1),
    (Change.HOLD, ("rep_hold_s", "rep_hold_to_s"), 2),
    (Change.PACE, ("lower_s", "lower_to_s"), 1),
)
HALVED = ("reps", "hold_s", "move_s")


class Rung(NamedTuple):
    """A card with one dose of its ladder, and what is new in it."""

    card: Card
    change: Change | None = None


@dataclass(frozen=True)
class Growth:
    """How far the doses of a runner have come: steps by card, and what is new since it was done.

    `earned` are cards that a finished ladder opens, and `outgrown` those that lead to them. In a
    `light` week, and when one `tapers` for a race, all doses are the first. Where strength made
    sore, doses are `eased`, also the first one.
    """

    steps: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, Change] = field(default_factory=dict)
    earned: frozenset[str] = frozenset()
    outgrown: frozenset[str] = frozenset()
    tapers: bool = False
    light: bool = False
    eased: bool = False

    def card(self, card: Card) -> Card:
        """The card with the dose that this runner has reached."""
        step = self.steps.get(card.id, 0)
        reached = card if self.light or not step else ladder(card)[step].card
        return lighter(reached) if self.eased else reached

    def dosed(self, cards: Mapping[str, Card]) -> Mapping[str, Card]:
        if self.eased:
            return {each: self.card(card) for each, card in cards.items()}
        grown = {each: self.card(cards[each]) for each in self.steps if each in cards}
        return {**cards, **grown}


@lru_cache(1 << 10)
def lighter(card: Card) -> Card:
    """A card of strength with one set less; half of it where there is but one."""
    if card.kind is not Kind.STRENGTHEN:
        return card
    if card.dose.sets > 1:
        return replace(card, dose=replace(card.dose, sets=card.dose.sets - 1))
    halved = {n: max(a // 4 * 2, 1) for n in HALVED if (a := getattr(card.dose, n))}
    return replace(card, dose=replace(card.dose, **halved))


@lru_cache(1 << 10)
def ladder(card: Card) -> tuple[Rung, ...]:
    """The card with each dose that it may grow to, the first one first."""
    return (Rung(card), *_grown(card)) if card.kind is Kind.STRENGTHEN else (Rung(card),)


def _grown(card: Card) -> Iterator[Rung]:
    first = card.dose.reps
    for change, (name, end), by in GROWTH:
        while (most := getattr(card.dose, end)) is not None:
            amount = min((getattr(card.dose, name) or most) + by, most)
            rest = None if amount == most else most
            dose = replace(card.dose, **{name: amount, end: rest})
            card = replace(card, dose=replace(dose, reps=first) if change is Change.SETS else dose)
            yield Rung(card, change)
    if card.load:
        yield Rung(replace(card, setup=(*card.setup, card.load)), Change.LOAD)


def topped(card: Card, step: int) -> bool:
    """Is nothing left but load, so that the harder card may come?"""
    rungs = ladder(card)
    return 0 < len(rungs) - 1 - (rungs[-1].change is Change.LOAD) <= step


def growth_of(
    past: Sequence[PastSession],
    sore: Sequence[Soreness],
    cards: Mapping[str, Card],
    day: date,
    races: Sequence[date] = (),
    *,
    grows: frozenset[Change] = EVERYTHING,
    eased: bool = False,
    felt: Mapping[date, Effort] | None = None,
) -> Growth:
    """What the days of strength before `day` have led to; `grows` is what of a dose may grow, and
    `felt` how hard it was on which day.
    """
    hurt = {each.day for each in sore if each.amount >= EASE_FROM}
    way = _Way(cards, hurt, grows, felt or {})
    for each in past:
        if each.day < day and each.share:
            way.walk(each)
    way.rest(day)
    outgrown = frozenset(each for each, step in way.steps.items() if topped(cards[each], step))
    harder = {cards[each].links.harder for each in outgrown}
    if outgrown:  # seldom, and to look for them is to look through all cards
        harder |= {card.id for card in cards.values() if card.links.easier in outgrown}
    tapers = any(timedelta(0) <= race - day < TAPER for race in races)
    return Growth(
        steps={card: step for card, step in way.steps.items() if step},
        new=way.new,
        earned=frozenset(each for each in harder if each and _strengthens(cards, each)),
        outgrown=outgrown,
        tapers=tapers,
        light=tapers or is_light(day),
        eased=eased,
    )


def is_light(day: date) -> bool:
    """Is it in a fourth week, which asks for less?"""
    return (day.toordinal() - 1) // 7 % LIGHT_WEEK == LIGHT_WEEK - 1


class _Way:
    """One strength day after another."""

    def __init__(
        self,
        cards: Mapping[str, Card],
        sore: set[date],
        grows: frozenset[Change],
        felt: Mapping[date, Effort],
    ) -> None:
        self.cards = cards
        self.grows = grows
        self.sore = sore
        self.felt = felt
        self.steps = Counter[str]()
        self.good = Counter[str]()
        self.new: dict[str, Change] = {}
        self.last: date | None = None

    def walk(self, session: PastSession) -> None:
        done = [each for each in session.cards if _strengthens(self.cards, each)]
        if not done:
            return
        self.rest(session.day)
        self.last = session.day
        for card in done:
            self.steps.setdefault(card, 0)
            self.new.pop(card, None)
        felt = self.felt.get(session.day)
        if {session.day, session.day + A_DAY} & self.sore or felt is Effort.HARD:
            self._back(done)
        elif session.share == 1:
            self.good.update(done * (GOOD_DAYS if felt is Effort.EASY else 1))
            self._on(done)

    def rest(self, day: date) -> None:
        """A fortnight without strength takes a step of every card."""
        away = (day - self.last) // FORTNIGHT if self.last else 0
        for _ in range(min(away, 9)):
            self._back(list(self.steps))

    def _back(self, cards: Sequence[str]) -> None:
        for card in cards:
            self.steps[card] = max(self.steps[card] - 1, 0)
            self.good[card] = 0

    def _on(self, cards: Sequence[str]) -> None:
        """One of the cards grows: the one that has waited longest."""
        ready = [each for each in cards if self.good[each] >= GOOD_DAYS and self._has_more(each)]
        if ready:
            card = min(ready, key=lambda each: (-self.good[each], self.steps[each], each))
            self.steps[card] += 1
            self.good[card] = 0
            change = ladder(self.cards[card])[self.steps[card]].change
            self.new |= {card: change} if change else {}

    def _has_more(self, card: str) -> bool:
        ahead = ladder(self.cards[card])[self.steps[card] + 1 :]
        return bool(ahead) and ahead[0].change in self.grows


def _strengthens(cards: Mapping[str, Card], card_id: str) -> bool:
    return card_id in cards and cards[card_id].kind is Kind.STRENGTHEN
