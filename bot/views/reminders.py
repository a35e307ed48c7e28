"""How the reminder's settings are told."""

from datetime import date, datetime

from bot.reply import Reply, button
from content.messages import message


def confirmed(at: str | None, days: str, due: datetime | None, *, guessed: bool) -> Reply:
    return Reply(message("reminder_set", at=at, days=days, due=due, guessed=guessed))


def when(due: datetime | None, paused_until: date | None) -> Reply:
    text = message("reminder_when", due=due, paused_until=paused_until)
    return Reply(text, [[button("settings", "set")]])


def zone_first() -> Reply:
    return Reply(message("zone_first"), [[button("settings", "set:zone")]])


def off() -> Reply:
    return Reply(message("reminder_off"))


def paused(until: date) -> Reply:
    return Reply(message("paused", until=until), [[button("resume", "resume")]])


def bad_time() -> Reply:
    return Reply(message("bad_time"))
