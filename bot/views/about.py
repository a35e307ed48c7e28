"""Who Limber is, and small talk."""

from bot.reply import Reply, Rows, button
from content.messages import message, words


def _today() -> Rows:
    return [[button("today", "today")]]


def help_() -> Reply:
    return Reply(message("help", commands=words()["commands"]), _today())


def who() -> Reply:
    return Reply(message("who"), _today())


def thanks() -> Reply:
    return Reply(message("thanks"))


def greeting(name: str) -> Reply:
    return Reply(message("greeting", name=name), _today())
