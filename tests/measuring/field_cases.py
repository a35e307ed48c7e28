"""How many cases of public reports go well: `python -m tests.measuring.field_cases FILE`.

A case is a list of steps (say, tap, wait, a clock set, the last message edited, the export read)
by a runner in Berlin on a Monday at nine, and patterns that must or must not be on the screen.
"""

import asyncio
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from content.bundle import Content, load_content
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support.chat import Runner, open_chatroom

Case = Mapping[str, Any]
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


async def act(runner: Runner, step: Mapping[str, Any]) -> str:
    """One step; what it shows beside the chat."""
    room = runner.room
    if "say" in step:
        await runner.say(step["say"])
    elif "tap" in step:
        await runner.tap(step["tap"])
    elif "wait" in step:
        await room.wait(**{UNITS[step["wait"][-1]]: int(step["wait"][:-1])})
    elif "clock_to" in step:
        await room.wait_until(str(step["clock_to"]), step["zone"], days=step["days_on"])
    elif "edit_own_last_message_to" in step:
        mine = [each for each in runner.person.messages if not each.from_bot]
        runner.person.edit(mine[-1], step["edit_own_last_message_to"])
        await room.settle()
    elif "export" in step:
        await runner.say("/export")
        document = json.loads(runner.file)
        return json.dumps({part: document[part] for part in step["export"]})
    return ""


async def play(runner: Runner, case: Case) -> str:
    """All that was shown from the first step on, each time after a line that says when."""
    await runner.onboard()
    shown: list[str] = []
    seen = len(runner.bot_messages)
    for step in case["steps"]:
        beside = await act(runner, step)
        at = runner.room.clock.at
        new = runner.bot_messages[seen:]
        seen = len(runner.bot_messages)
        until = ">>> until" if "clock_to" in step or "wait" in step else ">>>"
        shown.append(f"[{at:%a %d %b %H:%M}] {until}")
        shown += [f"   <new> {_screen(each)}" for each in new]
        shown.append(beside or _screen(runner.person.last))
    return "\n".join(shown)


def _screen(message: Any) -> str:
    labels = " ".join(f"[{label}]" for row in message.buttons for label in row)
    return f"{message.text} {labels}"


def faults(case: Case, shown: str) -> Iterator[str]:
    must, never = case["check"].get("must"), case["check"].get("must_not")
    if must and not re.search(must, shown):
        yield f"no {must!r}"
    if never and re.search(never, shown):
        yield f"has {never!r}"


async def tried(content: Content, case: Case) -> list[str]:
    """What is wrong with a case, with a database of its own, since each begins on that Monday."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/limber.db"
        engine = open_engine(url)
        upgrade(engine)
        engine.dispose()
        async with open_chatroom(url, content) as room:
            try:
                shown = await play(room.runner(), case)
            except Exception as error:  # a step that cannot be taken is the fault
                return [f"{type(error).__name__}: {str(error)[:80]}"]
    return list(faults(case, shown))


async def main(cases: Sequence[Case]) -> None:
    chats = [case for case in cases if not any("run" in step for step in case["steps"])]
    content, fine = load_content(), 0
    for case in chats:
        wrong = await tried(content, case)
        fine += not wrong
        if wrong:
            print(f"{case['id']} {case['scenario']}: {'; '.join(wrong)}")
    others = len(cases) - len(chats)
    print(f"{fine} of {len(chats)} ok ({fine / len(chats):.0%}); {others} are no chats")


if __name__ == "__main__":
    asyncio.run(main(yaml.safe_load(Path(sys.argv[1]).read_text())))
