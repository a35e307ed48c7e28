"""Where a first “done” of the day goes: `python -m tests.measuring.a_done [COUNT]`.

So many runners log a session that is made on the way, on SQLite in memory; shown are processor
time and statements for each, and the share of each part of the transaction, as a profile has it.
"""

import asyncio
import cProfile
import gc
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from bot.app import optional_parts
from content.bundle import load_content
from storage.database.transaction import Transaction
from tests.bench.crowd import FIRST, Group, fill
from tests.bench.ground import _upgrade
from tests.support import postgres
from tests.support.chat import Chatroom, open_chatroom

PARTS = {  # functions, by what of a transaction they are
    "a session is made": "todays",
    "words are understood": "understood",
    "what is open is asked whether they are its": "_taken",
    "the answer is worded": "_told",
    "the calendar is settled": "settle_today",
    "the database is asked": "_do",
}


async def main(count: int) -> None:
    content = load_content()
    optional_parts.can_draw = lambda: False  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory(dir=postgres.in_memory()) as folder:
        url = f"sqlite:///{folder}/limber.db"
        await asyncio.to_thread(_upgrade, url)
        await fill(url, [Group(2 * count)], content)
        gc.collect()
        gc.disable()
        async with open_chatroom(url, content) as room:
            took, statements = await _plainly(room, range(FIRST, FIRST + count))
            stats = await _profiled(room, range(FIRST + count, FIRST + 2 * count))
    print(f"{took * 1000 / count:.1f} ms and {statements / count:.1f} statements for each")
    whole = _seconds(stats, "_transact")
    for part, name in PARTS.items():
        print(f"  {_seconds(stats, name) / whole:4.0%}  {part}")
    stats.sort_stats("tottime").print_stats(15)


async def _say(room: Chatroom, people: range) -> None:
    for number in people:
        person = room.fake.person(number)
        person.chat.open = True
        person.say("done")
    await room.settle(600)


async def _plainly(room: Chatroom, people: range) -> tuple[float, int]:
    took, asked, ask = 0.0, 0, Transaction._do

    def timed(transact: Callable[..., None]) -> Callable[..., None]:
        def told(*given: Any, **more: Any) -> None:
            nonlocal took
            began = time.thread_time()
            transact(*given, **more)
            took += time.thread_time() - began

        return told

    def counted(*given: Any, **more: Any) -> Any:
        nonlocal asked
        asked += 1
        return ask(*given, **more)

    dispatcher, plain = room.limber.dispatcher, room.limber.dispatcher._transact
    dispatcher._transact = timed(plain)  # type: ignore[method-assign]
    Transaction._do = counted  # type: ignore[method-assign]
    await _say(room, people)
    dispatcher._transact, Transaction._do = plain, ask  # type: ignore[method-assign]
    return took, asked


async def _profiled(room: Chatroom, people: range) -> pstats.Stats:
    profile, transact = cProfile.Profile(), room.limber.dispatcher._transact
    room.limber.dispatcher._transact = lambda *given, **more: profile.runcall(  # type: ignore[method-assign]
        transact, *given, **more
    )
    await _say(room, people)
    return pstats.Stats(profile)


def _seconds(stats: pstats.Stats, name: str) -> float:
    """All the time below functions of that name."""
    found = stats.stats.items()  # type: ignore[attr-defined]
    whole: float = sum(each[3] for (_, _, function), each in found if function == name)
    return whole


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
