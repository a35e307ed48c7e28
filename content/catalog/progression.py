"""How a week of a programme ends: move on, stay, step back, or rest and ask somebody."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated

from content.authoring.model import Model, Within
from content.catalog.card import Text


class Signal(StrEnum):
    """What a rule looks at."""

    SESSIONS_DONE = "sessions-done"  # in the week that ends
    WEEKS_MISSED = "weeks-missed"  # without a single session, in a row
    SORENESS = "soreness"  # 0 to 10, the highest answer of the week
    WEEKS_SORE = "weeks-sore"  # with an answer that asks to ease off, in a row


class Move(StrEnum):
    """What follows, from the boldest to the most careful."""

    MOVE_ON = "move-on"
    REPEAT_WEEK = "repeat-week"
    EASE_WEEK = "ease-week"  # the same week with the easier cards
    BACK_ONE_WEEK = "back-one-week"
    START_AGAIN = "start-again"
    REST_STRENGTH = "rest-strength"  # the same week without strength, and then with easier cards
    REST_AND_ASK = "rest-and-ask"  # nothing until somebody qualified has had a look


class ProgressionRule(Model):
    """Once a signal reaches `at_least`, `then` follows, and the runner hears what `says` tells."""

    when: Signal
    at_least: Annotated[int, Within(ge=0, le=10)]
    then: Move
    says: Text
    sources: Annotated[tuple[str, ...], Within(min_length=1)]


def next_move(
    rules: Iterable[ProgressionRule], signals: Mapping[Signal, int]
) -> ProgressionRule | None:
    """The rule that ends a week: of all that apply, the most careful one.

    A signal speaks through the highest threshold that it reaches, and between equally careful
    rules the higher threshold speaks. None if no rule applies.
    """
    loudest: dict[Signal, ProgressionRule] = {}
    for rule in sorted(rules, key=lambda rule: rule.at_least):
        if signals.get(rule.when, -1) >= rule.at_least:
            loudest[rule.when] = rule
    return max(loudest.values(), key=_care, default=None)


def _care(rule: ProgressionRule) -> tuple[int, int]:
    return list(Move).index(rule.then), rule.at_least
