"""The plan for a calendar: what is said below its file, and about the address that has it."""

from typing import Any

from bot.dispatch.reply import Button, Reply, button
from content.wording.messages import Wording


def below_file(wording: Wording, weeks: int, *, follows: bool) -> dict[str, Any]:
    """`follows`: a calendar has its address already."""
    text = wording.message("calendar", weeks=weeks)
    rows = [_renewed(wording)] if follows else [[button(wording, "feed_new", "feed:new")]]
    payload = Reply(text, rows).payload()
    names = ("parse_mode", "reply_markup")
    return {"caption": text, **{name: payload[name] for name in names}}


def empty(wording: Wording) -> Reply:
    return Reply(wording.message("calendar_empty"))


def feed(wording: Wording, address: str) -> Reply:
    return Reply(wording.message("calendar_feed", address=address), [_renewed(wording)])


def feed_ended(wording: Wording) -> Reply:
    return Reply(wording.message("calendar_feed_ended"))


def _renewed(wording: Wording) -> list[Button]:
    again = button(wording, "feed_again", "feed:new")
    return [again, button(wording, "feed_off", "feed:off")]
