"""Odd updates and texts put to the real bot: `python -m tests.measuring.odd_updates [COUNT]`.

Before the strict fake Telegram, in rounds, each with a new database and people of whom half have
been through the first chat. Counted are exceptions (the runner gets an apology), answers that the
fake refused, and transactions of over 50 ms of processor time. Odd updates that can't be read or
stored are set aside with a line; that is no exception. Pictures are left out: they are drawn by
processes of their own. It tells how it stands every ten thousand.
"""

import asyncio
import gc
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bot.app import optional_parts
from bot.cli.main import uncollected
from bot.playground.fake_telegram.rules.errors import CannotAct
from content.bundle import load_content
from tests.measuring.odd_acts import Actor, Words
from tests.measuring.slow_words import LIMIT
from tests.support import postgres
from tests.support.chat import Chatroom, open_chatroom

COUNT, ROUND, AT_ONCE = 100_000, 1_000, 20
FIRST = 100
PATIENCE = 300  # seconds: pictures are drawn behind all else
FINE = {"ok", "", "cut"}


@dataclass
class Found:
    """What came of all rounds."""

    errors: Counter[str] = field(default_factory=Counter)
    apologies: int = 0
    calls: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    took: list[tuple[float, str]] = field(default_factory=list)


class Errors(logging.Handler):
    """Errors in the log, told by their lines and where they were raised."""

    def __init__(self, found: Found) -> None:
        super().__init__(logging.ERROR)
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        fault = record.exc_info[1] if record.exc_info else None
        self._found.errors[f"{record.msg} {_where(fault)}".rstrip()] += 1


def _where(fault: BaseException | None) -> str:
    if fault is None:
        return ""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(fault).__name__} at {place}"


async def main(count: int) -> int:
    with uncollected():  # as the product does
        words = Words(load_content())
    gc.disable()  # what the fake remembers is not the product's to look through
    optional_parts.can_draw = lambda: False  # type: ignore[attr-defined]
    found, began = Found(), time.perf_counter()
    logging.getLogger().addHandler(Errors(found))
    for number in range(-(-count // ROUND)):
        await _round(random.Random(number), min(ROUND, count - number * ROUND), words, found)
        gc.collect()
        if number % 10 == 9:
            _show(found, (number + 1) * ROUND, time.perf_counter() - began)
    _show(found, count, time.perf_counter() - began)
    again = await _again(words, {text for took, text in found.took if took > LIMIT and text})
    print(f"over {LIMIT} ms when said again, the quickest of three: {len(again)}")
    print(*(f"  {took:6.1f} ms {text[:100]!r}" for took, text in again), sep="\n")
    return int(bool(found.apologies or again))


async def _again(words: Words, slow: set[str]) -> list[tuple[float, str]]:
    """Those that are slow by themselves, and not for what else the machine did meanwhile."""
    found = Found()
    with tempfile.TemporaryDirectory(dir=postgres.in_memory()) as folder:
        async with open_chatroom(f"sqlite:///{folder}/limber.db", words.content) as room:
            await room.runner(FIRST).onboard()
            _time_transactions(room, found)
            for text in sorted(slow) * 3:
                with suppress(CannotAct):
                    room.fake.person(FIRST).say(text)
                await room.settle(PATIENCE)
    best: dict[str, float] = {}
    for took, text in found.took:
        best[text] = min(took, best.get(text, took))
    return sorted(((took, text) for text, took in best.items() if took > LIMIT), reverse=True)


async def _round(chance: random.Random, count: int, words: Words, found: Found) -> None:
    with tempfile.TemporaryDirectory(dir=postgres.in_memory()) as folder:
        url = f"sqlite:///{folder}/limber.db"
        async with open_chatroom(url, words.content) as room:
            actors = await _people(room, words, chance)
            _time_transactions(room, found)
            for _ in range(count // AT_ONCE):
                for actor in actors:
                    actor.act()
                await room.settle(PATIENCE)
                room.clock.at += actors[0].pause
                await room.limber.heartbeat.beat()
                await room.settle(PATIENCE)
            _look(room, words, found)


async def _people(room: Chatroom, words: Words, chance: random.Random) -> list[Actor]:
    for number in range(FIRST, FIRST + AT_ONCE, 2):
        await room.runner(number).onboard()
    people = [room.fake.person(number) for number in range(FIRST, FIRST + AT_ONCE)]
    return [Actor(person, room.fake, words, chance) for person in people]


def _time_transactions(room: Chatroom, found: Found) -> None:
    dispatcher = room.limber.dispatcher
    transact: Callable[..., None] = dispatcher._transact

    def timed(update: Any, *rest: Any, **more: Any) -> None:
        began = time.thread_time()
        try:
            transact(update, *rest, **more)
        finally:
            took = (time.thread_time() - began) * 1000
            told = update.effective_message
            text = (told.text or told.caption or "") if told else ""
            tap = update.callback_query
            found.took.append((took, (tap.data if tap else text) or ""))

    dispatcher._transact = timed  # type: ignore[method-assign]


def _look(room: Chatroom, words: Words, found: Found) -> None:
    sorry = words.content.wording.message("sorry")
    for chat in room.fake.chats.values():
        found.apologies += sum(m.from_bot and m.text == sorry for m in chat.messages.values())
    for call in room.fake.calls:
        found.calls += call.method.lower() != "getupdates"
        if call.outcome not in FINE:
            found.refused[f"{call.method}: {call.outcome}"] += 1


def _show(found: Found, count: int, seconds: float) -> None:
    times = sorted(found.took, reverse=True)
    slow = [each for each in times if each[0] > LIMIT]
    told = f"{len(times):,} transactions, {found.calls:,} calls, {seconds:.0f} s"
    print(f"{count:,} updates, {told}\napologies: {found.apologies}")
    _list("lines of errors", found.errors)
    _list("refused", found.refused)
    middle = times[len(times) // 2][0] if times else 0
    print(f"a transaction: {middle:.1f} ms (median), over {LIMIT} ms: {len(slow)}")
    print(*(f"  {took:6.1f} ms {text[:100]!r}" for took, text in times[:10]), sep="\n", flush=True)


def _list(title: str, counted: Counter[str]) -> None:
    print(f"{title}:", *(f"  {n:6} {line}" for line, n in counted.most_common()), sep="\n")


if __name__ == "__main__":
    sys.exit(asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)))
