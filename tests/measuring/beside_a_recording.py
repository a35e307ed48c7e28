"""How fast others are answered while a session is recorded.

`python -m tests.measuring.beside_a_recording` prints it, beside how fast they are without it.
"""

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from content.bundle import load_content
from tests.support.chat import Chatroom, Runner, open_chatroom

MANY = 200
LINE = "{:<34} {:>4} answers, p50 {:>6.1f} ms, p99 {:>6.1f} ms"


async def answered(room: Chatroom, runner: Runner, text: str) -> float:
    """Seconds from a message to its answer."""
    events = room.fake.subscribe()
    begun = time.perf_counter()
    runner.person.say(text)
    while not runner.person.messages[-1].from_bot:
        await events.get()
    return time.perf_counter() - begun


async def measured(room: Chatroom, runner: Runner, name: str, until: asyncio.Task[None]) -> None:
    took: list[float] = []
    while len(took) < MANY and not (took and until.done()):
        took.append(await answered(room, runner, "/help"))
    took.sort()
    p50, p99 = (1000 * took[int(share * (len(took) - 1))] for share in (0.5, 0.99))
    print(LINE.format(name, len(took), p50, p99), flush=True)


async def main() -> None:
    content = load_content()
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/limber.db"
        async with open_chatroom(database, content, data_dir=Path(folder)) as room:
            sam, kim = room.runner(), room.runner(6, "Kim")
            await sam.onboard()
            await kim.say("/help")
            await sam.say("/today")
            forever: asyncio.Task[None] = asyncio.create_task(asyncio.sleep(3600))
            await measured(room, kim, "nobody is read to", forever)
            await sam.unfold("🎧 Talk me through it")
            sam.person.tap("🎧 Talk me through it")
            recorded = asyncio.create_task(heard(sam))
            await measured(room, kim, "while a session is recorded", recorded)
            await recorded
            forever.cancel()


async def heard(sam: Runner) -> None:
    """Until the voice message is there."""
    begun = time.perf_counter()
    while not any(each.kind == "voice" for each in sam.bot_messages):
        await asyncio.sleep(0.05)
        sam.room.clock.at += timedelta(seconds=0.05)  # which stands by itself
        sam.room.limber.sender.wake()
    print(f"the session came after {time.perf_counter() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
