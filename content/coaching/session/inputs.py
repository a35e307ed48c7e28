"""What the session of a day is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from content.catalog.card import Card
from content.catalog.profile import Profile
from content.catalog.programme import Focus
from content.catalog.taxonomy import Area, Kind, Moment
from content.coaching.session.volume import Amount, Ledger, Seconds, ledger
from content.coaching.soreness import Light

EASIEST, USUAL_LEVEL = 1, 2  # nobody is sent into the hardest cards unasked
SETTLED_AFTER = 6  # days done until the first cards are no longer new
BLOCK = 14  # days for which strength keeps to the same few cards


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session of an earlier day, or of today. `share` is how much of it was done, 0 to 1, and
    `sides` the seconds on each side of cards for which that is known.
    """

    day: date
    cards: tuple[str, ...]
    share: float = 1.0
    sides: Mapping[str, Seconds] = field(default_factory=dict)

    def amount(self, card: str) -> Amount:
        return self.sides.get(card, self.share)


@dataclass(frozen=True)
class SessionInputs:
    """A local day with everything that its session depends on.

    `past` is in the order of days. `light` is the traffic light of soreness, `tender` says that
    strength has made this runner sore more than once lately, `short` that time ran out last time.
    `locked` areas are not worked until somebody had a look, `fresh` means to keep the legs so for
    a long run or race, `gentle` that strength rests for some days, `graded`
    that something comes back gradually after a clearance. `focus` is what a programme
    has this day for, and `favourites` are the cards that it would use; `swapped` are those of it
    that the runner does not want, each with its stand-in or None.
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
    gentle: bool = False
    graded: bool = False
    short: bool = False
    focus: Focus | None = None
    favourites: frozenset[str] = frozenset()
    swapped: Mapping[str, str | None] = field(default_factory=dict)

    @cached_property
    def monday(self) -> date:
        return self.day - timedelta(days=self.day.weekday())

    @cached_property
    def level(self) -> int:
        """The hardest cards to offer unasked."""
        days = len({each.day for each in self.past if each.share})
        new = days < SETTLED_AFTER
        easy = new or self.tender or self.graded or self.light is not Light.GO
        return EASIEST if easy else USUAL_LEVEL

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

    def last_strength(self, cards: Mapping[str, Card]) -> date | None:
        """The last day on which strength was done."""
        return next(
            (
                each.day
                for each in reversed(self.past)
                if each.share and any(_strength(cards, card) for card in each.cards)
            ),
            None,
        )


def _strength(cards: Mapping[str, Card], card_id: str) -> bool:
    card = cards.get(card_id)
    return card is not None and card.kind is Kind.STRENGTHEN
