"""How a session and its reminder look."""

from collections.abc import Mapping, Sequence

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.offer import Offer
from bot.views.session.reasons import because
from content.catalog.card import Card
from content.wording.messages import message, opener, term, words
from scheduler.reminders.slots import SERIES

BACK = 5  # openers that the snoozes of a day take from their list


def _snoozes() -> list[Button]:
    return [
        button("snooze_20", "snooze:20"),
        button("snooze_60", "snooze:60"),
        button("snooze_evening", "snooze:evening"),
        button("snooze_tomorrow", "snooze:tomorrow"),
    ]


def offer(plan: Offer, cards: Mapping[str, Card], news: Sequence[str] = ()) -> Reply:
    reasons = because(plan.reasons)
    text = message("session", because=reasons, news=_told(news), **_session(plan, cards))
    return Reply(text, _buttons(plan))


def _told(news: Sequence[str]) -> list[str]:
    """Changes of the programme in words; some are known by their id only."""
    return [words()["news"].get(each, each) for each in news]


def reminder(
    plan: Offer,
    cards: Mapping[str, Card],
    cue: str | None,
    *,
    late: bool,
    turn: int | None,
    again: int = 0,
    news: Sequence[str] = (),
) -> Reply:
    """The reminder: what, how long, after what.

    `turn` counts a day's reminders from 0; None for one that comes back, for the time `again`.
    """
    after = term("cues", cue) if cue else None
    if turn is None:
        fresh = opener("nudge", plan.day, again, BACK)
    else:
        fresh = opener("reminder", plan.day, turn, len(SERIES))
    shown = _session(plan, cards)
    text = message("reminder", after=after, late=late, opener=fresh, news=_told(news), **shown)
    return Reply(text, _buttons(plan))


def _session(plan: Offer, cards: Mapping[str, Card]) -> dict[str, object]:
    chosen = [cards[each] for each in plan.cards if each in cards]
    return {"cards": chosen, "minutes": plan.minutes}


def _buttons(plan: Offer) -> Rows:
    done = [button("done", f"done:{plan.day}"), button("not_today", f"rest:{plan.day}")]
    later = _snoozes()
    return [[button("start", f"start:{plan.day}")], done, later[:2], later[2:]]


def rest_day() -> Reply:
    return Reply(message("rest_day"))
