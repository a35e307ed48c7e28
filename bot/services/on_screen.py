"""What a runner has in front of them: the card shown last, those before it, what was understood."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from json import dumps
from typing import Any
from zlib import crc32

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from content.intents.deciding.stored_meaning import restored, stored
from content.intents.meaning import Meaning

LONGEST = 1000  # characters of a message that is asked about
OPEN_FOR = timedelta(hours=1)  # a question of the day
HURTS_FOR = timedelta(hours=12)  # after which nobody remembers which move it was
LATELY = 5  # cards that "the one from before" may mean


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
    if question != (chat.runner.shown or {}).get("question"):
        chat.change(shown={**(chat.runner.shown or {}), "question": question})


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


def doubt(chat: Conversation, text: str | None) -> None:
    """Keep a message until it is known whether the body is well; None forgets it."""
    kept = text.partition(" ")[2] if text and text.startswith("/") else text
    chat.change(shown={**(chat.runner.shown or {}), "doubt": kept[:LONGEST] if kept else None})
    if kept:
        at_work(chat)


def at_work(chat: Conversation) -> None:
    """Remember that something was put to the runner now which a bare "stop" or "no" is about."""
    chat.change(shown={**(chat.runner.shown or {}), "at_work": chat.now.isoformat()})


def is_at_work(chat: Conversation, within: timedelta = OPEN_FOR) -> bool:
    """Was there anything of that kind so lately?"""
    at: str | None = (chat.runner.shown or {}).get("at_work")
    return at is not None and chat.now - datetime.fromisoformat(at) <= within


def wonder(chat: Conversation, *about: str) -> None:
    """Remember a question of the day that the next words may answer; without words none is open."""
    if about or (chat.runner.shown or {}).get("wonders"):
        at = chat.now.isoformat()
        chat.change(shown={**(chat.runner.shown or {}), "wonders": list(about), "wondered": at})


def wondered(chat: Conversation, question: str) -> list[str] | None:
    """What was kept with that question, if it is open: later words are about something else."""
    shown = chat.runner.shown or {}
    kept, at = shown.get("wonders", []), shown.get("wondered")
    if kept[:1] != [question] or (at and chat.now - datetime.fromisoformat(at) > OPEN_FOR):
        return None
    return list(kept[1:])


def set_aside(chat: Conversation, day: date, runs: Sequence[Any]) -> None:
    """Keep the runs of a day that were taken out, until others are."""
    kept = {"day": day.isoformat(), "runs": list(runs)}
    chat.change(shown={**(chat.runner.shown or {}), "aside": kept})


def aside(chat: Conversation, day: date) -> list[tuple[str, dict[str, Any]]]:
    """The runs of that day that were taken out. Raises StaleTap for older ones."""
    kept = (chat.runner.shown or {}).get("aside") or {}
    if kept.get("day") != day.isoformat() or not kept["runs"]:
        raise StaleTap(day.isoformat())
    return [(key, data) for key, data in kept["runs"]]


def doubted(chat: Conversation) -> str | None:
    """The message that was asked about last, if that is still open."""
    text: str | None = (chat.runner.shown or {}).get("doubt")
    return text


def hurts(chat: Conversation, *about: str) -> None:
    """Keep the card that hurts, its day and its area until it is told how; without, none does."""
    if list(about) != (chat.runner.shown or {}).get("hurts", []):
        chat.change(shown={**(chat.runner.shown or {}), "hurts": list(about)})
        if about:
            at_work(chat)


def hurting(chat: Conversation) -> list[str]:
    """The card that hurts, its day, its area and how, as far as told today; else nothing."""
    known = is_at_work(chat, HURTS_FOR)
    return list((chat.runner.shown or {}).get("hurts", ())) if known else []


def wonders(chat: Conversation) -> bool:
    """Is any question of the day open?"""
    shown = chat.runner.shown or {}
    return bool(shown.get("wonders")) and wondered(chat, shown["wonders"][0]) is not None


def spoke(chat: Conversation, texts: Sequence[str]) -> None:
    """Keep what may have been said in this voice message until one of it is tapped."""
    kept = {"message": chat.message_id, "texts": [each[:LONGEST] for each in texts]}
    chat.change(shown={**(chat.runner.shown or {}), "spoken": kept})


def spoken(chat: Conversation, number: str) -> list[str]:
    """What may have been said in the message with that number; it is over with this.

    Raises StaleTap for an older one.
    """
    kept = (chat.runner.shown or {}).get("spoken")
    if kept is None or str(kept["message"]) != number:
        raise StaleTap(number)
    chat.change(shown={**(chat.runner.shown or {}), "spoken": None})
    return list(kept["texts"])


def ask(chat: Conversation, offers: Sequence[Meaning]) -> str:
    """Keep what may be meant until it is tapped; the number of this question, for its buttons."""
    number = _asked(chat)["number"] + 1
    _keep_asked(chat, {"number": number, "offers": [stored(each) for each in offers]})
    return str(number)


def asked(chat: Conversation, number: str) -> list[Meaning]:
    """What that question offered; it is over with this. Raises StaleTap for an older one."""
    kept = _asked(chat)
    if str(kept["number"]) != number or not kept["offers"]:
        raise StaleTap(number)
    _keep_asked(chat, {**kept, "offers": []})
    try:
        return [restored(each) for each in kept["offers"]]
    except ValueError as error:
        raise StaleTap(number) from error


def _asked(chat: Conversation) -> dict[str, Any]:
    return (chat.runner.shown or {}).get("asked") or {"number": 0, "offers": []}


def _keep_asked(chat: Conversation, kept: dict[str, Any]) -> None:
    chat.change(shown={**(chat.runner.shown or {}), "asked": kept})
