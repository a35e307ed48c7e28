"""Today's session: two or three cards for this runner and this day. Same inputs, same session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from content.card import Card
from content.choose import Reason, before_run, has_kit, tight_spots
from content.profile import Profile, Sitting
from content.terms import Area, Kind, Moment
from content.walk import minutes as length

FEWEST_CARDS = 2  # and three at most (rule R6): a long list does not get done
USUAL_MINUTES = 10
STRONG_EVERY = 2  # days from one strength card to the next: at least two a week (rule R5)
AWAY_FROM_RUN = (Kind.RELEASE, Kind.STRETCH, Kind.MOBILIZE, Kind.STRENGTHEN)
LOOSE = (Kind.RELEASE, Kind.MOBILIZE, Kind.STRETCH)
HARDEST = 2  # level: nobody is sent into the hardest cards unasked
FAR = 99  # rank of a card for no spot of this runner

Recent = Sequence[tuple[date, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Session:
    """Card ids in the order of doing them, how many minutes in all, and why these."""

    cards: tuple[str, ...]
    minutes: int
    reasons: tuple[Reason, ...]


def todays_session(
    profile: Profile,
    cards: Mapping[str, Card],
    *,
    day: date,
    recent: Recent,
    moment: Moment | None = None,
    minutes: int | None = None,
    hidden: frozenset[str] = frozenset(),
) -> Session:
    """The session of a local day. `recent` are the sessions of the days before.

    The first card is the core, for the tightest spot, and stays; the others rotate. Before a
    run everything moves, otherwise nothing does (rule R2).
    """
    pool = [c for c in cards.values() if c.id not in hidden and _usable(c, profile, moment)]
    choice = _Picking(tight_spots(profile), recent, minutes)
    picked: list[Card] = []
    for kinds in _plan(day, moment):
        if card := choice.best(pool, picked, kinds):
            picked.append(card)
    ordered = sorted(picked, key=lambda card: list(Kind).index(card.kind))
    total = max(1, round(sum(length(card) for card in ordered)))
    return Session(tuple(c.id for c in ordered), total, _reasons(ordered, profile, moment))


def _usable(card: Card, profile: Profile, moment: Moment | None) -> bool:
    if not has_kit(card, profile.kit or frozenset()) or card.level > HARDEST:
        return False
    if moment is Moment.BEFORE_RUN:
        return before_run(card)
    return card.kind in AWAY_FROM_RUN and (moment is None or moment in card.moments)


def _plan(day: date, moment: Moment | None) -> tuple[tuple[Kind, ...], ...]:
    """Which kinds the cards shall have, the core first."""
    if moment is Moment.BEFORE_RUN:
        return ((Kind.DYNAMIC,), (Kind.DYNAMIC, Kind.MOBILIZE), (Kind.DRILL, Kind.DYNAMIC))
    strong = day.toordinal() % STRONG_EVERY == 0
    return ((Kind.STRETCH,), (Kind.STRENGTHEN,) if strong else LOOSE, LOOSE)


@dataclass(frozen=True, slots=True)
class _Picking:
    """What the cards of one session are picked by."""

    spots: Sequence[Area]
    recent: Recent
    limit: int | None

    def best(
        self, pool: Sequence[Card], picked: Sequence[Card], kinds: Sequence[Kind]
    ) -> Card | None:
        """The best card for the next place that still fits into the time."""
        left = (self.limit or USUAL_MINUTES) - sum(length(card) for card in picked)
        must = len(picked) < FEWEST_CARDS
        free = [card for card in pool if card not in picked and (must or length(card) <= left)]
        fitting = [card for card in free if card.kind in kinds] or (free if must else [])
        rank = self._due if picked else self._core
        return min(fitting, key=lambda card: rank(card, picked), default=None)

    def _core(self, card: Card, _: Sequence[Card]) -> tuple[float, ...]:
        """For the tightest spot, always the same; what is made for a desk comes after."""
        return (self._long(card), self._place(card), Moment.DESK in card.moments, card.level)

    def _due(self, card: Card, picked: Sequence[Card]) -> tuple[float, ...]:
        """For another part than the cards before, and what was longest not done."""
        again = any(card.areas[0] is other.areas[0] for other in picked)
        last = max((on.toordinal() for on, ids in self.recent if card.id in ids), default=0)
        place = self._place(card)
        return (self._long(card), again, place == FAR, last, place, card.level)

    def _place(self, card: Card) -> int:
        """How near the card's areas are to the top of the spots; its own first area counts most."""
        found = [self.spots.index(a) + card.areas.index(a) for a in card.areas if a in self.spots]
        return min(found, default=FAR)

    def _long(self, card: Card) -> bool:
        return self.limit is not None and length(card) > self.limit / FEWEST_CARDS


def _reasons(picked: Sequence[Card], profile: Profile, moment: Moment | None) -> tuple[Reason, ...]:
    spots = tight_spots(profile)
    covered = [area for area in spots if any(area in card.areas for card in picked)]
    named = [area for area in covered if area in profile.spots]
    reasons = [Reason("spot", area) for area in (named or covered)[:2]]
    if profile.sitting is Sitting.OVER_7 and Area.HIP_FLEXORS in covered:
        reasons.append(Reason("sitting", profile.sitting))
    if moment:
        reasons.append(Reason("moment", moment))
    if any(card.kind is Kind.STRENGTHEN for card in picked):
        reasons.append(Reason("kind", Kind.STRENGTHEN))
    return tuple(reasons)
