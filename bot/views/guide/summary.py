"""The end of a walk in words: each card with its time on each side, the week, what comes next."""

from collections.abc import Mapping
from datetime import date

from bot.dispatch.reply import Reply, button
from bot.views.care.care import scale
from bot.views.log.done import week_line
from content.catalog.card import Card
from content.catalog.taxonomy import Side, Sides
from content.coaching.session.completed_work import Tally
from content.coaching.session.volume import Seconds
from content.wording.messages import message, opener, term
from scheduler.log.entries import Status, Week


def summary(
    done: Tally,
    cards: Mapping[str, Card],
    day: date,
    *,
    status: Status,
    already: bool,
    today: date,
    week: Week,
    streak: int,
    more: bool,
    short: bool = False,
    asking: bool = True,
    by_word: bool = False,
) -> Reply:
    asking = asking and not already and day == today
    unsure = by_word and not already and bool(done.left or done.hurried)
    text = message(
        "summary",
        status=status.value,
        already=already,
        opener=opener(status.value, day),
        moves=[
            {"name": cards[card].name, "time": _time(cards[card], done.sides.get(card))}
            for card in done.cards
            if card in cards
        ],
        minutes=done.minutes or None,
        missing=[] if already else [cards[card].name for card in done.left if card in cards],
        hurried=unsure,
        short=short,
        asking=asking,
        **week_line(week, streak, today),
    )
    again = [button("one_more", "more")] if more else []
    all_ = [button("all_of_it", f"all:{day}")] if unsure else []
    undo = [] if already else [button("undo", "undo")]
    sore = scale("after") if asking else []
    return Reply(text, [*sore, again, all_, [*undo, button("progress", "progress")]])


def _time(card: Card, seconds: Seconds | None) -> str:
    """The time of each side, or of the whole where sides work together: "1:00 left, 0:30 right"."""
    if seconds is None:
        return ""
    left, right = (seconds.get(side, 0.0) for side in Side)
    if not (left or right):
        return ""
    if card.sides is Sides.BOTH:
        return _clock(left)
    if left == right:
        return term("walked", "each").format(time=_clock(left))
    return term("walked", "apart").format(left=_clock(left), right=_clock(right))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def nothing_done(*, short: bool) -> Reply:
    return Reply(message("nothing_done", short=short), [[button("today", "today")]])
