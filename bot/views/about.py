"""Who Limber is, and small talk."""

from bot.reply import Reply, button
from content.messages import message, words

TODAY = [[button("today", "today")]]


def help_() -> Reply:
    return Reply(message("help", commands=words()["commands"]), TODAY)


def who() -> Reply:
    return Reply(message("who"), TODAY)


def thanks() -> Reply:
    return Reply(message("thanks"))


def greeting(name: str) -> Reply:
    return Reply(message("greeting", name=name), TODAY)
