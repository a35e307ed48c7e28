"""How well voice messages are taken: `python -m tests.measuring.spoken [clean] [pink] [babble]`.

Each phrase of `spoken_notes.yaml` (with `unseen`, of `spoken_unseen.yaml`, which nobody mends by)
is said by each speaker in a quiet room, and by two of them, in turn, amid noise at 10 dB. It goes
all the way from the file of a voice message to what may be done with it, and is right where it is
taken as the same words are when they are typed; `changes` are deeds that would be written down and
that nobody meant. Flags are counted by themselves.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.listening import recogniser
from bot.listening.sound import Samples
from content.bundle import load_content
from content.hearing.decision import Decision, Verdict, decided
from content.hearing.prompt import prompts
from content.hearing.transcript import Transcript
from content.hearing.worries import worries
from content.intents.deciding.costs import Cost, cost
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely, understand
from content.language.compiler import compiled
from content.language.parsed_message import parse
from tests.support.sound.speech import SPEAKERS, Speaker, amid, babble, note, pink, spoken

FILE = "spoken_unseen.yaml" if "unseen" in sys.argv else "spoken_notes.yaml"
PHRASES = yaml.safe_load(Path(__file__).with_name(FILE).read_text("utf-8"))
NOW = datetime(2026, 11, 16, 9, tzinfo=ZoneInfo("Europe/Berlin"))
CONTENT = load_content()
EACH = {"clean": len(SPEAKERS), "pink": 2, "babble": 2}  # how many speakers say each phrase
ACTED = (Verdict.UNDERSTOOD, Verdict.FLAG)
SAFE = (Verdict.SAFETY, Verdict.FLAG)
ASKING = (Intent.SURE, Intent.UNKNOWN, Intent.OFF_TOPIC, Intent.CHECK_BODY)


def read(text: str) -> tuple[Meaning, ...]:
    """A typed message, as far as it is sure."""
    known: dict[str, Any] = {
        "now": NOW,
        "lexicon": CONTENT.lexicon,
        "cards": CONTENT.names,
    }
    found = understand(text, texts=CONTENT.texts, **known)
    return surely(text, found, **known)


def worry(text: str) -> bool:
    return worries(parse(text, compiled(CONTENT.lexicon, CONTENT.names)))


def surroundings() -> dict[str, Callable[[Samples], Samples]]:
    """A quiet room, wind and traffic, a room where others talk."""
    noise = pink(20)
    talk = babble(PHRASES["out_of_domain"])
    return {
        "clean": lambda sound: sound,
        "pink": lambda sound: amid(sound, noise),
        "babble": lambda sound: amid(sound, talk),
    }


def said() -> Iterator[tuple[str, str]]:
    """Each phrase, and of which kind it is."""
    for each in PHRASES["commands"].values():
        yield from (("commands", text) for text in each)
    for kind in ("flags", "out_of_domain"):
        yield from ((kind, text) for text in PHRASES[kind])


def deeds(found: tuple[Meaning, ...]) -> list[Meaning]:
    """What would be done, with its day and hour; whichever words it was told in."""
    return [replace(each, because=(), left=(), guessed=False) for each in found]


def outcome(kind: str, text: str, found: Decision) -> str:
    """Right, asks, wrong or changes: what becomes of a message that should say that text."""
    if kind == "flags":
        return "right" if found.verdict in SAFE else "missed"
    if found.verdict not in ACTED:
        return "asks"
    heard = read(found.text)
    if deeds(heard) == deeds(read(text)):
        return "right"
    if all(each.intent in ASKING for each in heard):
        return "asks"
    danger = any(each.intent is Intent.DANGER for each in heard)
    return "changes" if danger or any(cost(m.intent) > Cost.NOTE for m in heard) else "wrong"


def main(rooms: str) -> None:
    told = prompts(CONTENT.lexicon)
    for room, change in surroundings().items():
        if room not in rooms:
            continue
        found = Counter[tuple[str, str]]()
        for speaker, kind, text in notes(EACH[room]):
            sound = change(spoken(text, speaker))
            heard: Transcript = recogniser.recognised(note(sound), told)
            decision = decided(heard, read, worry, awaited=False)
            result = outcome(kind, text, decision)
            found[kind, result] += 1
            if result != "right":
                print(f"{room} {speaker.name} {result} {text!r} {decision} {heard}", flush=True)
        print(f"== {room}", *table(found), sep="\n", flush=True)


def notes(each: int) -> Iterator[tuple[Speaker, str, str]]:
    """Each phrase by so many of the speakers, who take turns."""
    for turn in range(each):
        for at, (kind, text) in enumerate(said()):
            yield SPEAKERS[(at + turn * len(SPEAKERS) // each) % len(SPEAKERS)], kind, text


def table(found: Counter[tuple[str, str]]) -> Iterator[str]:
    """A line for each kind, in hundredths."""
    for kind in dict.fromkeys(kind for kind, _ in found):
        parts = {result: count for (each, result), count in found.items() if each == kind}
        total = sum(parts.values())
        shares = ", ".join(f"{name} {100 * n / total:.1f} %" for name, n in sorted(parts.items()))
        yield f"{kind}: {total} notes: {shares}"


if __name__ == "__main__":
    main(" ".join(each for each in sys.argv[1:] if each in EACH) or " ".join(EACH))
