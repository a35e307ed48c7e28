"""Who Limber is, and small talk."""

from collections.abc import Sequence

from bot.dispatch.reply import Reply, Rows, button
from content.wording.messages import message, term, words


def _today() -> Rows:
    return [[button("today", "today")]]


def help_() -> Reply:
    return Reply(message("help", commands=words()["commands"]), _today())


def who() -> Reply:
    return Reply(message("who"), _today())


def why(reasons: Sequence[tuple[str, Sequence[str]]]) -> Reply:
    """What the last message was taken for, and the words that decided."""
    readings = [{"meant": term("meant", intent), "words": said} for intent, said in reasons]
    return Reply(message("why_understood", readings=readings))


def thanks() -> Reply:
    return Reply(message("thanks"))


def greeting(name: str) -> Reply:
    return Reply(message("greeting", name=name), _today())
