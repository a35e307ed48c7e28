"""What was put to a runner and waits for their words: a doubt, what hurts, what may be meant."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from content.intents.deciding.stored_meaning import restored, stored
from content.intents.meaning import Meaning

LONGEST = 1000  # characters of a message that is asked about
OPEN_FOR = timedelta(hours=1)  # a question of the day
HURTS_FOR = timedelta(hours=12)  # after which nobody remembers which move it was


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
