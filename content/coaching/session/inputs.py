"""What the session of a day is made from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from content.catalog.card import Card
from content.catalog.profile import Profile
from content.catalog.programme import Focus
from content.catalog.taxonomy import Area, Moment
from content.coaching.dosage.dose import Growth
from content.coaching.dosage.past import PastSession
from content.coaching.dosage.strength import muscle_sets, strength_days
from content.coaching.dosage.volume import Ledger, ledger
from content.coaching.soreness import Light

EASIEST, USUAL_LEVEL = 1, 2  # nobody is sent into the hardest cards unasked
SETTLED_AFTER = 6  # days done until the first cards are no longer new
LATELY = 14  # days for which a strength card is one of those that go on


@dataclass(frozen=True)
class SessionInputs:
    """A local day with everything that its session depends on.

    `past` is in the order of days. `light` is the traffic light of soreness, `tender` says that
    strength has made this runner sore more than once lately, `short` that time ran out last time.
    `locked` areas are not worked until somebody had a look, `fresh` means to keep the legs so for
    a long run or race, `speed` that the run of the day is a fast one, `gentle` that
    strength rests for some days, `eased` that the week of a programme runs with the easier cards,
    `graded` that something comes back gradually after a clearance.
    `focus` is what a programme has this day for, and `favourites` are the cards that it would use;
    `swapped` are those of it that the runner does not want, each with its stand-in or None.
    `growth` is how far the doses of strength have come.
    """

    day: date
    profile: Profile = field(default_factory=Profile)
    past: Sequence[PastSession] = ()
    moment: Moment | None = None
    minutes: int | None = None
    hidden: frozenset[str] = frozenset()
    locked: frozenset[Area] = frozenset()
    no_kneeling: bool = False
    light: Light = Light.GO
    tender: bool = False
    fresh: bool = False
    speed: bool = False
    gentle: bool = False
    eased: bool = False
    graded: bool = False
    short: bool = False
    focus: Focus | None = None
    favourites: frozenset[str] = frozenset()
    swapped: Mapping[str, str | None] = field(default_factory=dict)
    growth: Growth = field(default_factory=Growth)

    @cached_property
    def monday(self) -> date:
        return self.day - timedelta(days=self.day.weekday())

    @cached_property
    def level(self) -> int:
        """The hardest cards to offer unasked."""
        return USUAL_LEVEL if self.settled else EASIEST

    @cached_property
    def settled(self) -> bool:
        """Are the first days over, and nothing asks for less?"""
        days = len({each.day for each in self.past if each.share})
        easy = self.tender or self.eased or self.graded or self.light is not Light.GO
        return days >= SETTLED_AFTER and not easy

    def is_open(self, card: Card) -> bool:
        """Is the card not too hard, or has its runner earned it?"""
        easy = self.tender or self.eased or self.graded
        earned = card.id in self.growth.earned and not easy
        return card.level <= self.level or (earned and self.light is Light.GO)

    @cached_property
    def sessions(self) -> int:
        """Days of this week with a session, today's included."""
        days = {each.day for each in self.past if each.share and each.day >= self.monday}
        return len(days | {self.day})

    @cached_property
    def last_used(self) -> Mapping[str, int]:
        """Card id to the number of the day on which it was last offered."""
        return {card: each.day.toordinal() for each in self.past for card in each.cards}

    def book(self, cards: Mapping[str, Card]) -> Ledger:
        """This week's ledger so far."""
        return ledger(
            (cards[card], each.amount(card))
            for each in self.past
            if each.share and each.day >= self.monday
            for card in each.cards
            if card in cards
        )

    def sets_of_week(self, cards: Mapping[str, Card]) -> Counter[Area]:
        """Hard sets of this week so far, for each muscle."""
        done = [each for each in self.past if each.share and each.day >= self.monday]
        return muscle_sets(cards[card] for each in done for card in each.cards if card in cards)

    def strength_of_week(self, cards: Mapping[str, Card]) -> int:
        """Days of this week with strength so far."""
        return sum(self.monday <= day < self.day for day in strength_days(self.past, cards))

    def last_strength(self, cards: Mapping[str, Card]) -> date | None:
        """The last day before this one on which strength was done."""
        days = [day for day in strength_days(self.past, cards) if day < self.day]
        return max(days, default=None)
