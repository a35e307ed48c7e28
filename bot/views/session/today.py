"""How a session and its reminder look."""

from collections.abc import Mapping, Sequence

from bot.dispatch.reply import Reply, button
from bot.values.day_of_programme import DayOfProgramme
from bot.values.offer import Offer
from bot.views.care.prescribed import Kept, lines
from bot.views.session.keys import keys
from bot.views.session.reasons import because
from content.catalog.card import Card
from content.wording.messages import Wording
from scheduler.reminders.slots import SERIES

FINISHED, CONFETTI = "finished", "5046509860389126442"  # news, and Telegram's effect
BACK = 5  # openers that the snoozes of a day take from their list


def offer(
    wording: Wording,
    plan: Offer,
    cards: Mapping[str, Card],
    news: Sequence[str] = (),
    prescribed: Kept = (),
) -> Reply:
    reasons = because(wording, plan.reasons)
    text = wording.message(
        "session",
        because=reasons,
        news=_told(wording, news),
        prescribed=lines(wording, prescribed),
        **_session(plan, cards),
    )
    return Reply(text, keys(wording, plan.day), effect=_effect(news))


def _effect(news: Sequence[str]) -> str | None:
    """Confetti for a programme that was done to its end."""
    return CONFETTI if FINISHED in news else None


def _told(wording: Wording, news: Sequence[str]) -> list[str]:
    """Changes of the programme in words; some are known by their id only."""
    return [wording.words["news"].get(each, each) for each in news]


def reminder(
    wording: Wording,
    plan: Offer,
    cards: Mapping[str, Card],
    cue: str | None,
    *,
    late: bool,
    turn: int | None,
    again: int = 0,
    news: Sequence[str] = (),
    day: DayOfProgramme,
    prescribed: Kept = (),
) -> Reply:
    """The reminder: what, how long, after what, and of which week of a programme.

    `turn` counts a day's reminders from 0; None for one that comes back, for the time `again`.
    """
    after = wording.term("cues", cue) if cue else None
    if turn is None:
        fresh = wording.opener("nudge", plan.day, again, BACK)
    else:
        fresh = wording.opener("reminder", plan.day, turn, len(SERIES))
    text = wording.message(
        "reminder",
        after=after,
        late=late,
        opener=fresh,
        news=_told(wording, news),
        programme=day.programme,
        focus=wording.term("focus", day.programme.focus) if day.programme else None,
        prescribed=lines(wording, prescribed),
        run=day.run,
        run_at=day.run_at and f"{day.run_at:%H:%M}",
        **_session(plan, cards),
    )
    return Reply(text, keys(wording, plan.day), effect=_effect(news))


def _session(plan: Offer, cards: Mapping[str, Card]) -> dict[str, object]:
    chosen = [cards[each] for each in plan.cards if each in cards]
    return {"cards": chosen, "minutes": plan.minutes}


def tomorrow(wording: Wording, plan: Offer, cards: Mapping[str, Card]) -> Reply:
    return Reply(
        wording.message("tomorrow", **_session(plan, cards)),
        [[button(wording, "today", "today")]],
    )


def rest_day(wording: Wording) -> Reply:
    return Reply(wording.message("rest_day"))


def own(wording: Wording, names: Sequence[str]) -> Reply:
    """The moves that are kept together; without any, how to keep some."""
    show = [[button(wording, "mine", "mine")]] if names else [[button(wording, "today", "today")]]
    return Reply(wording.message("mine", names=names), show)
