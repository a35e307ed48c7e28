"""Answers to what Limber can't use."""

from bot.dispatch.reply import Reply, button
from content.wording.messages import message


def group() -> Reply:
    return Reply(message("group"))


def forwarded() -> Reply:
    return Reply(message("forwarded"))


def voice() -> Reply:
    return Reply(message("voice"))


def picture() -> Reply:
    return Reply(message("picture"), [[button("today", "today")]])


def unknown_command() -> Reply:
    return Reply(message("unknown_command"))


def sorry() -> Reply:
    return Reply(message("sorry"))
