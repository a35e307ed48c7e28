"""Whose flag it is: somebody else's is for them, and rests nothing of the runner's own. Pure."""

from collections.abc import Sequence

from content.language.compiler import CompiledLexicon
from content.language.lexicon import Lexicon
from content.language.parsed_message import numbered
from content.language.phrases import Mark
from content.language.tokens import Token
from content.screening.whose.people import (
    OTHERS,
    OWNERS,
    introduced,
    kin,
    mine,
    own_words,
    people,
)

CARRIED = frozenset({"pregnancy", "pregnancy-now"})  # the child is the runner's
RESCUE = "arrest"  # who lies there writes no message
THEIRS = frozenset({"his", "her", "their"})
AGES = frozenset({"is", "aged", "turned", "(", ","})  # stand before an age
PET = "calm:pet"
OWNING = OTHERS | {PET}
JOINING = frozenset({"and", "also", ","})
THIRD = frozenset({"has", "is", "was", "takes", "gets", "needs", "does"})  # never said of oneself
STOPS = frozenset(".!?")
SOON = 5  # words after somebody is named
JOINS = frozenset({"but", "and", "so", "anyway", "then", "though"})
ASKING = frozenset(
    {
        *(("what",), ("which",), ("can", "i"), ("could", "i"), ("should", "i"), ("may", "i")),
        *(("i", "want"), ("i", "need"), ("i", "would"), ("how", "do"), ("show", "me")),
    }
)
SHARED = frozenset(
    {"it", "too", "same", "mine", "also", "catch", "get", "have"}
    | {"hurt", "pain", "ache", "sore", "numb", "swollen", "worry", "worried"}
)


def somebody_elses(
    flag: str, because: Sequence[str], tokens: Sequence[Token], words: CompiledLexicon
) -> bool:
    """Does a message tell its flag of somebody else alone: "my mum has chest pain"?

    `because` are the flag's words. Somebody else is who is introduced before them, as "my mum" or
    "she"; a mere "mate" or "lifting kid" is nobody's flag. In doubt, and wherever the runner is in
    it as well, it is the runner's.
    """
    if flag == RESCUE:
        return True
    marks, first = words.warnings.find(tokens), _first(because, tokens)
    named = [mark for mark in marks if mark.concept in OTHERS and _owner(mark, tokens) <= first]
    others = [mark for mark in named if introduced(mark, tokens)]
    suffered = people(words.lexicon).suffered
    told = (
        _suffers(mark, tokens, suffered) or _near(mark, first, tokens, marks) for mark in others
    )
    if flag in CARRIED or not any(told):
        return False
    said = {at for mark in others for at in range(mark.start, mark.end)}
    said |= _wished(first, tokens)
    return not any(mine(at, tokens, others) for at in range(len(tokens)) if at not in said)


def _wished(first: int, tokens: Sequence[Token]) -> set[int]:
    """The places of what the runner asks for behind the flag: "…, but what can I do today?".

    Words that point back, or tell of pain, may make the flag theirs as well: "can I have it too?".
    """
    start = next((at for at in range(first, len(tokens)) if _opens_wish(at, tokens)), len(tokens))
    wished = {*range(start, len(tokens))}
    return set() if any(tokens[at].text in SHARED for at in wished) else wished


def _opens_wish(at: int, tokens: Sequence[Token]) -> bool:
    """Does a question or a wish begin here, behind a sign or a word such as "but"?"""
    words = tuple(token.text for token in tokens[at : at + 2])
    behind = tokens[at - 1].ends or tokens[at - 1].text in JOINS
    return behind and (words[:1] in ASKING or words in ASKING)


def another_bodys(because: Sequence[str], tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Is it somebody else's in its own clause, and not the runner's since: "dad's new hip"?

    That is enough for what is no news for a coach, whatever the runner wants beside it.
    """
    first = _first(because, tokens)
    return owned_by_another(first, tokens, words.warnings.find(tokens), words.lexicon)


def a_pets(because: Sequence[str], tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Does a clause tell it of a pet: "my dog has a bad hip", "our cat limps"?"""
    first, marks = _first(because, tokens), words.warnings.find(tokens)
    if first >= len(tokens):
        return False
    clauses = numbered(tokens, marks)
    pets = [
        mark
        for mark in marks
        if mark.concept == PET and mark.end <= first and clauses[mark.start] == clauses[first]
    ]
    return any(
        introduced(mark, tokens)
        and (mark.end == first or tokens[mark.end].raw in THIRD)
        and not any(mark.end <= at for at in own_words(tokens, pets))
        for mark in pets
    )


def owned_by_another(
    at: int, tokens: Sequence[Token], marks: Sequence[Mark], lexicon: Lexicon
) -> bool:
    """Does the clause of that word name somebody else before it, and not the runner since?"""
    if at >= len(tokens):
        return False
    if at and tokens[at - 1].text in THEIRS:
        return True
    clauses = _subjects(tokens, marks)
    near = [m for m in marks if m.end <= at and clauses[m.start] == clauses[at]]
    named = [m for m in near if m.concept in OWNING]
    others = [mark for mark in named if introduced(mark, tokens) or kin(mark, tokens, lexicon)]
    own = own_words(tokens, named)
    return bool(others) and not any(others[-1].end <= each < at for each in own)


def _subjects(tokens: Sequence[Token], marks: Sequence[Mark]) -> Sequence[int]:
    """For each token the first clause of its subject: "and has …" goes on about the same one."""
    clauses = numbered(tokens, marks)
    first = {number: at for at, number in reversed([*enumerate(clauses)])}
    subject: dict[int, int] = {}
    for number, at in sorted(first.items()):
        opens = next((t for t in tokens[at : at + 2] if t.text not in JOINING), None)
        goes_on = at and tokens[at - 1].text not in STOPS and opens and opens.raw in THIRD
        subject[number] = subject[number - 1] if goes_on else number
    return [subject[number] for number in clauses]


def _first(because: Sequence[str], tokens: Sequence[Token]) -> int:
    """Where the first of them stands, all of its words; "had" alone is in many a clause."""
    raw = [token.raw for token in tokens if token.raw]
    places = [at for at, token in enumerate(tokens) if token.raw]
    rows = [said.casefold().split() for said in because]
    found = [places[at] for row in rows for at in range(len(raw)) if raw[at : at + len(row)] == row]
    return min(found, default=len(tokens))


def _near(mark: Mark, first: int, tokens: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """ "My mum has chest pain", "my mum, chest pain"; not "my mum drove, chest pain"."""
    clauses = numbered(tokens, marks)
    if first >= len(tokens) or clauses[mark.start] == clauses[first]:
        return True
    if tokens[first - 1].text in THEIRS:  # "dad is 70 and his calf …"
        return True
    return tokens[mark.end].text == "," and clauses[first] == clauses[mark.start] + 1


def _suffers(mark: Mark, tokens: Sequence[Token], suffered: frozenset[str]) -> bool:
    """Is somebody told of by age, or as one to whom something happened: "mum, 70", "he fell"?"""
    next_words = tokens[mark.end : mark.end + SOON]
    before = [tokens[mark.end - 1], *next_words]
    aged = any(
        each.is_number and each.text.isdecimal() and (at == 0 or before[at].text in AGES)
        for at, each in enumerate(next_words)
    )
    return aged or any(token.raw.casefold() in suffered for token in next_words)


def _owner(mark: Mark, tokens: Sequence[Token]) -> int:
    """Where the "my" of "my running buddy" stands, or the person."""
    near = range(max(0, mark.start - 2), mark.start)
    return next((at for at in near if tokens[at].text in OWNERS), mark.start)
