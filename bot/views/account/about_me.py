"""Answers to what is said about Limber and to a name."""

from bot.dispatch.reply import Reply
from content.wording.messages import Wording


def named(wording: Wording, name: str) -> Reply:
    return Reply(wording.message("named", name=name))


def bug(wording: Wording, *, passed_on: bool) -> Reply:
    return Reply(wording.message("bug", passed_on=passed_on))


def bug_report(wording: Wording) -> Reply:
    return Reply(wording.message("bug_report"))
