"""How a session and its reminder look."""

from collections.abc import Mapping
from datetime import datetime

from bot.reply import Reply, Rows, button
from bot.session import Offer
from bot.views.reasons import because
from content.card import Card
from content.messages import message, opener, term

SNOOZES = [
    button("snooze_20", "snooze:20"),
    button("snooze_60", "snooze:60"),
    button("snooze_evening", "snooze:evening"),
]


def offer(plan: Offer, cards: Mapping[str, Card]) -> Reply:
    reasons = because(plan.reasons)
    return Reply(message("session", because=reasons, **_session(plan, cards)), _buttons(plan))


def reminder(
    plan: Offer, cards: Mapping[str, Card], cue: str | None, *, late: bool, again: bool
) -> Reply:
    """The morning message: what, how long, after what."""
    after = term("cues", cue) if cue else None
    fresh = opener("nudge" if again else "reminder", plan.day)
    text = message("reminder", after=after, late=late, opener=fresh, **_session(plan, cards))
    return Reply(text, _buttons(plan))


def _session(plan: Offer, cards: Mapping[str, Card]) -> dict[str, object]:
    chosen = [cards[each] for each in plan.cards if each in cards]
    return {"cards": chosen, "minutes": plan.minutes}


def _buttons(plan: Offer) -> Rows:
    done = [button("done", f"done:{plan.day}"), button("not_today", f"rest:{plan.day}")]
    return [[button("start", "start")], done, SNOOZES]


def rest_day() -> Reply:
    return Reply(message("rest_day"))


def snoozed(due: datetime) -> Reply:
    return Reply(message("snoozed", due=due), [[button("start", "start")]])
