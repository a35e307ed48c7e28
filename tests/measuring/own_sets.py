"""The messages of our own sets, each with the state it is said in and what may be written for it.

What a message may write is told by its checks: L the log, R and the like the reminders, P and
ZONE what is known of the runner. All else has to stay as it was.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

BLIND = Path(__file__).parents[1] / "blind"
LOG, REMINDERS, PROFILE = "sessions", "reminders", "profile"
WRITES = {
    "L": (LOG, REMINDERS),  # what is done is not asked for again
    "R": (REMINDERS, PROFILE),  # the first time and its days are answers too
    "SNZ": (REMINDERS,),
    "PAUSE": (REMINDERS, PROFILE, LOG),  # a day off is written down as one
    "RESUME": (REMINDERS, PROFILE, LOG),
    "OFF": (REMINDERS, PROFILE),
    "ZONE": (PROFILE, REMINDERS),
    "P": (PROFILE, REMINDERS),
}
# What a whole group is about, where its checks look at the words of the answer alone.
GROUPS = {
    "reminder": (REMINDERS, PROFILE),
    "two-intents": (REMINDERS, PROFILE),
    "onboarding": (PROFILE, REMINDERS),
}
LASTING = ("meta", "constraints")  # "no kneeling", "call me Jo"
# By the answer of the first chat that it is said to.
QUESTIONS = (
    *("sitting", "spots", "run_days", "run_at", "kit"),
    *("zone", "remind_at", "remind_days", "cue"),
)


@dataclass(frozen=True, slots=True)
class Message:
    text: str
    state: str
    may_write: frozenset[str]
    from_set: str


def messages() -> Iterator[Message]:
    for file in sorted(BLIND.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        yield from (_checked(row, row["check"], file.stem) for row in rows)
    for group in yaml.safe_load((BLIND / "talk.yaml").read_text()).values():
        yield from (_checked(row, row["wanted"], "talk") for row in group)
    for group in yaml.safe_load((BLIND / "moves.yaml").read_text()).values():
        yield from (Message(row["say"], "card", frozenset({PROFILE}), "moves") for row in group)
    for question, rows in yaml.safe_load((BLIND / "answers.yaml").read_text()).items():
        state = f"q{QUESTIONS.index(question) + 1}" if question in QUESTIONS else "fresh"
        may = frozenset({PROFILE, REMINDERS})
        yield from (Message(row["say"], state, may, "answers") for row in rows)
    for row in yaml.safe_load((BLIND / "reminders.yaml").read_text()):
        wanted = {key for want in row["want"] for key in want}
        places = {REMINDERS, PROFILE, *([LOG] if wanted & {"logged", "paused"} else [])}
        yield Message(
            row["text"], "fresh", frozenset(places if wanted - {"says"} else ()), "reminders"
        )


def _checked(row: Mapping[str, Any], checks: list[str], from_set: str) -> Message:
    may = {place for check in checks for place in _places(check, row)}
    group = row.get("group", "").partition("-q")[0]
    may |= {*GROUPS.get(group, ()), *([PROFILE] if group in LASTING else [])}
    return Message(row["text"], row.get("state", "fresh"), frozenset(may), from_set)


def _places(check: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    """Where a check looks; a log that shall not be there may only go."""
    kind = check.partition(":")[0]
    if check == "L:none" and row.get("state") != "logged":
        return ()
    return WRITES.get(kind, ())
