"""Short answers in the middle of a walk: how long is left, which side, what comes next."""

from collections.abc import Sequence
from math import ceil

from bot.dispatch.reply import Reply, button
from bot.values.step_view import StepView
from content.catalog.card import Card
from content.catalog.guide import GuideStep, StepKind, guide_steps
from content.wording.messages import Wording


def aside(
    wording: Wording,
    now: StepView,
    asked: str,
    *,
    left: float | None,
    following: Sequence[Card],
    sounds: bool,
) -> Reply:
    """`left` is the seconds to go in this step; `following` the session's cards after this one."""
    rest = guide_steps(now.card, *now.place.lean)[now.place.at + 1 :]
    coming = rest[0] if rest else now.frame
    seconds = (left or 0) + sum(each.seconds or 0 for each in rest)
    text = wording.message(
        "walk_aside",
        asked=asked,
        card=now.card,
        seconds=ceil(left) if left else None,
        minutes=max(round(seconds / 60), 1),
        side=_side(wording, now.frame),
        kind=coming.kind.value,
        text=coming.text or None,
        next_seconds=coming.seconds,
        reps=coming.reps or 1,
        next_side=_side(wording, coming),
        first_side=next((_side(wording, each) for each in rest if each.side), None),
        following=[each.name for each in following],
        set_number=now.frame.set_number if now.card.dose.sets > 1 else None,
        sets=now.card.dose.sets,
        times=now.frame.reps,
        waits=now.frame.kind is StepKind.SETUP and left is None,
        sounds=sounds,
    )
    return Reply(text)


def _side(wording: Wording, frame: GuideStep) -> str | None:
    return wording.term("sides", frame.side.value) if frame.side else None


def over(wording: Wording, *, logged: bool) -> Reply:
    """To whoever stops what has ended already, or has not begun."""
    rows = [[button(wording, "start_today", "start")]] if logged else []
    return Reply(wording.message("walk_over", logged=logged), rows)


def volume(wording: Wording, *, sounds: bool) -> Reply:
    return Reply(wording.message("volume", sounds=sounds))
