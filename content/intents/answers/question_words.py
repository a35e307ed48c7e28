"""The words that one question listens for, compiled from lexicon/answers.yaml."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content.language.compiler import CompiledLexicon
from content.language.phrases import GAP, Phrases
from content.language.tokens import NUMBER, fold

VALUE, ASIDE, BESIDE, NOT_HAD = "value", "aside", "beside", "not-had"
LEFT_OUT = "left-out"  # of days that are none


@dataclass(frozen=True, eq=False, slots=True)
class QuestionWords:
    """`phrases` stand for a value, an aside, or for words beside an answer; `small` say nothing.

    Of the sections and concepts of the lexicon, `own` belong to what is asked, and `others` tell
    of another matter.
    """

    question: str
    phrases: Phrases
    small: frozenset[str]
    own: tuple[str, ...]
    others: frozenset[str]


def question_words(question: str, words: CompiledLexicon) -> QuestionWords:
    """All that is known of how that question is answered; for an unknown one, how it is left."""
    known: dict[str, QuestionWords] = words.remembered.setdefault("questions", {})
    if question not in known:
        known[question] = _compiled(question, words)
    return known[question]


def _compiled(question: str, words: CompiledLexicon) -> QuestionWords:
    table: Mapping[str, Any] = words.lexicon.tables["answers"]
    own: Mapping[str, Any] = table["questions"].get(question, {})
    fillers = words.lexicon.tables["spelling"]["fillers"]
    phrases = Phrases(fillers)
    for concept, said in _said(table, own):
        for phrase in said:
            phrases.add(concept, list(_places(words, phrase)))
    small = {text for word in table["small"] for text in canonical(words, word)}
    kin = tuple(own.get("own-matters", ()))
    others = frozenset(table["other-matters"]) - frozenset(kin)
    return QuestionWords(question, phrases, frozenset(fillers) | small, kin, others)


def _said(table: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[tuple[str, Iterable[str]]]:
    """Each concept with its phrases: what all questions share, and what is this one's own."""
    for aside, said in [*table["asides"].items(), *own.get("asides", {}).items()]:
        yield f"{ASIDE}:{aside}", said
    for value, said in own.get("values", {}).items():
        yield f"{VALUE}:{value}", said
    yield BESIDE, table["polite"]
    yield BESIDE, own.get("beside", ())
    yield BESIDE, own.get("telling", ())
    yield LEFT_OUT, own.get(LEFT_OUT, ())
    yield NOT_HAD, [*table["hearsay"]["unreal"], *own.get(NOT_HAD, ())]


def canonical(words: CompiledLexicon, text: str) -> tuple[str, ...]:
    """A written word as the message's words are known."""
    return tuple(token.text for token in words.spelling.tokens(fold(text)))


def _places(words: CompiledLexicon, phrase: str) -> Iterator[Sequence[str]]:
    """The words that may stand in each place of a phrase."""
    for place in phrase.split():
        if place in (GAP, NUMBER):
            yield [place]
        elif "|" in place or place.endswith("~"):
            yield [each if each[-1] == "~" else _first(words, each) for each in place.split("|")]
        else:
            yield from ([word] for word in canonical(words, place))


def _first(words: CompiledLexicon, word: str) -> str:
    return next(iter(canonical(words, word)), word)
