"""The buttons of a session: four at most, the others behind two of them."""

from datetime import date

from bot.dispatch.reply import Button, Rows, button
from bot.views.session.aloud import talk_button
from content.wording.messages import Wording


def keys(wording: Wording, day: date) -> Rows:
    """What most tap. Later and more open in the same message."""
    return [
        [button(wording, "start", f"start:{day}")],
        [button(wording, "done", f"done:{day}"), button(wording, "later", f"keys:later:{day}")],
        [button(wording, "more", f"keys:more:{day}")],
    ]


def later(wording: Wording, day: date) -> Rows:
    """When to ask again, or not today."""
    return [
        [button(wording, "snooze_20", "snooze:20"), button(wording, "snooze_60", "snooze:60")],
        [
            button(wording, "snooze_evening", "snooze:evening"),
            button(wording, "snooze_tomorrow", "snooze:tomorrow"),
        ],
        [button(wording, "not_today", f"rest:{day}"), _back(wording, day)[0]],
    ]


def more(wording: Wording, day: date) -> Rows:
    """Other ways to do it, or to have done it."""
    return [
        [talk_button(wording, day=day)],
        [button(wording, "page", f"page:{day}")],
        [button(wording, "half", f"half:{day}")],
        _back(wording, day),
    ]


def _back(wording: Wording, day: date) -> list[Button]:
    return [button(wording, "back", f"keys:main:{day}")]


PAGES = {"main": keys, "later": later, "more": more}
