"""The buttons of a session: four at most, the others behind two of them."""

from datetime import date

from bot.dispatch.reply import Button, Rows, button
from bot.views.session.aloud import talk_button
from content.wording.messages import Wording

MAIN, LATER, MORE = PAGES = "main", "later", "more"


def keys(wording: Wording, day: date) -> Rows:
    """What most tap. Later and more open in the same message."""
    return [
        [button(wording, "start", f"start:{day}")],
        [button(wording, "done", f"done:{day}"), button(wording, "later", f"keys:{LATER}:{day}")],
        [button(wording, "more", f"keys:{MORE}:{day}")],
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


def more(wording: Wording, day: date, *, own: bool) -> Rows:
    """Other ways to do it; these moves kept, or in their place the `own` ones, if there are any."""
    mine = [button(wording, "mine", "mine")] if own else []
    return [
        [talk_button(wording, day=day)],
        [button(wording, "page", f"page:{day}")],
        [button(wording, "half", f"half:{day}")],
        [button(wording, "mine_keep", f"mine:more:{day}"), *mine],
        _back(wording, day),
    ]


def _back(wording: Wording, day: date) -> list[Button]:
    return [button(wording, "back", f"keys:{MAIN}:{day}")]


def page(wording: Wording, name: str, day: date, *, own: bool) -> Rows:
    """The main buttons, or those behind one of them."""
    if name == MORE:
        return more(wording, day, own=own)
    return later(wording, day) if name == LATER else keys(wording, day)
