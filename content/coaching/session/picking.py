"""Which card is best for a place of the session. Smaller ranks are better, ids break ties."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.taxonomy import Area, Kind, Moment
from content.coaching.session.inputs import BLOCK, SessionInputs
from content.coaching.session.length import FEWEST_CARDS, USUAL_MINUTES
from content.coaching.session.volume import (
    FLOOR_S,
    RANGE,
    Ledger,
    has_room,
    ledger,
    weaker_side,
    worth,
)

SESSIONS = 5  # a week: the floor is reached a fifth at a time
A_WEEK_PART = FLOOR_S / SESSIONS
FEW = 3  # strength cards that a fortnight keeps to
FAR = 99  # place of a card for no spot of this runner
LOOSE = (Kind.RELEASE, Kind.MOBILIZE, Kind.STRETCH)

Rank: TypeAlias = Callable[[Card], tuple[float, ...]]


@dataclass(frozen=True)
class CardPicker:
    """The cards that may be used today, the spots in order, and the week's ledger before it."""

    today: SessionInputs
    pool: Sequence[Card]
    spots: Sequence[Area]
    book: Ledger

    def core(self, picked: Sequence[Card]) -> Card | None:
        """For the tightest spot, always the same; what is made for a desk comes after."""
        return self._best(
            picked,
            (card for card in self.pool if card.kind in RANGE and self._place(card) < FAR),
            lambda card: (
                self.spots[0] not in card.areas,
                worth(card) < A_WEEK_PART,
                card.kind is not Kind.STRETCH,
                self._place(card),
                Moment.DESK in card.moments,
                card.level,
            ),
        ) or self._filler(picked)

    def strong(self, picked: Sequence[Card]) -> Card | None:
        """Strength, from the few cards of this fortnight, the one longest not done."""
        few = self._own_strength or self._of_fortnight
        return self._best(picked, few, lambda card: (self._last(card),)) or self.lacking(picked)

    def more_strong(self, picked: Sequence[Card]) -> Card | None:
        """Strength once more, unless the tightest spot is still behind for the week."""
        behind = any(self._behind(area, picked) > 0 for area in self.spots[:1])
        return self.lacking(picked) if behind else self.strong(picked)

    def lacking(self, picked: Sequence[Card]) -> Card | None:
        """Range for one of this week's two spots while it is behind, else a change."""
        for area in self.spots[:2]:
            behind = self._behind(area, picked)
            if behind > 0 and (card := self._range_for(area, behind, picked)):
                return card
        return self._change(picked)

    def gentle(self, picked: Sequence[Card]) -> Card | None:
        """For a sore day: little of it, and moving before holding."""
        return self._best(
            picked,
            (card for card in self.pool if card.kind in RANGE),
            lambda card: (
                again(card, picked),
                self._place(card) == FAR,
                card.dose.sets > 1,
                card.kind is not Kind.MOBILIZE,
                self._place(card),
                self._last(card),
            ),
        ) or self._filler(picked)

    def opening(self, picked: Sequence[Card]) -> Card | None:
        """The first card before a run: always the same move for the tightest spot."""
        return self._best(
            picked,
            (card for card in self.pool if card.kind is Kind.DYNAMIC),
            lambda card: (card.id not in self.today.favourites, self._place(card), card.level),
        )

    def moving(self, picked: Sequence[Card]) -> Card | None:
        """What else moves before a run."""
        return self._best(picked, self.pool, self._due(picked)) or self._filler(picked)

    def anything(self, picked: Sequence[Card]) -> Card | None:
        """One more, whatever its length: another part, longest not done."""
        fresh = (card for card in self.pool if not again(card, picked))
        return self._best(picked, fresh, self._due(picked), timed=False)

    def _change(self, picked: Sequence[Card]) -> Card | None:
        loose = (card for card in self.pool if card.kind in LOOSE)
        return self._best(picked, loose, self._due(picked)) or self._filler(picked)

    def _filler(self, picked: Sequence[Card]) -> Card | None:
        """Anything that may be done, while the session is still too short to be one."""
        if len(picked) >= FEWEST_CARDS:
            return None
        return self._best(picked, self.pool, self._due(picked))

    def _behind(self, area: Area, picked: Sequence[Card]) -> float:
        """Seconds that the area lacks by the end of today's session, on its weaker side."""
        target = A_WEEK_PART * min(self.today.sessions, SESSIONS)
        return target - weaker_side(self._with(picked), area)

    def _range_for(self, area: Area, seconds: float, picked: Sequence[Card]) -> Card | None:
        return self._best(
            picked,
            (card for card in self.pool if card.kind in RANGE and area in card.areas),
            lambda card: (
                card.id not in self.today.favourites,
                worth(card) < min(seconds, A_WEEK_PART),
                card.areas.index(area),
                self._last(card),
                card.level,
            ),
        )

    def _due(self, picked: Sequence[Card]) -> Rank:
        """For another part than the cards before, and what was longest not done."""
        return lambda card: (
            self._enough(card),
            card.id not in self.today.favourites,
            again(card, picked),
            self._place(card) == FAR,
            self._last(card),
            self._place(card),
            card.level,
        )

    def _best(
        self, picked: Sequence[Card], cards: Iterable[Card], rank: Rank, *, timed: bool = True
    ) -> Card | None:
        """The best of these that fits into the time left and keeps the week within its ceiling."""
        book, taken = self._with(picked), {card.id for card in picked}
        free = [card for card in cards if card.id not in taken and has_room(book, card)]
        limit = self.today.minutes or USUAL_MINUTES
        if timed and len(picked) >= FEWEST_CARDS:
            left = limit - sum(length(card) for card in picked)
            free = [card for card in free if length(card) <= left]
        half = limit / FEWEST_CARDS
        return min(free, key=lambda card: (length(card) > half, *rank(card), card.id), default=None)

    def _with(self, picked: Sequence[Card]) -> Ledger:
        return ledger(((card, 1) for card in picked), self.book)

    @cached_property
    def _of_fortnight(self) -> list[Card]:
        """A few strength cards for different parts, others every fortnight."""
        strong = [card for card in self.pool if card.kind is Kind.STRENGTHEN]
        if not strong:
            return []
        mixed = _in_turns(sorted(strong, key=lambda card: (self._place(card), card.level, card.id)))
        start = self.today.day.toordinal() // BLOCK * FEW % len(mixed)
        return (mixed + mixed)[start : start + FEW]

    @cached_property
    def _own_strength(self) -> list[Card]:
        """What the programme strengthens with: lunges move, and strengthen too."""
        own = [card for card in self.pool if card.id in self.today.favourites]
        return [card for card in own if card.kind in (Kind.STRENGTHEN, Kind.DYNAMIC)]

    def _enough(self, card: Card) -> bool:
        """Has one of the card's areas had its minutes for this week?"""
        full = (weaker_side(self.book, area) >= FLOOR_S for area in card.areas)
        return card.kind in RANGE and any(full)

    def _last(self, card: Card) -> int:
        return self.today.last_used.get(card.id, 0)

    def _place(self, card: Card) -> int:
        """How near the card's areas are to the top of the spots; its own first area counts most."""
        found = [self.spots.index(a) + card.areas.index(a) for a in card.areas if a in self.spots]
        return min(found, default=FAR)


def again(card: Card, picked: Sequence[Card]) -> bool:
    """Is it for the same part as one of those?"""
    return any(card.areas[0] is other.areas[0] for other in picked)


def _in_turns(cards: Sequence[Card]) -> list[Card]:
    """The same cards with their first areas taking turns."""
    seen: Counter[Area] = Counter()
    turns: dict[str, int] = {}
    for card in cards:
        turns[card.id] = seen[card.areas[0]]
        seen[card.areas[0]] += 1
    return sorted(cards, key=lambda card: turns[card.id])


Want: TypeAlias = Callable[[CardPicker, Sequence[Card]], Card | None]
