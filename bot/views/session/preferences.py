"""Answers to lasting wishes."""

from collections.abc import Mapping
from typing import Any

from bot.dispatch.reply import Reply, button
from bot.values.profile import days_spoken
from content.catalog.card import Card
from content.intents.meaning import Meaning
from content.wording.messages import message, term


def hidden(card: Card) -> Reply:
    return Reply(message("hidden", card=card), [[button("bring_back", f"unhide:{card.id}")]])


def unhidden(card: Card | None) -> Reply:
    rows = [[button("hide", f"hide:{card.id}")]] if card else []
    return Reply(message("unhidden", card=card), rows)


def preferred(changes: Mapping[str, Any], wish: Meaning) -> Reply:
    """What is planned with from now on."""
    kit = [each for each in changes.get("kit", ()) if each != "nothing"]
    kneeling = {None: None, True: "off", False: "on"}[changes.get("no_kneeling")]
    minutes = changes.get("minutes", {})
    days = sorted(wish.days or range(7))
    text = message(
        "preferred",
        kneeling=kneeling,
        kit=[term("kit", each) for each in kit],
        no_kit="kit" in changes and not kit,
        minutes=minutes[str(days[0])] if minutes else None,
        days=days_spoken(days),
    )
    return Reply(text, [[button("undo", "unprefer")], [button("today", "today")]])


def taken_back() -> Reply:
    return Reply(message("preference_undone"))


def streak(*, told: bool) -> Reply:
    return Reply(message("streak", told=told))
