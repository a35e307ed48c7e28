"""What is told beside the point of a question: by or of somebody else, wished for, or gone. Pure.

"Jo says I should roll", "my sister lives in Toronto" and "I used to run on Mondays" hold words of
an answer and are none. A "but" behind an answer may take it back: "but I don't own one".
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from content.intents.answers.question_words import NOT_HAD
from content.intents.answers.said import Said
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

ME = ("i", "we", "me", "us", "my", "our")
OWNERS = ("my", "our", "the", "a", "an")
OF_THEM = ("his", "her", "their")  # whose it is, and not who does it
AT_HOME = ("kid", "son", "daughter")  # whose bedtime tells the time
TIMES = ("run_at", "remind_at", "cue")
REACH = 9  # words of a "but"
NEAR = 3  # words from the beginning of a clause to the person that it is about


def own(said: Said) -> Said:
    """What the runner tells of themselves; the same where that is all of it."""
    reading = said.reading
    others = {number for number in set(reading.clauses) if _beside_the_point(said, number)}
    return Said(reading.without(others), said.words) if others else said


def taken_back(said: Said, used: frozenset[int]) -> bool:
    """Does a "but" behind the answer deny it: "at six, but please not then"?"""
    words = [token.text for token in said.reading.tokens[min(used, default=0) :]]
    behind = words[words.index("but") :][:REACH] if "but" in words else []
    table = _table(said)
    denied = any(
        word in table["denies"] and after not in table["softens"]
        for word, after in pairwise([*behind, ""])
    )
    return denied and not set(behind).isdisjoint(table["points"])


def _beside_the_point(said: Said, clause: int) -> bool:
    return (
        _threatens(said, clause)
        or _reported(said, clause)
        or _of_another(said, clause)
        or _not_so(said, clause)
    )


def _threatens(said: Said, clause: int) -> bool:
    """ "If you come at six again, …" is no wish for it."""
    words = [said.reading.word(at) for at in _places(said.reading, clause)]
    return words[:2] == ["if", "you"] or words[:3] == ["and", "if", "you"]


def _reported(said: Said, clause: int) -> bool:
    """Is it what somebody says: "Jo says …", "they keep telling me to …"? A watch may be right."""
    table = _table(said)
    words = [said.reading.tokens[at].raw for at in _places(said.reading, clause)]
    at = next((at for at, word in enumerate(words) if word in table["says"]), 0)
    who = words[:at]
    believed = {*ME, *table["believed"]} - {*OWNERS}
    return bool(who) and believed.isdisjoint(who[-2:])


def _of_another(said: Said, clause: int) -> bool:
    """Is somebody else the subject: "my neighbour runs every Sunday"?"""
    reading = said.reading
    places = _places(reading, clause)
    mine = {at for at in places if reading.word(at) in ME and reading.word(at) not in OWNERS}
    return not mine and any(
        _opens(reading, places, mark)
        for mark in reading.inside(clause, "grammar:other")
        if not (said.words.question in TIMES and reading.word(mark.start) in AT_HOME)
    )


def _opens(reading: ParsedMessage, places: Sequence[int], person: Mark) -> bool:
    """Does the clause begin with that person, and not with what is theirs?"""
    raw = reading.tokens[person.start].raw
    before = [reading.word(at) for at in places if at < person.start]
    owned = raw in OF_THEM or raw.endswith("'s")
    return len(before) < NEAR and set(before) <= {*OWNERS, *_openings(reading)} and not owned


def _openings(reading: ParsedMessage) -> Iterator[str]:
    """Words before a sentence that are no part of it; "and my wife" goes on with who was named."""
    for mark in reading.all("grammar:opening"):
        yield from (w for at in range(mark.start, mark.end) if (w := reading.word(at)) != "and")


def _not_so(said: Said, clause: int) -> bool:
    """Is it only wished for, over, or given away?"""
    marks = [*said.of(NOT_HAD), *said.reading.all("having:lost")]
    return any(said.reading.clauses[mark.start] == clause for mark in marks)


def _places(reading: ParsedMessage, clause: int) -> list[int]:
    return [at for at, number in enumerate(reading.clauses) if number == clause]


def _table(said: Said) -> Mapping[str, Any]:
    table: Mapping[str, Any] = said.reading.tables["answers"]["hearsay"]
    return table
