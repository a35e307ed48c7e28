"""How desk breaks look."""

from datetime import date, datetime, time

from bot.dispatch.reply import Reply, Rows, button
from bot.values.profile import hours_spoken
from content.catalog.card import Card
from content.wording.messages import Wording
from scheduler.reminders.habit import Fading

EVERY = (30, 50, 60, 90, 120)  # minutes, to tap
TURNS = 3  # openers that a day takes from the list, so that none comes back within a fortnight


def offer(wording: Wording) -> Reply:
    return Reply(wording.message("breaks_offer"), _choices(wording))


def as_set(
    wording: Wording, every: int, hours: tuple[time, time], days: str, due: datetime | None
) -> Reply:
    text = wording.message(
        "breaks_set", every=every, hours=hours_spoken(wording, *hours), days=days, due=due
    )
    off = [button(wording, "breaks_off", "b:off"), button(wording, "quiet", "quiet")]
    return Reply(text, (*_choices(wording), off, [button(wording, "reminders", "r")]))


def _choices(wording: Wording) -> Rows:
    each = [
        button(wording, "breaks_every", f"b:every:{minutes}", minutes=minutes) for minutes in EVERY
    ]
    return [each[:2], each[2:4], each[4:]]


def refused(wording: Wording, every: int) -> Reply:
    return Reply(wording.message("breaks_refused", every=every), _choices(wording))


def off(wording: Wording, *, had: bool) -> Reply:
    return Reply(wording.message("breaks_off", had=had), [[button(wording, "reminders", "r")]])


def later(wording: Wording, why: str, due: datetime | None) -> Reply:
    return Reply(wording.message("breaks_later", why=why, due=due))


def due(
    wording: Wording, card: Card | None, day: date, turn: int, *, becomes: Fading, every: int
) -> Reply:
    """A break. `becomes` says if they get rarer or end, `every` how many minutes rarer is."""
    fresh = wording.opener("break", day, turn, TURNS)
    show = [button(wording, "show_me", f"b:show:{card.id}")] if card else []
    waits = [button(wording, "busy_hour", "b:busy:60"), button(wording, "breaks_enough", "b:today")]
    text = wording.message("break", opener=fresh, card=card)
    if becomes is not Fading.STAY:
        fades = wording.message("break_fades", stopped=becomes is Fading.STOPPED, every=every)
        text = f"{text}\n\n{fades}"
    return Reply(text, [show, [button(wording, "walked", "b:walked")], waits])
