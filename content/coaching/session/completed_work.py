"""What was really walked of a session: seconds for each card and side. Pure.

A countdown that ran to its end counts in full, one that was left counts what had run.
Repetitions count in full for whoever goes on after a good part of their time. Whoever walks a
set twice has done it once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from content.catalog.card import Card
from content.catalog.guide import WORK, GuideStep, guide_steps
from content.catalog.guide import minutes as length
from content.catalog.taxonomy import Side, Sides
from content.coaching.dosage.volume import Seconds, dose_each

MINUTE = 60
BRISK = 1.2  # how much of the usual time fits into a minute of who hurries a little
ENOUGH = 0.6  # of the dose: less than that was hurried through


def set_key(step: GuideStep) -> str:
    """The set and the side of a step, as "2:left" or "1:both"."""
    return f"{step.set_number}:{step.side or 'both'}"


@dataclass(frozen=True, slots=True)
class CardProgress:
    """One card on one day: seconds by set and side ("2:left", "1:both"), and if to its end."""

    sets: Mapping[str, float] = field(default_factory=dict)
    ended: bool = False

    def passed(self, step: GuideStep, seconds: float) -> "CardProgress":
        """With that much of a frame of work behind; other frames change nothing."""
        if step.kind not in WORK or seconds <= 0:
            return self
        key = set_key(step)
        return replace(self, sets={**self.sets, key: max(seconds, self.sets.get(key, 0.0))})

    def seconds(self, card: Card) -> Seconds:
        """What each side had."""
        had = dict.fromkeys([side.value for side in Side], 0.0)
        for key, seconds in self.sets.items():
            side = key.partition(":")[2]
            for each in had if side == "both" else (side,):
                had[each] += seconds / (2 if card.sides is Sides.ALTERNATE else 1)
        return had

    def share(self, card: Card) -> float:
        """Of the whole dose, 0 to 1."""
        return min(sum(self.seconds(card).values()) / (2 * dose_each(card)), 1.0)


def in_full(card: Card) -> CardProgress:
    """The whole dose of a card, for who says so."""
    work = (each for each in guide_steps(card) if each.kind in WORK)
    return CardProgress({set_key(each): float(each.seconds or 0) for each in work}, ended=True)


def fitting(cards: Sequence[Card], minutes: float) -> list[Card]:
    """The first of the cards that so many minutes are enough for, at a good pace."""
    ends = accumulate(length(each) for each in cards)
    return [card for card, end in zip(cards, ends, strict=True) if end <= minutes * BRISK]


@dataclass(frozen=True, slots=True)
class Tally:
    """A walk added up: its cards, whole minutes, seconds by card and side, what is still left
    of the session, and whether it was hurried through.
    """

    cards: tuple[str, ...] = ()
    minutes: int = 0
    sides: Mapping[str, Seconds] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    hurried: bool = False

    @property
    def worked(self) -> bool:
        """Was there any work, or were steps only looked at?"""
        return any(any(seconds.values()) for seconds in self.sides.values())


def tally(
    walked: Mapping[str, CardProgress], cards: Mapping[str, Card], offered: Sequence[str] = ()
) -> Tally:
    """What of `walked` counts, and what of the cards `offered` is not walked to its end."""
    done = {card: each for card, each in walked.items() if card in cards and _counts(each)}
    shares = [each.share(cards[card]) for card, each in done.items()]
    time = sum(length(cards[card]) * share for card, share in zip(done, shares, strict=True))
    return Tally(
        cards=tuple(done),
        minutes=round(time),
        sides={card: each.seconds(cards[card]) for card, each in done.items()},
        left=tuple(card for card in offered if card not in done or not done[card].ended),
        hurried=bool(shares) and sum(shares) / len(shares) < ENOUGH,
    )


def _counts(walked: CardProgress) -> bool:
    return walked.ended or bool(walked.sets)


def one_sided(cards: Iterable[Card], side: Side) -> dict[str, Seconds]:
    """What cards gave of which only one side was done; those for both sides are not in it."""
    return {
        card.id: {each.value: dose_each(card) if each is side else 0.0 for each in Side}
        for card in cards
        if card.sides is Sides.EACH
    }


def together(before: Mapping[str, Seconds], now: Mapping[str, Seconds]) -> dict[str, Seconds]:
    """Two reports of one day: each side had the longer of the two."""
    joined = dict(before)
    for card, seconds in now.items():
        known = joined.get(card, {})
        joined[card] = {side: max(had, known.get(side, 0.0)) for side, had in seconds.items()}
    return joined
