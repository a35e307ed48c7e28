"""Are the coach's own words understood? `python -m tests.measuring.read_back [CARD …]`.

Each line of each card is spoken, coded, and heard again by the recogniser for voice messages, which
expects nothing. Prints what was heard otherwise, how often each such word came through, and how
many in a hundred did not. A word that never does is one for spoken/pronunciation.yaml.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import BytesIO
from itertools import chain

import numpy as np
import soundfile

from bot.listening.recogniser import recognised
from content.audio.pace import Pace
from content.audio.recording import clip
from content.audio.script import SpokenMove, script
from content.audio.spoken import Spoken
from content.audio.spoken_files import read_spoken
from content.audio.voice import Speaker, speaker
from content.audio.waves import PER_MS, RATE
from content.authoring.document import library_folder
from content.bundle import load_content
from content.catalog.card import Card
from content.catalog.library import load

BREATH = 300 * PER_MS  # of silence around a line
WORD = re.compile(r"[a-z]+|[0-9]+")
BRITISH = re.compile(r"(?<=met)re(?=s?$)")  # the recogniser is an American
AS_SENT = {"format": "OGG", "subtype": "OPUS"}
EXPECTED = ("",)
HUNDRED = 100
NUMBERS = load_content().lexicon.tables["clock"]
SPELT = {number: word for word, number in (NUMBERS["tens"] | NUMBERS["numbers"]).items()}
SPELT[40] = "forty"  # which some misspell


@dataclass
class Found:
    """How often each word was said, how often it was not heard, and what was heard instead."""

    said: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    instead: dict[str, str] = field(default_factory=dict)

    def add(self, line: str, heard: str) -> None:
        said, back = words(line), words(heard)
        self.said.update(said)
        for lost, other in differences(said, back):
            self.lost.update(lost)
            self.instead |= dict.fromkeys(lost, " ".join(other))


def words(text: str) -> list[str]:
    plain = re.sub("['’]", "", text.lower())
    return [BRITISH.sub("er", each) for found in WORD.findall(plain) for each in spelt(found)]


def spelt(word: str) -> list[str]:
    """A number as it is said."""
    if not word.isdecimal():
        return [word]
    number = int(word)
    if number in SPELT:
        return [SPELT[number]]
    if number >= HUNDRED:
        rest = spelt(str(number % HUNDRED)) if number % HUNDRED else []
        return [SPELT[number // HUNDRED], "hundred", *rest]
    return [SPELT[number // 10 * 10], SPELT[number % 10]]


def differences(said: list[str], heard: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """What was said and what was heard instead; "foam roller" is no other than "foamroller"."""
    for kind, begin, end, from_, to in SequenceMatcher(None, said, heard, False).get_opcodes():
        if kind != "equal" and "".join(said[begin:end]) != "".join(heard[from_:to]):
            yield said[begin:end], heard[from_:to]


def lines(cards: Iterable[Card], spoken: Spoken) -> list[str]:
    """All that is said for those cards, each line once."""
    told = (script([SpokenMove(card)], spoken).lines for card in cards)
    return list(dict.fromkeys(chain.from_iterable(told)))


def heard_back(line: str, voice: Speaker) -> str:
    file = BytesIO()
    soundfile.write(file, np.pad(clip(voice, line, Pace.NORMAL), BREATH), RATE, **AS_SENT)
    texts = recognised(file.getvalue(), EXPECTED).texts
    return texts[0] if texts else ""


def main(names: list[str]) -> None:
    voice = speaker()
    assert voice, "nobody speaks here: install limber[voice]"
    cards, spoken = load(library_folder()).cards, read_spoken(library_folder())
    found = Found()
    for line in lines([cards[each] for each in names or cards], spoken):
        heard = heard_back(line, voice)
        if "".join(words(line)) != "".join(words(heard)):
            print(f"{line!r} was heard as {heard!r}", flush=True)
        found.add(line, heard)
    print(*report(found), sep="\n")


def report(found: Found) -> Iterator[str]:
    for word, lost in found.lost.most_common():
        yield f"{word}: {lost} of {found.said[word]} lost, as {found.instead[word]!r}"
    said, lost = found.said.total(), found.lost.total()
    never = sorted(each for each in found.lost if found.lost[each] == found.said[each])
    yield f"{said} words, {lost} lost: {100 * lost / said:.1f} %"
    yield f"never heard as they are: {', '.join(never)}"


if __name__ == "__main__":
    main(sys.argv[1:])
