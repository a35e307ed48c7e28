"""Answers to what Limber can't use."""

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording


def group(wording: Wording) -> Reply:
    return Reply(wording.message("group"))


def forwarded(wording: Wording) -> Reply:
    return Reply(wording.message("forwarded"))


def picture(wording: Wording) -> Reply:
    return Reply(wording.message("picture"), [[button(wording, "today", "today")]])


def edited_late(wording: Wording) -> Reply:
    return Reply(wording.message("edited_late"))


def unknown_command(wording: Wording) -> Reply:
    return Reply(wording.message("unknown_command"))


def slow_down(wording: Wording) -> Reply:
    return Reply(wording.message("slow_down"))


def sorry(wording: Wording) -> Reply:
    return Reply(wording.message("sorry"))
