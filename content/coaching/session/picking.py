"""Which card is best for a place of the session. Smaller ranks are better, ids break ties."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.taxonomy import Area, Kind, Moment
from content.coaching.dosage.strength import MUSCLES, WEEKLY_SETS, hard_sets, muscle_sets
from content.coaching.dosage.volume import (
    FLOOR_S,
    RANGE,
    Ledger,
    has_room,
    ledger,
    weaker_side,
    worth,
)
from content.coaching.session.inputs import LATELY, SessionInputs
from content.coaching.session.length import FEWEST_CARDS, ONE_CARD_BELOW

SESSIONS = 5  # a week: the floor is reached a fifth at a time
A_WEEK_PART = FLOOR_S / SESSIONS
RARE = 1 / 3  # the power with which it counts that few cards are for a muscle
OWN_PART = 0.5  # of the best card's use, that one of the programme has at least
PART = 0.6  # of the minutes, that one card may take
PAIR = 2  # cards for one part, the most that a session has
FAR = 99  # place of a card for no spot of this runner
LOOSE = (Kind.RELEASE, Kind.MOBILIZE, Kind.STRETCH)

Rank: TypeAlias = Callable[[Card], tuple[float, ...]]


@dataclass(frozen=True)
class CardPicker:
    """The cards that may be used today, the spots in order, the week's ledger and its hard sets
    before it, the minutes that there are, whether it is a day of strength, and whether that begins
    with a card of the programme.
    """

    today: SessionInputs
    pool: Sequence[Card]
    spots: Sequence[Area]
    book: Ledger
    sets: Mapping[Area, int]
    limit: float
    strength: bool
    own_first: bool

    def core(self, picked: Sequence[Card]) -> Card | None:
        """For the tightest spot, always the same; what is made for a desk comes after."""
        return self.best(
            picked,
            (card for card in self.pool if card.kind in RANGE and self.place(card) < FAR),
            lambda card: (
                self.spots[0] not in card.areas,
                worth(card) < A_WEEK_PART,
                card.kind is not Kind.STRETCH,
                self.place(card),
                Moment.DESK in card.moments,
                card.level,
            ),
        ) or self.filler(picked)

    def strong(self, picked: Sequence[Card]) -> Card | None:
        """What has had the fewest sets this week; a card of the programme, where one helps, and
        one for a spot, where there is time for one card only.
        """
        alone = self.limit < ONE_CARD_BELOW
        had = Counter(self.sets) + muscle_sets(picked)
        strong = [each for each in picked if each.kind is Kind.STRENGTHEN]
        use = {card: self._use(card, had) for card in self._strength}
        helps = OWN_PART * max(use.values(), default=0.0)
        own = self.today.favourites if self.own_first and not strong else frozenset[str]()
        return self.best(
            picked,
            self._strength,
            lambda card: (
                alone and self.place(card) == FAR,
                card.id not in own or use[card] < helps,
                _crowd(card, strong),
                again(card, picked) - use[card],
                card.level,
                self._last(card),
            ),
        ) or self.lacking(picked)

    def lacking(self, picked: Sequence[Card]) -> Card | None:
        """Range for one of this week's two spots while it is behind, else a change."""
        for area in self.spots[:2]:
            behind = self._behind(area, picked)
            if behind > 0 and (card := self._range_for(area, behind, picked)):
                return card
        return self.turning(picked)

    def rehearsal(self, picked: Sequence[Card]) -> Card | None:
        """The programme's own move that puts the new range into motion; else what is lacking."""
        moves = (card for card in self.pool if card.kind is Kind.DYNAMIC)
        own = [c for c in moves if c.id in self.today.favourites and not again(c, picked)]
        return self.best(picked, own, self.due(picked)) or self.lacking(picked)

    def gentle(self, picked: Sequence[Card]) -> Card | None:
        """For a sore day: little of it, and moving before holding."""
        return self.best(
            picked,
            (card for card in self.pool if card.kind in RANGE),
            lambda card: (
                again(card, picked),
                self.place(card) == FAR,
                card.dose.sets > 1,
                card.kind is not Kind.MOBILIZE,
                self.place(card),
                self._last(card),
            ),
        ) or self.filler(picked)

    def anything(self, picked: Sequence[Card], *, timed: bool = False) -> Card | None:
        """One more, whatever its length: another part, longest not done."""
        fresh = (card for card in self.pool if timed or not again(card, picked))
        return self.best(picked, fresh, self.due(picked), timed=timed)

    def turning(self, picked: Sequence[Card]) -> Card | None:
        """Another part, and what was longest not done."""
        loose = (card for card in self.pool if card.kind in LOOSE)
        return self.best(picked, loose, self.due(picked)) or self.filler(picked)

    def rotating(self, picked: Sequence[Card]) -> Card | None:
        """For another part, what was longest not done, whether of the programme or not."""
        loose = (card for card in self.pool if card.kind in LOOSE)
        return self.best(
            picked,
            loose,
            lambda card: (_crowd(card, picked), self._last(card), self.place(card)),
        ) or self.filler(picked)

    def filler(self, picked: Sequence[Card]) -> Card | None:
        """Anything that may be done, while the session is still too short to be one."""
        if len(picked) >= (1 if self.limit < ONE_CARD_BELOW else FEWEST_CARDS):
            return None
        return self.best(picked, self.pool, self.due(picked))

    def _behind(self, area: Area, picked: Sequence[Card]) -> float:
        """Seconds that the area lacks by the end of today's session, on its weaker side."""
        target = A_WEEK_PART * min(self.today.sessions, SESSIONS)
        return target - weaker_side(self._with(picked), area)

    def _range_for(self, area: Area, seconds: float, picked: Sequence[Card]) -> Card | None:
        held = (card for card in self.pool if card.kind in RANGE and area in card.areas)
        return self.best(
            picked,
            (card for card in held if not again(card, picked)),
            lambda card: (
                card.id not in self.today.favourites,
                worth(card) < min(seconds, A_WEEK_PART),
                card.areas.index(area),
                self._last(card),
                card.level,
            ),
        )

    def due(self, picked: Sequence[Card]) -> Rank:
        """For another part than the cards before, and what was longest not done."""
        return lambda card: (
            _crowd(card, picked),
            self._enough(card),
            card.id not in self.today.favourites,
            self.place(card) == FAR,
            self._last(card),
            self.place(card),
            card.level,
        )

    def best(
        self, picked: Sequence[Card], cards: Iterable[Card], rank: Rank, *, timed: bool = True
    ) -> Card | None:
        """The best of these that fits into the time left and keeps the week within its ceiling."""
        book, taken = self._with(picked), {card.id for card in picked}
        free = [
            card
            for card in cards
            if card.id not in taken and not self._twin(card, picked) and has_room(book, card)
        ]
        if timed and (self.today.minutes or len(picked) >= FEWEST_CARDS):
            free = self._in_time(free, picked)
        half = self.limit if self.limit < ONE_CARD_BELOW else PART * self.limit
        return min(free, key=lambda card: (length(card) > half, *rank(card), card.id), default=None)

    def _twin(self, card: Card, picked: Sequence[Card]) -> bool:
        """Is there a pair for its part, or one of its kind? Before a run all are of one kind."""
        warms = self.today.moment is Moment.BEFORE_RUN
        alike = [each for each in picked if each.kind is card.kind and not warms]
        return again(card, alike) or _crowd(card, picked) >= PAIR

    def _in_time(self, free: list[Card], picked: Sequence[Card]) -> list[Card]:
        """Those that fit into the minutes left; the shortest where none fits and none is there."""
        left = self.limit - sum(map(length, picked))
        fitting = [card for card in free if length(card) <= left]
        return fitting if fitting or picked else sorted(free, key=length)[:1]

    def _with(self, picked: Sequence[Card]) -> Ledger:
        return ledger(((card, 1) for card in picked), self.book)

    @cached_property
    def _strength(self) -> list[Card]:
        """What strengthens; a card that was outgrown leaves its place to the harder one."""
        strong = [card for card in self.pool if card.kind is Kind.STRENGTHEN]
        there = {card.id for card in strong}
        outgrown = self.today.growth.outgrown
        return [
            card
            for card in strong
            if card.id not in outgrown
            or not ({card.links.harder} | {c.id for c in strong if c.links.easier == card.id})
            & there
        ]

    @cached_property
    def _served(self) -> Counter[Area]:
        """How many cards of strength there are for each muscle."""
        return Counter(area for card in self._strength for area in card.areas)

    def _use(self, card: Card, had: Mapping[Area, int]) -> float:
        """How much the week's sets gain by it; what was done lately goes on.

        A muscle without any set yet counts twice, and one that few cards are for counts more.
        """
        gain = 0.0
        for area in card.areas:
            if area in MUSCLES:
                lacks = min(hard_sets(card), max(WEEKLY_SETS - had.get(area, 0), 0))
                gain += lacks * (1 if had.get(area, 0) else 2) / self._served[area] ** RARE
        lately = self.today.day.toordinal() - self._last(card) <= LATELY
        return gain + lately

    def _enough(self, card: Card) -> bool:
        """Has one of the card's areas had its minutes for this week?"""
        full = (weaker_side(self.book, area) >= FLOOR_S for area in card.areas)
        return card.kind in RANGE and any(full)

    def _last(self, card: Card) -> int:
        return self.today.last_used.get(card.id, 0)

    def place(self, card: Card) -> int:
        """How near the card's areas are to the top of the spots; its own first area counts most."""
        found = [self.spots.index(a) + card.areas.index(a) for a in card.areas if a in self.spots]
        return min(found, default=FAR)


def _crowd(card: Card, picked: Sequence[Card]) -> int:
    """How many of those are for the same part."""
    return sum(card.areas[0] is other.areas[0] for other in picked)


def again(card: Card, picked: Sequence[Card]) -> bool:
    """Is it for the same part as one of those?"""
    return any(card.areas[0] is other.areas[0] for other in picked)


Want: TypeAlias = Callable[[CardPicker, Sequence[Card]], Card | None]
