"""How many moves, circumstances and follow-ups are answered: `python -m tests.chats.moves [FILE]`.

Each message of tests/blind/moves.yaml is put to the bot by a runner of its own, with the state in
front of them that it names.
"""

import asyncio
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from content.bundle import Content, load_content
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support.chat import Runner, open_chatroom

MOVES = Path(__file__).parents[1] / "blind/moves.yaml"
Ask = Mapping[str, Any]


async def face(runner: Runner, at: str, content: Content) -> None:
    """Put in front of a runner what the ask says."""
    what, *rest = at.split()
    if what in ("card", "walk"):
        await runner.say("couch stretch")  # so that there is one from before
        await runner.say(content.library.cards[rest[0]].name)
    if what == "walk":
        await runner.open(rest[0])
        for _ in range(int(rest[1]) - 1):
            await runner.tap(next(each for each in runner.buttons if each.startswith("Next")))
    if what in ("session", "progress", "reminders"):
        await runner.say(
            {"session": "/today", "progress": "/progress", "reminders": "/remind"}[what]
        )


def wrong(ask: Ask, said: str, content: Content) -> Iterator[str]:
    """What is wrong with an answer."""
    shown = first_card(said, content)
    cards = content.library.cards
    wanted = ask.get("card")
    if wanted == "*" and shown is None:
        yield "no card"
    elif wanted not in (None, "*") and shown not in wanted.split("|"):
        reason = any(said.startswith(cards[each].name) for each in wanted.split("|"))
        if not reason:  # "Couch stretch is done kneeling. This one is near …"
            yield f"shows {shown}"
    if "area" in ask and (shown is None or ask["area"] not in cards[shown].areas):
        yield f"shows {shown}, nothing for {ask['area']}"
    if shown in ask.get("not", ()):
        yield f"shows {shown}"
    if not said or re.search(ask.get("never", r"I didn't get that one|(?!)"), said):
        yield "must not say that"
    if not re.search(ask.get("says", ""), said):
        yield "does not say that"


def first_card(said: str, content: Content) -> str | None:
    """The card that an answer shows first."""
    ids = {card.name: card.id for card in content.library.cards.values()}
    lines = [re.sub(r"^\d+\.\s*", "", line.strip()) for line in said.splitlines()]
    return next((ids[line] for line in lines if line in ids), None)


async def like(first: Runner, number: int) -> Runner:
    """Another runner, who answered all questions as the first one did."""

    def copied(work: Any) -> None:
        known = work.runners.get(first.person.user.id)
        work.runners.add(number, known.name, known.created_at)
        work.runners.change(number, {"answers": known.answers, "zone": known.zone})
        for each in work.reminders.all(known.id):
            if each.slot != "hold":
                work.reminders.plan(replace(each, runner_id=number))

    await first.room.limber.store.run(copied)
    return first.room.runner(number)


async def judged(first: Runner, number: int, ask: Ask, content: Content) -> tuple[list[str], str]:
    """What is wrong with the answer to one message, and the answer."""
    runner = await like(first, number)
    await face(runner, ask["at"], content)
    stood, before = await _stands(runner), _newest(runner)
    await runner.say(ask["say"])
    said = "\n".join(each.text for each in runner.bot_messages if each.id > before)
    changed = {name for name, value in (await _stands(runner)).items() if value != stood[name]}
    deeds = {f"changes {name}" for name in changed - set(ask.get("deed", "").split())}
    return [*wrong(ask, said, content), *sorted(deeds)], said


def _newest(runner: Runner) -> int:
    return max((int(each.id) for each in runner.bot_messages), default=-1)


async def _stands(runner: Runner) -> dict[str, Any]:
    """What a question must not change."""
    number = runner.person.user.id

    def read(work: Any) -> dict[str, Any]:
        known = work.runners.get(number)
        reminders = {
            each.slot: each.data for each in work.reminders.all(number) if each.slot != "hold"
        }
        log = [each.status for each in work.session_log.entries(number)]
        return {"answers": known.answers, "reminders": reminders, "log": log}

    return await runner.room.limber.store.run(read)


async def score(written: str) -> None:
    asked = yaml.safe_load(written)
    content, right = load_content(), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "limber.db"
        engine = open_engine(f"sqlite:///{template}")
        upgrade(engine)
        engine.dispose()
        shutil.copy(template, room_file := template.with_name("room.db"))
        async with open_chatroom(f"sqlite:///{room_file}", content) as room:
            first = room.runner()
            await first.onboard()
            await first.open("couch-stretch")
            asks = [(group, each) for group, several in asked.items() for each in several]
            for number, (group, ask) in enumerate(asks, 1000):
                faults, said = await judged(first, number, ask, content)
                right[group] += not faults
                if faults:
                    told = " / ".join(said.split("\n"))[:160]
                    print(f"[{group}] {ask['at']}: {ask['say']!r}: {'; '.join(faults)} | {told}")
    for group, several in asked.items():
        print(f"{group:16} {right[group]:3} of {len(several):3}")
    print(f"{'all':16} {right.total():3} of {sum(map(len, asked.values())):3}")


if __name__ == "__main__":
    file = Path(sys.argv[1]) if sys.argv[1:] else MOVES
    asyncio.run(score(file.read_text("utf-8")))
