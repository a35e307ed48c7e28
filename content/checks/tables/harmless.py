"""Harmless phrases that hide a sign of an emergency, each to be looked at before it does so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from content.authoring.document import Document, Place, Problem
from content.checks.tables.lexicon_files import LexiconFiles
from content.language.compiler import CompiledLexicon
from content.language.lexicon import spelt_out
from content.language.parsed_message import parse
from content.language.phrases import GAP, Mark, Phrases
from content.language.tokens import Token
from content.screening.screen import screened
from content.screening.urgency import Urgency

HARMLESS = "harmless"
LOOKED_AT = "lexicon/looked-at.yaml"
_NOBODY_LOOKED = Document(LOOKED_AT, None, {})


class _WithoutHarmless(Phrases):
    """The same phrases but for those that are harmless."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def find(self, tokens: Sequence[Token]) -> list[Mark]:
        found = self._phrases.find(tokens)
        return [mark for mark in found if mark.concept.partition(":")[0] != HARMLESS]


def hiding_phrases(files: LexiconFiles, words: CompiledLexicon) -> Iterator[Problem]:
    """A problem for each harmless phrase that alone would be an emergency, if nobody looked at it.

    What is hidden is hidden wherever the phrase stands: “won't wake up” for a foot hides it for
    somebody who hopes not to wake up.
    """
    flags, looked_at = files.documents["flags"], files.documents.get("looked-at", _NOBODY_LOOKED)
    known = looked_at.data["hides"] if looked_at.data else {}
    left = {(flag, phrase): at for flag, said in known.items() for at, phrase in enumerate(said)}
    spelling = replace(words.spelling, seen={})  # what is read here nobody says
    bare = replace(words, spelling=spelling, warnings=_WithoutHarmless(words.warnings))
    for place, phrase, ways in _harmless(flags):
        for hidden in sorted({flag for way in ways if (flag := _emergency(way, bare))}):
            if (hidden, phrase) in left:
                del left[hidden, phrase]
            elif phrase not in known.get(hidden, ()):
                yield flags.problem(place, *_told(phrase, hidden))
    for (flag, phrase), at in left.items():
        fault = f"“{phrase}” is no harmless phrase that hides “{flag}” any more"
        yield looked_at.problem(("hides", flag, at), fault, "remove it")


def _harmless(flags: Document) -> Iterator[tuple[Place, str, set[str]]]:
    """Each harmless phrase with its place, and the ways in which somebody may say it."""
    groups = {f"<{name}>": words for name, words in flags.data.get("words", {}).items()}
    for kind, said in flags.data["phrases"].get(HARMLESS, {}).items():
        for index, phrase in enumerate(said):
            spelt = spelt_out("flags.yaml", phrase, groups)
            ways = {words for each in spelt for words in _ways(each)}
            yield ("phrases", HARMLESS, kind, index), phrase, ways


def _emergency(words: str, lexicon: CompiledLexicon) -> str | None:
    flag = screened(parse(words, lexicon))
    return flag.id if flag and flag.urgency is Urgency.NOW else None


def _told(phrase: str, flag: str) -> tuple[str, str]:
    fault = f"“{phrase}” hides what raises “{flag}”, an emergency, wherever it is said"
    mend = f"name the thing that it is about, or list it below “{flag}:” in {LOOKED_AT}"
    return fault, mend


def _ways(phrase: str) -> set[str]:
    """The phrase with the first, second … of each choice, and nothing in the gaps."""
    places = [each.split("|") for each in phrase.split() if each != GAP]
    return {
        " ".join(choice[min(at, len(choice) - 1)].removesuffix("~") for choice in places)
        for at in range(max(map(len, places)))
    }
