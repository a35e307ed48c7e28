"""How much is understood, by group: `python -m tests.unit.content.score [FILE]`.

First our own set (meanings), then a file of asks with wanted patterns (answers of the real bot in
the fake Telegram), by default the shared sample next to this checkout, if it is there.
"""

import asyncio
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from content.bundle import Content, load_content
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.unit.content.test_understand import LOGGED, Miss, judge, meanings, printed, read

SAMPLE = Path(__file__).parents[4] / "shared/asks/dev-sample.jsonl"
LEAD = 2  # lines of an answer that name the move
INTENTS = {
    "log-done": "done",
    "log-partial": "partial",
    "log-missed": "missed",
    "log-backdated": "done",
    "set-reminder": "remind",
    "move-reminder": "remind",
    "reminder-days": "remind-days",
    "pause-reminders": "pause",
    "set-timezone": "moved",
    "refuse-time": "bad-time",
}


def own_set() -> None:
    for part in ("seen", "unseen"):
        asked = read(part)
        misses: dict[str, list[Miss]] = {
            group: [miss for each in asks if (miss := judge(each))] for group, asks in asked.items()
        }
        print(printed(part, misses, Counter({group: len(asks) for group, asks in asked.items()})))
        for group, missed in misses.items():
            for miss in missed:
                print(f"  [{group}] {miss}")


async def sample(written: str) -> None:
    """Every ask put to the bot by a runner of its own, after the questions were answered."""
    content, asks = load_content(), [json.loads(line) for line in written.splitlines()]
    missed: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "limber.db"
        engine = open_engine(f"sqlite:///{database}")
        upgrade(engine)
        engine.dispose()
        for each in asks:
            fresh = database.with_name(f"{each['id']}.db")
            shutil.copy(database, fresh)
            for wrong in await _asked(f"sqlite:///{fresh}", content, each):
                missed[each["group"]] += 1
                print(f"  [{each['group']}] {each['text']!r}: {wrong}")
                break
    for group, count in Counter(each["group"] for each in asks).items():
        print(f"  {group:16} {count - missed[group]:4} of {count:4}")


async def _asked(url: str, content: Content, ask: Mapping[str, Any]) -> list[str]:
    async with open_chatroom(url, content) as room:
        runner = room.runner()
        await runner.onboard()
        before = len(runner.bot_messages)
        await runner.say(ask["text"])
        said = "\n".join(each.text for each in runner.bot_messages[before:])
        return [*_wrong_words(ask["expect"], said), *await _wrong_deeds(room, runner, ask, said)]


def _wrong_words(expect: Mapping[str, Any], said: str) -> Iterator[str]:
    lead = "\n".join(said.splitlines()[:LEAD]) if expect.get("none_scope") == "lead" else said
    wanted = expect.get("any_of")
    if not said.strip():
        yield "no answer"
    if wanted and not any(re.search(each, said, re.IGNORECASE) for each in wanted):
        yield f"names nothing that was wanted: {said.splitlines()[:LEAD]}"
    for each in expect.get("none_of", ()):
        if found := re.search(each, lead, re.IGNORECASE):
            yield f"says {found[0]!r}"


async def _wrong_deeds(
    room: Chatroom, runner: Runner, ask: Mapping[str, Any], said: str
) -> list[str]:
    expect, found = ask["expect"], meanings(ask["text"])
    wrong = []
    if "must_refer" in expect and (found[0].intent == "danger") is not expect["must_refer"]:
        wrong.append(f"refers: {found[0].flag}")
    number = runner.person.user.id
    entries = await room.limber.store.run(lambda work: work.session_log.entries(number))
    if expect.get("must_not_log") and entries and LOGGED & {each.intent for each in found}:
        wrong.append("logs")
    intent = INTENTS.get(expect.get("intent", ""), expect.get("intent", found[0].intent))
    if found[0].intent != intent:
        wrong.append(f"is {found[0].intent}, not {intent}")
    if "time" in expect and expect["time"] not in said:
        wrong.append(f"does not say {expect['time']}")
    return wrong


if __name__ == "__main__":
    own_set()
    file = Path(sys.argv[1]) if sys.argv[1:] else SAMPLE
    if file.exists():
        print(f"\n{file.name}, as chats")
        asyncio.run(sample(file.read_text()))
