"""Who Limber is, and small talk."""

from collections.abc import Sequence

from bot.dispatch.reply import Reply, Rows, button
from content.wording.messages import Wording


def _today(wording: Wording) -> Rows:
    return [[button(wording, "today", "today")]]


def help_(wording: Wording) -> Reply:
    return Reply(wording.message("help", commands=wording.words["commands"]), _today(wording))


def who(wording: Wording) -> Reply:
    return Reply(wording.message("who"), _today(wording))


def why(wording: Wording, reasons: Sequence[tuple[str, Sequence[str]]]) -> Reply:
    """What the last message was taken for, and the words that decided."""
    readings = [{"meant": wording.term("meant", intent), "words": said} for intent, said in reasons]
    return Reply(wording.message("why_understood", readings=readings))


def thanks(wording: Wording) -> Reply:
    return Reply(wording.message("thanks"))


def greeting(wording: Wording, name: str) -> Reply:
    return Reply(wording.message("greeting", name=name), _today(wording))
