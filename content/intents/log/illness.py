"""Whose illness is told of: "the dog was ill", "my kids have a bug". Pure."""

from collections.abc import Iterable

from content.language.parsed_message import ParsedMessage

SUBJECTS = ("grammar:other", "household:other")
MYSELF = ("i", "me", "we", "us")


def of_others(reading: ParsedMessage, at: int) -> bool:
    """Does somebody else, or a pet, stand before that word in its clause, and not the runner?"""
    clause = reading.clauses[at]
    before = [mark for mark in reading.all_marks if mark.concept in SUBJECTS and mark.end <= at]
    named = [mark for mark in before if reading.clauses[mark.start] == clause]
    between = range(min(mark.end for mark in named), at) if named else range(0)
    return bool(named) and not any(reading.word(spot) in MYSELF for spot in between)


def all_of_others(reading: ParsedMessage, said: Iterable[str]) -> bool:
    """Is all of that told of others?"""
    words = {word for each in said for word in each.split()}
    spots = [at for at, token in enumerate(reading.tokens) if token.raw in words]
    return bool(spots) and all(of_others(reading, at) for at in spots)
