"""Wrong writes per 1,000 messages: `python -m tests.measuring.wrong_writes [SET …]`.

Each message of our own sets is said by a runner of its own; a part of the export that changed and
was not to change is a wrong write. The messages themselves are shown for the sets that are named.
"""

import asyncio
import json
import sys
import tempfile
from collections import Counter
from typing import Any

from content.bundle import load_content
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.measuring.own_sets import LOG, PROFILE, REMINDERS, Message, messages
from tests.support.chat import Runner, open_chatroom

BEFORE = {"logged": "done", "session": "/today", "card": "couch stretch", "paused": "pause 5 days"}
ANSWERS = (
    *("9 hours", "hip flexors and quads", "Monday and Saturday", "6:30", "foam roller"),
    *("London", "07:00", "every day", "coffee"),
)


async def put(runner: Runner, state: str) -> None:
    """Bring a runner to where the message is said."""
    if state[0] == "q" and state[1:].isdecimal():
        await runner.say("/start")
        for answer in ANSWERS[: int(state[1:]) - 1]:
            await runner.say(answer)
        return
    await runner.onboard()
    if state != "fresh":
        await runner.say(BEFORE.get(state, state))


async def stands(runner: Runner) -> dict[str, Any]:
    await runner.say("/export")
    document = json.loads(runner.file)
    document[PROFILE].pop("understood", None)
    return {part: document[part] for part in (LOG, REMINDERS, PROFILE)}


async def written(runner: Runner, message: Message) -> list[str]:
    """The parts of the export that changed and were not to."""
    await put(runner, message.state)
    before = await stands(runner)
    await runner.say(message.text)
    after = await stands(runner)
    return [
        part for part in before if before[part] != after[part] and part not in message.may_write
    ]


async def main(shown: list[str]) -> None:
    said, wrong, unread = Counter[str](), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/limber.db"
        engine = open_engine(url)
        upgrade(engine)
        engine.dispose()
        async with open_chatroom(url, load_content()) as room:
            for number, message in enumerate(messages(), start=1):
                said[message.from_set] += 1
                try:
                    parts = await written(room.runner(number), message)
                except TimeoutError:  # a picture takes long where other work slows the machine
                    unread += 1
                    continue
                if parts:
                    wrong[message.from_set] += 1
                    if message.from_set in shown:
                        print(f"  {message.text!r}: {', '.join(parts)}")
    for name, count in said.items():
        print(f"{name:16} {count:4} messages, {wrong[name]:2} wrong writes")
    total, faults = said.total(), wrong.total()
    print(f"{unread} could not be read to the end")
    print(f"{faults / total * 1000:.1f} wrong writes per 1,000 messages ({faults} of {total})")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
