"""Answers to lasting wishes."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dispatch.reply import Reply, button
from bot.values.profile import days_spoken
from bot.views.care.care import named_areas
from content.catalog.card import Card
from content.catalog.taxonomy import Area
from content.intents.meaning import Meaning
from content.wording.messages import Wording


def hidden(wording: Wording, card: Card) -> Reply:
    return Reply(
        wording.message("hidden", card=card), [[button(wording, "bring_back", f"unhide:{card.id}")]]
    )


def unhidden(wording: Wording, card: Card | None, resting: Sequence[Area] = ()) -> Reply:
    rows = [[button(wording, "hide", f"hide:{card.id}")]] if card else []
    return Reply(
        wording.message("unhidden", card=card, resting=named_areas(wording, resting)), rows
    )


def preferred(wording: Wording, changes: Mapping[str, Any], wish: Meaning) -> Reply:
    """What is planned with from now on."""
    kit = [each for each in changes.get("kit", ()) if each != "nothing"]
    kneeling = {None: None, True: "off", False: "on"}[changes.get("no_kneeling")]
    minutes = changes.get("minutes", {})
    told = [wish.days or frozenset(range(7)), *(days for _, days in wish.lengths)]
    lengths = [
        {"minutes": minutes[str(min(days))], "days": days_spoken(wording, sorted(days))}
        for days in (told if minutes else ())
    ]
    text = wording.message(
        "preferred",
        kneeling=kneeling,
        spots=named_areas(wording, changes.get("spots", ())),
        no_spots=changes.get("spots") == [],
        kit=[wording.term("kit", each) for each in kit],
        no_kit="kit" in changes and not kit,
        lengths=lengths,
    )
    return Reply(text, [[button(wording, "undo", "unprefer")], [button(wording, "today", "today")]])


def taken_back(wording: Wording) -> Reply:
    return Reply(wording.message("preference_undone"))


def streak(wording: Wording, *, told: bool) -> Reply:
    return Reply(wording.message("streak", told=told))
