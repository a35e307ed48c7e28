"""How a sentence is heard, for authors: its marks with file and line, its signs, its readings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from content.authoring.document import File, library_folder
from content.intents.deciding.explained import filled
from content.intents.deciding.proposals import proposals
from content.intents.deciding.reading import Reading
from content.intents.deciding.weighing import by_weight
from content.intents.moves.descriptions import Texts
from content.intents.understanding import surely, understand
from content.language.compiler import compiled
from content.language.content_words import content_words, written
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.phrases import Mark

QUIET = ("grammar", "place:after", "lang", "run", "log:it")  # marks that say little to authors
SIGNS = ("sign", "harmless", "calm")
KEY = re.compile(r"^(\s*)\"?([a-z-]+)\"?:")


@dataclass(frozen=True, slots=True)
class Line:
    """Where a concept begins: a file of the lexicon and its line."""

    file: str
    number: int

    def __str__(self) -> str:
        return f"{self.file}:{self.number}"


def hearing(text: str, lexicon: Lexicon, texts: Texts, now: datetime) -> Iterator[str]:
    """Line by line, what the sentence is made of and what becomes of it."""
    parsed = parse(text, compiled(lexicon))
    places = concept_lines(library_folder() / "lexicon")
    yield f"says: {', '.join(written(parsed, content_words(parsed))) or 'nothing'}"
    for mark in parsed.marks:
        if not mark.concept.startswith(QUIET):
            yield f"  {_said(parsed, mark)}: {mark.concept} ({places.get(mark.concept, 'a card')})"
    for mark in parsed.words.warnings.find(parsed.tokens):
        if mark.concept.partition(":")[0] in SIGNS:
            yield f"  {_said(parsed, mark)}: {mark.concept} ({places.get(mark.concept, '?')})"
    for reading in by_weight(parsed, proposals(parsed, now, None)):
        yield _weighed(parsed, reading)
    found = understand(text, now=now, lexicon=lexicon, cards=lexicon.cards, texts=texts)
    done = surely(text, found, now=now, lexicon=lexicon, cards=lexicon.cards)
    for each in done:
        offers = ", ".join(offer.intent.value for offer in each.offers)
        yield f"so: {each.intent.value}" + (f", offering {offers}" if offers else "")


def _said(parsed: ParsedMessage, mark: Mark) -> str:
    return f"“{parsed.said(mark)[0]}”"


def _weighed(parsed: ParsedMessage, reading: Reading) -> str:
    """A reading with its weight, what it fills, and the words that it leaves."""
    (meaning,) = reading.meanings
    slots = sorted(filled(meaning) - {"intent", "because"})
    left = ", ".join(reading.left(parsed)) or "nothing"
    told = written(parsed, content_words(parsed) & reading.explains)
    return (
        f"{reading.share(parsed):4.0%} {meaning.intent.value}"
        f" [{' '.join(slots)}] explains {', '.join(told) or 'nothing'}; leaves {left}"
    )


def concept_lines(folder: File) -> Mapping[str, Line]:
    """Where each concept begins in the files of the lexicon."""
    found: dict[str, Line] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            section = ""
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                key = KEY.match(line)
                if key and len(key[1]) == 2:  # noqa: PLR2004 - a section of phrases
                    section = key[2]
                elif key and len(key[1]) == 4:  # noqa: PLR2004 - a concept of it
                    found.setdefault(f"{section}:{key[2]}", Line(file.name, number))
    return found
