"""How the range-of-motion test looks and what its figures say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.dispatch.reply import Reply, button
from content.catalog.card import Card
from content.catalog.taxonomy import Side
from content.coaching.mobility_test.attempt import MobilityTest
from content.coaching.mobility_test.hip_extension import (
    MARGIN,
    TRIES,
    Change,
    Measured,
    index,
    margin,
)
from content.coaching.mobility_test.tape_measure import INCH_CM
from content.pictures.output.naming import picture_name
from content.wording.messages import Wording


@dataclass(frozen=True, slots=True)
class Told:
    """One side's result, what it is compared with, and what became of it."""

    side: Side
    now: Measured
    before: Measured | None
    change: Change | None


def intro(wording: Wording, card: Card, at: time | None, *, again: bool) -> Reply:
    """`again`: there is a test to compare with, so it matters who reads the tape."""
    text = wording.message("trial", card=card, at=f"{at:%H:%M}" if at else None)
    other = [button(wording, "test_other", "test:other")] if again else []
    rows = [
        [button(wording, "test_go", "test:go")],
        other,
        [button(wording, "test_later", "test:stop")],
    ]
    return Reply(text, rows, picture=picture_name(card, Side.LEFT))


def not_reviewed(wording: Wording) -> Reply:
    return Reply(wording.message("nothing_fits", reviewed_only=True))


def too_soon(wording: Wording, last: date, following: date) -> Reply:
    text = wording.message("trial_soon", last=last, following=following)
    return Reply(text, [[button(wording, "test_anyway", "test:anyway")]])


def not_today(wording: Wording) -> Reply:
    return Reply(wording.message("rest_day"))


def ask(wording: Wording, trial: MobilityTest) -> Reply:
    """The next try, with what the last one gave."""
    text = wording.message(
        "trial_try",
        side=wording.term("sides", trial.side or Side.RIGHT),
        number=trial.number,
        tries=TRIES,
        last=_whole(index(*trial.last)) if trial.last else None,
        thigh=_length(trial.last[0], trial) if trial.last else None,
        inches=trial.inches,
    )
    again = [button(wording, "test_back", "test:back")] if trial.last else []
    return Reply(text, [again, [button(wording, "test_stop", "test:stop")]])


def off_the_tape(wording: Wording, what: str, trial: MobilityTest) -> Reply:
    text = wording.message("trial_odd", what=what, inches=trial.inches)
    return Reply(text, [[button(wording, "test_stop", "test:stop")]])


def stopped(wording: Wording) -> Reply:
    return Reply(wording.message("trial_off"))


def results(
    wording: Wording, told: Sequence[Told], *, first: bool, same_helper: bool = True
) -> Reply:
    one, other = (each.now for each in told)
    steady = one.steady and other.steady
    text = wording.message(
        "trial_result",
        sides=[_side(wording, each) for each in told],
        margin=f"{MARGIN:g}",
        first=first,
        same_helper=same_helper,
        apart=steady and abs(one.index - other.index) >= margin(one.spread, other.spread),
    )
    return Reply(
        text, [[button(wording, "progress", "progress"), button(wording, "today", "today")]]
    )


def _side(wording: Wording, told: Told) -> dict[str, object]:
    gained = told.change.gained if told.change else 0.0
    return {
        "name": wording.term("sides", told.side),
        "index": _whole(told.now.index),
        "spread": _whole(told.now.spread),
        "steady": told.now.steady,
        "before": told.before.day if told.before else None,
        "gained": _whole(abs(gained)),
        "trend": _trend(told.change),
    }


def _trend(change: Change | None) -> str | None:
    if change is None:
        return None
    if not change.real:
        return "same"
    return "more" if change.gained > 0 else "less"


def _whole(points: float) -> int:
    """Whole points: a tape at home knows no tenths."""
    return round(points)


def _length(cm: float, trial: MobilityTest) -> str:
    return f"{cm / INCH_CM:.1f}".removesuffix(".0") + " in" if trial.inches else f"{cm:g} cm"
