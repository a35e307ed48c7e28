"""Whose a complaint was, put right in words: "that was about my husband", "not me, her". Pure."""

from collections.abc import Iterator, Mapping, Sequence

from content.language.compiler import CompiledLexicon, compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.tokens import fold
from content.screening.whose.people import OTHERS, PRONOUNS

NOT_MINE, THEIRS = "care:not-mine", "care:theirs"


def of_somebody_else(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message say whose it was, in a clause of which every word is understood?

    The mere mention of somebody says nothing: "I promised my son a run". A mere "them" is nobody
    but behind a "not me": "it was a panic attack, I get them".
    """
    reading = parse(text, compiled(lexicon, cards))
    pointed = {reading.clause_of(mark) for mark in reading.all(THEIRS)}
    denied = {reading.clause_of(mark) for mark in reading.all(NOT_MINE)}
    beside = {at for clause in denied for at in (clause - 1, clause, clause + 1)}
    named, meant = _clauses(_persons(reading), reading), _clauses(_pronouns(reading), reading)
    found = (named & (pointed | beside)) | (meant & beside)
    return "?" not in text and any(_understood(clause, reading) for clause in found)


def says_joke(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message say that what was told was a joke? That alone frees nothing."""
    reading = parse(text, compiled(lexicon, cards))
    return any(not reading.negated(mark) for mark in reading.all("care:joke"))


def _clauses(places: Iterator[int], reading: ParsedMessage) -> set[int]:
    return {reading.clauses[at] for at in places}


def _persons(reading: ParsedMessage) -> Iterator[int]:
    """The words that name somebody else."""
    for mark in reading.words.warnings.find(reading.tokens):
        if mark.concept in OTHERS and reading.tokens[mark.start].text not in PRONOUNS:
            yield from range(mark.start, mark.end)


def _pronouns(reading: ParsedMessage) -> Iterator[int]:
    return (at for at, token in enumerate(reading.tokens) if token.text in PRONOUNS)


def _understood(clause: int, reading: ParsedMessage) -> bool:
    """Says that clause nothing but whose it is: not "it is my wife's birthday"?"""
    marks = (*reading.all(THEIRS), *reading.all(NOT_MINE))
    known = {at for mark in marks for at in range(mark.start, mark.end)}
    known |= {*_persons(reading), *_pronouns(reading)}
    small = _small(reading.words)
    words: Sequence[int] = [at for at, number in enumerate(reading.clauses) if number == clause]
    return all(at in known or reading.tokens[at].text in small for at in words)


def _small(words: CompiledLexicon) -> set[str]:
    said = words.lexicon.tables["answers"]["beside-theirs"]
    return {token.text for word in said for token in words.spelling.tokens(fold(word))}
