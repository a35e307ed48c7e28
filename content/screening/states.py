"""What lasts in the runner's body, told in words: "I have osteoporosis", "I'm 15". Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence

from content.catalog.taxonomy import IRRITABLE, Condition
from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.phrases import Mark
from content.language.tokens import fold
from content.screening.denials import outside
from content.screening.excuses import years
from content.screening.whose.owned import owned_by_another

TRAINED = "calm:doms"  # sore from training
LONG_AGO, BACK = "calm:long-ago", "calm:still"
GROWN_UP, ELDER = 18, 66  # "over 65" begins with the next birthday
YOUNGEST, OLDEST = 5, 99
MOST = 6  # times from either end
THEM = frozenset({"he", "him", "she", "her", "they", "them"})
_AGE = re.compile(
    r"\bi ?(?:a?'?m|turned|just turned) (\d{1,2}|[a-z]+)"
    r"(?=[ -]?(?:years?\b|yrs?\b|y/?o|last\b|today\b|this\b|[.,;!?]|and\b|$))"
)


def states_told(
    text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]
) -> tuple[Condition, ...]:
    """The lasting states that a message tells of its runner, none for a question or a denial."""
    reading = parse(text, compiled(lexicon, cards))
    told = _ends((*reading.all("state"), *reading.all("ache")))
    marks = reading.words.warnings.find(reading.tokens) if told else []
    if any(mark.concept == TRAINED for mark in marks):
        told = [mark for mark in told if not mark.concept.startswith("ache:")]
    harmless = [mark for mark in marks if mark.concept.startswith("harmless:")]
    live = _lasting(reading, outside(told, harmless), marks)
    own = [each for each in live if _own(reading, each, marks)]
    found = {mark.concept.partition(":")[2] for mark in own}
    found -= {mark.concept.partition(":")[2] for mark in reading.all("over")}
    found |= _of_age(text, lexicon)
    return tuple(each for each in Condition if each in found) if found else ()


def nothing_but_states(
    text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]
) -> tuple[Condition, ...]:
    """The states of a message that tells nothing beside them; it says as much as ticks do."""
    reading = parse(text, compiled(lexicon, cards))
    marks = reading.all("state")
    known = {at for mark in marks for at in range(mark.start, mark.end)}
    left = {token.text for at, token in enumerate(reading.tokens) if at not in known}
    beside = {
        token.text
        for word in lexicon.tables["answers"]["beside-states"]
        for token in reading.words.spelling.tokens(fold(word))
    }
    if any(not word.isdecimal() for word in left - beside):
        return ()
    return states_told(text, lexicon, cards)


def asked_for_another(reading: ParsedMessage) -> bool:
    """Is a move wanted for somebody else with such a state: "mum has a new hip, can she do it"?"""
    told = reading.all("state")
    if not told:
        return False
    marks = reading.words.warnings.find(reading.tokens)
    lexicon = reading.words.lexicon
    theirs = [m for m in told if owned_by_another(m.start, reading.tokens, marks, lexicon)]
    return bool(theirs) and any(token.text in THEM for token in reading.tokens[theirs[-1].end :])


def _own(reading: ParsedMessage, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Is it told of the runner, and as it is now? "My sciatica" is, even in a question."""
    if reading.negated(mark) or owned_by_another(
        mark.start, reading.tokens, marks, reading.words.lexicon
    ):
        return False
    owned = mark.start > 0 and reading.tokens[mark.start - 1].text == "my"
    return owned or not reading.asks(reading.clause_of(mark))


def _lasting(reading: ParsedMessage, told: Iterable[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Without what heals, and is of a year that is over: "hamstring strain in 2019"."""
    if any(mark.concept == BACK for mark in marks):
        return list(told)
    past = [mark.start for mark in marks if mark.concept == LONG_AGO]
    over = {reading.clauses[at] for at in (*past, *years(reading.tokens))}
    return [
        each
        for each in told
        if each.concept.partition(":")[2] not in IRRITABLE or reading.clause_of(each) not in over
    ]


def _ends(told: Iterable[Mark]) -> list[Mark]:
    """Of what a page tells again and again, the first and the last few times of each."""
    by_concept: dict[str, list[Mark]] = {}
    for each in sorted(told):
        by_concept.setdefault(each.concept, []).append(each)
    return sorted({m for same in by_concept.values() for m in (*same[:MOST], *same[-MOST:])})


def _of_age(text: str, lexicon: Lexicon) -> set[Condition]:
    """What the age that somebody tells of themselves means for a coach."""
    found = _AGE.search(text.casefold().replace("’", "'"))
    if found is None:
        return set()
    said = str(lexicon.tables["clock"]["numbers"].get(found[1], found[1]))
    age = int(said) if said.isdecimal() else GROWN_UP
    young, old = YOUNGEST <= age < GROWN_UP, ELDER <= age <= OLDEST
    return {Condition.UNDER_18} if young else {Condition.OVER_65} if old else set()
