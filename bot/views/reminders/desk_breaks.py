"""How desk breaks look."""

from datetime import date, datetime, time

from bot.dispatch.reply import Reply, Rows, button
from bot.values.profile import hours_spoken
from content.catalog.card import Card
from content.wording.messages import message, opener
from scheduler.reminders.habit import Fading

EVERY = (30, 50, 60, 90, 120)  # minutes, to tap
TURNS = 3  # openers that a day takes from the list, so that none comes back within a fortnight


def offer() -> Reply:
    return Reply(message("breaks_offer"), _choices())


def as_set(every: int, hours: tuple[time, time], days: str, due: datetime | None) -> Reply:
    text = message("breaks_set", every=every, hours=hours_spoken(*hours), days=days, due=due)
    off = [button("breaks_off", "b:off"), button("quiet", "quiet")]
    return Reply(text, (*_choices(), off, [button("reminders", "r")]))


def _choices() -> Rows:
    each = [button("breaks_every", f"b:every:{minutes}", minutes=minutes) for minutes in EVERY]
    return [each[:2], each[2:4], each[4:]]


def refused(every: int) -> Reply:
    return Reply(message("breaks_refused", every=every), _choices())


def off(*, had: bool) -> Reply:
    return Reply(message("breaks_off", had=had), [[button("reminders", "r")]])


def later(why: str, due: datetime | None) -> Reply:
    return Reply(message("breaks_later", why=why, due=due))


def due(card: Card | None, day: date, turn: int, becomes: Fading, every: int) -> Reply:
    """A break. `becomes` says if they get rarer or end, `every` how many minutes rarer is."""
    fresh = opener("break", day, turn, TURNS)
    show = [button("show_me", f"b:show:{card.id}")] if card else []
    waits = [button("busy_hour", "b:busy:60"), button("breaks_enough", "b:today")]
    text = message("break", opener=fresh, card=card)
    if becomes is not Fading.STAY:
        fades = message("break_fades", stopped=becomes is Fading.STOPPED, every=every)
        text = f"{text}\n\n{fades}"
    return Reply(text, [show, [button("walked", "b:walked")], waits])
