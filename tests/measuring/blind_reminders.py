"""How many blind reminder messages end as wanted: `python -m tests.measuring.blind_reminders`.

Each is said by a runner of its own, who has answered the first chat; judged by what stands then.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from content.bundle import load_content
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support.chat import Runner, open_chatroom

MESSAGES = Path(__file__).parents[1] / "blind/reminders.yaml"
SERIES = ("daily", "second", "third")
BEFORE: Mapping[str, Any] = {
    "series": ["07:00 0123456"],
    "once": [],
    "snooze": None,
    "paused": None,
    "away": None,
    "zone": "Europe/Berlin",
    "logged": {},
    "recap": True,
    "row": {},
}
OFF = "excused"  # what a pause does to its days
LASTING = ("weeks", "skips", "silent", "until")


def stands(document: Mapping[str, Any]) -> dict[str, Any]:
    """What the export says of reminders, days and logs, in the words of the table."""
    rows = {row["slot"]: row for row in document["reminders"]}
    series = [rows[slot] for slot in SERIES if slot in rows]
    profile = document["profile"]
    snoozed = rows.get("snooze")
    return {
        "series": sorted(f"{r['at']} {''.join(map(str, r['days']))}" for r in series),
        "once": [r["next"][:16] for slot, r in rows.items() if slot.startswith("once")],
        "snooze": snoozed["next"][:16] if snoozed and snoozed["next"] else None,
        "paused": profile["paused_until"],
        "away": next(iter(profile.get("away") or []), None),
        "zone": profile["zone"],
        "logged": {e["date"]: e["status"] for e in document["sessions"] if e["status"] != OFF},
        "recap": profile.get("recap", True),
        "row": {k: series[0][k] for k in LASTING if series and series[0].get(k) not in (None, [])},
    }


def differs(want: Mapping[str, Any], found: Mapping[str, Any], said: str) -> Iterator[str]:
    """In what the outcome is another one than the wanted."""
    wanted = {**BEFORE, **want}
    if "says" in want and not re.search(want["says"], said):
        yield f"says {said!r}"
    for key, value in found.items():
        if not _like(wanted[key], value):
            yield f"{key} is {value}"


def _like(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, str) and wanted.endswith("*"):
        return isinstance(value, str) and value.startswith(wanted[:-1])
    return bool(wanted == value)


async def judged(runner: Runner, each: Mapping[str, Any]) -> str | None:
    """What is wrong with the outcome of this message, if it is none of the wanted."""
    await runner.onboard()
    before = len(runner.bot_messages)
    await runner.say(each["text"])
    said = "\n".join(m.text for m in runner.bot_messages[before:] if m.text)
    found = stands(await runner.exported())
    faults = [list(differs(want, found, said)) for want in each["want"]]
    return None if not all(faults) else f"{'; '.join(faults[0])} ({said[:90]!r})"


async def main() -> None:
    messages, missed = yaml.safe_load(MESSAGES.read_text()), 0
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/limber.db"
        engine = open_engine(url)
        upgrade(engine)
        engine.dispose()
        async with open_chatroom(url, load_content()) as room:
            for number, each in enumerate(messages, start=1):
                if wrong := await judged(room.runner(number), each):
                    missed += 1
                    print(f"  {each['text']!r}: {wrong}")
    print(f"{len(messages) - missed} of {len(messages)} as wanted")


if __name__ == "__main__":
    asyncio.run(main())
