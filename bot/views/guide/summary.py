"""The end of a walk in words: each card with its time on each side, the week, what comes next."""

from collections.abc import Mapping
from datetime import date

from bot.dispatch.reply import Reply, button
from bot.values.praise import Praise
from bot.views.care.soreness import scale
from bot.views.log.done import week_line
from content.catalog.card import Card
from content.catalog.taxonomy import Side, Sides
from content.coaching.dosage.volume import Seconds
from content.coaching.session.completed_work import Tally
from content.wording.messages import Wording
from scheduler.log.entries import Status, Week


def summary(
    wording: Wording,
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
    praise: Praise,
    short: bool = False,
    asking: bool = True,
    by_word: bool = False,
) -> Reply:
    asking = asking and not already and day == today
    unsure = by_word and not already and bool(done.left or done.hurried)
    text = wording.message(
        "summary",
        status=status.value,
        already=already,
        opener=wording.opener(status.value, day),
        moves=[
            {"name": cards[card].name, "time": _time(wording, cards[card], done.sides.get(card))}
            for card in done.cards
            if card in cards
        ],
        minutes=done.minutes or None,
        missing=[] if already else [cards[card].name for card in done.left if card in cards],
        hurried=unsure,
        short=short,
        asking=asking,
        milestone=None if already else praise.milestone,
        number=praise.number,
        **week_line(wording, week, streak, today),
    )
    again = [button(wording, "one_more", "more")] if more else []
    all_ = [button(wording, "all_of_it", f"all:{day}")] if unsure else []
    undo = [] if already else [button(wording, "undo", "undo")]
    sore = scale(wording, "after") if asking else []
    return Reply(text, [*sore, again, all_, [*undo, button(wording, "progress", "progress")]])


def _time(wording: Wording, card: Card, seconds: Seconds | None) -> str:
    """The time of each side, or of the whole where sides work together: "1:00 left, 0:30 right"."""
    if seconds is None:
        return ""
    left, right = (seconds.get(side, 0.0) for side in Side)
    if not (left or right):
        return ""
    if card.sides is Sides.BOTH:
        return _clock(left)
    if left == right:
        return wording.term("walked", "each").format(time=_clock(left))
    return wording.term("walked", "apart").format(left=_clock(left), right=_clock(right))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def nothing_done(wording: Wording, *, short: bool) -> Reply:
    return Reply(
        wording.message("nothing_done", short=short), [[button(wording, "today", "today")]]
    )


def how_much(wording: Wording, card: Card, day: date | None) -> Reply:
    """What a "done" is about, before any work has run."""
    about = f"{card.id}:{day or ''}"
    rows = [
        [button(wording, "done_all", f"did:all:{about}")],
        [button(wording, "done_this", f"did:this:{about}")],
        [button(wording, "done_none", f"did:none:{about}")],
    ]
    return Reply(wording.message("how_much_done", card=card), rows)


def unlogged(wording: Wording, done: Tally, day: date, *, today: date) -> Reply:
    """A session of an earlier day that was never ended."""
    text = wording.message(
        "unlogged",
        day=day,
        days_ago=(today - day).days,
        minutes=done.minutes or None,
        moves=len(done.cards),
        of=len({*done.cards, *done.left}),
    )
    log = button(wording, "log_begun", f"begun:log:{day}")
    return Reply(text, [[log, button(wording, "leave_begun", f"begun:leave:{day}")]])


def left_unlogged(wording: Wording) -> Reply:
    return Reply(wording.message("left_unlogged"))
