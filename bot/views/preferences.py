"""Answers to lasting wishes."""

from bot.reply import Reply, button
from content.card import Card
from content.messages import message


def hidden(card: Card) -> Reply:
    return Reply(message("hidden", card=card))


def unhidden(card: Card | None) -> Reply:
    return Reply(message("unhidden", card=card))


def fewer() -> Reply:
    rows = [[button("reminder_days", "set:remind_days")], [button("pause_week", "pause:7")]]
    return Reply(message("fewer"), rows)


def interval() -> Reply:
    return Reply(message("interval"))
