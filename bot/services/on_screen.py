"""What a runner has in front of them: the card shown last, those before it, what was understood."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from json import dumps
from typing import Any
from zlib import crc32

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from content.intents.deciding.stored_meaning import stored
from content.intents.meaning import Meaning

LATELY = 5  # cards that "the one from before" may mean
TRIED, REPEATED = "tried", "repeated"  # of the question that is open, until another is


class Screen(StrEnum):
    """What stands there, where it is no card."""

    SESSION = "session"
    PROGRESS = "progress"


def screen(chat: Conversation) -> Screen | None:
    """What was shown last, if it was no card."""
    last = (chat.runner.shown or {}).get("screen")
    return Screen(last) if last in list(Screen) else None


def see(chat: Conversation, what: Screen) -> None:
    """Remember that this is on the screen now."""
    chat.change(shown={**(chat.runner.shown or {}), "screen": what.value})


def card(chat: Conversation) -> str | None:
    """The card that was shown last, if it still exists and no session came after it."""
    last: str | None = (chat.runner.shown or {}).get("card")
    hidden = screen(chat) is Screen.SESSION
    return last if last in chat.content.library.cards and not hidden else None


def offered(chat: Conversation) -> list[str]:
    """The cards that stand on the screen, in their order: the one shown and those beside it."""
    return list((chat.runner.shown or {}).get("offered", ()))


def recent(chat: Conversation) -> list[str]:
    """The cards shown lately, the latest first."""
    return list((chat.runner.shown or {}).get("recent", ()))


def put(chat: Conversation, card_id: str, offered: Sequence[str] = ()) -> None:
    """Remember that this card is on the screen now, and which others stand beside it."""
    before = [each for each in recent(chat) if each != card_id]
    shown = {"card": card_id, "recent": [card_id, *before][:LATELY], "screen": None}
    beside = {"offered": list(offered)} if offered else {}
    chat.change(shown={**(chat.runner.shown or {}), **shown, **beside})


def understood(chat: Conversation, meanings: Sequence[Meaning]) -> None:
    """Remember what the last message was taken for, and the words that decided."""
    told = [
        [each.intent.value, list(dict.fromkeys(filter(None, each.because)))] for each in meanings
    ]
    by = {"message": chat.message_id, "at": chat.now.isoformat(), "sum": _sum(tuple(meanings))}
    chat.change(shown={**(chat.runner.shown or {}), "understood": told, "told": by})


@lru_cache
def _sum(meanings: tuple[Meaning, ...]) -> int:
    """A number that tells whether an edited message still means the same."""
    return crc32(dumps([stored(each) for each in meanings], sort_keys=True).encode())


def understood_at(chat: Conversation) -> datetime | None:
    """When that was, if it is known."""
    when = (chat.runner.shown or {}).get("told", {}).get("at")
    return datetime.fromisoformat(when) if when else None


def is_last(chat: Conversation) -> bool:
    """Is the message that was edited the one that was understood last?"""
    last: int | None = (chat.runner.shown or {}).get("told", {}).get("message")
    return last is not None and last == chat.message_id


def means_the_same(chat: Conversation, meanings: Sequence[Meaning]) -> bool:
    """Was only a slip of the keyboard mended?"""
    return bool((chat.runner.shown or {}).get("told", {}).get("sum") == _sum(tuple(meanings)))


def reasons(chat: Conversation) -> list[tuple[str, list[str]]]:
    """What the last message was taken for, each with the words that decided."""
    told = (chat.runner.shown or {}).get("understood", ())
    return [(intent, words) for intent, words in told]


def asking(chat: Conversation, question: str | None) -> None:
    """Remember which question is in front of the runner."""
    shown = chat.runner.shown or {}
    if question != shown.get("question"):
        kept = {name: each for name, each in shown.items() if name not in (TRIED, REPEATED)}
        chat.change(shown={**kept, "question": question})


def tried(chat: Conversation, question: str) -> bool:
    """Was that question answered in vain before? Remembered from now on."""
    return _before(chat, TRIED, question)


def repeated(chat: Conversation, question: str) -> bool:
    """Was that question shown once more below something else before? Remembered likewise."""
    return _before(chat, REPEATED, question)


def _before(chat: Conversation, what: str, question: str) -> bool:
    shown = chat.runner.shown or {}
    if shown.get(what) == question:
        return True
    chat.change(shown={**shown, what: question})
    return False


def introduces(chat: Conversation, *, yes: bool = True) -> None:
    """Remember whether our introduction stands in one message with the open question."""
    chat.change(shown={**(chat.runner.shown or {}), "introduces": yes})


def introducing(chat: Conversation) -> bool:
    return bool((chat.runner.shown or {}).get("introduces"))


def put_off(chat: Conversation, *, waits: bool = True) -> None:
    """The questions that are left wait until they are needed, which is so once."""
    shown = chat.runner.shown or {}
    if waits != shown.get("put_off") and not (waits and "put_off" in shown):
        chat.change(shown={**shown, "put_off": waits})


def is_put_off(chat: Conversation) -> bool:
    """Do questions wait?"""
    return bool((chat.runner.shown or {}).get("put_off"))


def question(chat: Conversation) -> str | None:
    """The question that was put to the runner last."""
    asked: str | None = (chat.runner.shown or {}).get("question")
    return asked


def answered(chat: Conversation, name: str, following: str | None) -> None:
    """Remember which question was answered last, and which is open since."""
    chat.change(shown={**(chat.runner.shown or {}), "answered": [name, following]})


def last_answered(chat: Conversation, following: str | None) -> str | None:
    """The question that was answered just before that one was opened."""
    name, opened = (chat.runner.shown or {}).get("answered", (None, None))
    return name if name is not None and opened == following else None


def set_aside(chat: Conversation, day: date, runs: Sequence[Any]) -> None:
    """Keep the runs of a day that were taken out, until others are."""
    kept = {"day": day.isoformat(), "runs": list(runs)}
    chat.change(shown={**(chat.runner.shown or {}), "aside": kept})


def aside(chat: Conversation, day: date) -> list[tuple[str, dict[str, Any]]]:
    """The runs of that day that were taken out. Raises StaleTap for older ones."""
    kept = (chat.runner.shown or {}).get("aside") or {}
    if kept.get("day") != day.isoformat():
        raise StaleTap(day.isoformat())
    return [(key, data) for key, data in kept["runs"]]
