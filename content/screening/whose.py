"""Whose flag it is: somebody else's is for them, and rests nothing of the runner's own. Pure."""

from collections.abc import Iterator, Sequence

from content.language.compiler import CompiledLexicon
from content.language.parsed_message import numbered
from content.language.phrases import Mark
from content.language.tokens import Token

MINE = frozenset({"i", "me", "myself", "my", "mine", "we", "us"})
CARRIED = frozenset({"pregnancy", "pregnancy-now"})  # the child is the runner's
RESCUE = "arrest"  # who lies there writes no message
OWNERS = frozenset({"my", "our", "his", "her", "their", "a", "an", "the"})
COMPANY = frozenset({"with", "by", "like", "to", "for"})  # who is there, or meant by the way
THEIRS = frozenset({"his", "her", "their"})
SUBJECTS = frozenset({"he", "she", "someone", "somebody"})
ADDRESSED = frozenset({"mate", "buddy", "friend", "boss", "family", "ex"})  # who may be spoken to
PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they", "his", "hers", "their", "theirs"})
OTHERS = frozenset({"calm:other", "calm:child"})
MEN = frozenset(
    {
        "he", "him", "his", "boy", "dad", "father", "brother", "husband", "uncle", "grandad",
        "granddad", "grandpa", "grandfather", "boyfriend", "stepdad", "guy", "man", "bloke"
    }
)  # fmt: skip
WOMEN = frozenset(
    {
        "she", "her", "hers", "girl", "mum", "mom", "mother", "sister", "wife", "aunt", "auntie",
        "nan", "gran", "grandma", "grandmother", "girlfriend", "stepmum", "woman", "lady"
    }
)  # fmt: skip
# Who did that is the one of whom a complaint is told: "my mum fell …", not "my mum drove …".
SUFFERED = frozenset(
    {
        "fell", "slipped", "tripped", "woke", "twisted", "hurt", "broke", "collapsed", "fainted",
        "banged", "cut", "tore", "rolled"
    }
)  # fmt: skip
AGES = frozenset({"is", "aged", "turned", "(", ","})  # stand before an age
REPORTS = frozenset({"told", "tells", "asked", "texted", "messaged", "called", "rang", "showed"})
CHILD = "child"
CHILDREN = {
    "boy": frozenset({"son", "boy", "lad", "grandson", "nephew", "stepson"}),
    "girl": frozenset({"daughter", "girl", "lass", "granddaughter", "niece", "stepdaughter"}),
}
OWNING = OTHERS | {"calm:pet"}
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
NEAR = 3  # words from "my" to the "year old son"


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
    people = [mark for mark in marks if mark.concept in OTHERS and _owner(mark, tokens) <= first]
    others = [mark for mark in people if _introduced(mark, tokens)]
    told = (_suffers(mark, tokens) or _near(mark, first, tokens, marks) for mark in others)
    if flag in CARRIED or not any(told):
        return False
    said = {at for mark in others for at in range(mark.start, mark.end)}
    said |= _wished(first, tokens)
    return not any(_mine(at, tokens, others) for at in range(len(tokens)) if at not in said)


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
    return owned_by_another(_first(because, tokens), tokens, words.warnings.find(tokens))


def owned_by_another(at: int, tokens: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """Does the clause of that word name somebody else before it, and not the runner since?"""
    if at >= len(tokens):
        return False
    if at and tokens[at - 1].text in THEIRS:
        return True
    clauses = _subjects(tokens, marks)
    near = [m for m in marks if m.end <= at and clauses[m.start] == clauses[at]]
    people = [m for m in near if m.concept in OWNING]
    others = [mark for mark in people if _introduced(mark, tokens) or _kin(mark, tokens)]
    own = own_words(tokens, people)
    return bool(others) and not any(others[-1].end <= each < at for each in own)


def person(tokens: Sequence[Token], words: CompiledLexicon) -> str | None:
    """Of whom a message speaks: "mum", "boy", or a mere "he"; None if of nobody else."""
    marks = words.warnings.find(tokens)
    named = [m for m in marks if m.concept in OTHERS and tokens[m.start].text not in PRONOUNS]
    named = [mark for mark in named if _introduced(mark, tokens) or _kin(mark, tokens)]
    nouns = [*(tokens[mark.end - 1].text for mark in named), *_the_child(tokens)]
    if not nouns:
        return next((token.text for token in tokens if token.text in PRONOUNS), None)
    young = (name for name, known in CHILDREN.items() if nouns[0] in known)
    child = any(mark.concept == "calm:child" for mark in named)
    return next(young, CHILD if child else nouns[0])


def _the_child(tokens: Sequence[Token]) -> Iterator[str]:
    """ "The boy", who was spoken of before."""
    for at, token in enumerate(tokens[1:], 1):
        if tokens[at - 1].text in OWNERS and any(token.text in each for each in CHILDREN.values()):
            yield token.text


def same_person(one: str, other: str) -> bool:
    """May both be one: a mere "she" may be any woman, and a child is a boy or a girl?"""
    both, young = {one, other}, {CHILD, *CHILDREN}
    if not PRONOUNS.isdisjoint(both):
        return not (both & MEN and both & WOMEN)
    return one == other or (CHILD in both and both <= young)


def nobody_but_others(tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Is the runner nowhere in a message, but for the "my" of "my mum"?"""
    marks = words.warnings.find(tokens)
    return not own_words(tokens, [mark for mark in marks if mark.concept in OTHERS])


def meant_for(tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Is something wanted for somebody else: "a stretch for him", "for my son"?"""
    marks = words.warnings.find(tokens)
    named = {mark.start for mark in marks if mark.concept in OTHERS}
    places = {at for at, each in enumerate(tokens) if each.text in PRONOUNS} | named
    return any("for" in {t.text for t in tokens[max(0, at - 2) : at]} for at in places)


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


def own_words(tokens: Sequence[Token], others: Sequence[Mark]) -> Sequence[int]:
    """Where the runner is named, but not by the "my" of "my mum", "my lovely mum"."""
    return [at for at in range(len(tokens)) if _mine(at, tokens, others)]


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


def _suffers(mark: Mark, tokens: Sequence[Token]) -> bool:
    """Is somebody told of by age, or as one to whom something happened: "mum, 70", "he fell"?"""
    next_words = tokens[mark.end : mark.end + SOON]
    before = [tokens[mark.end - 1], *next_words]
    aged = any(
        each.is_number and each.text.isdecimal() and (at == 0 or before[at].text in AGES)
        for at, each in enumerate(next_words)
    )
    return aged or any(token.raw.casefold() in SUFFERED for token in next_words)


def _owner(mark: Mark, tokens: Sequence[Token]) -> int:
    """Where the "my" of "my running buddy" stands, or the person."""
    near = range(max(0, mark.start - 2), mark.start)
    return next((at for at in near if tokens[at].text in OWNERS), mark.start)


def _introduced(mark: Mark, tokens: Sequence[Token]) -> bool:
    """ "My mum", "she"; nobody's flag is told of "ran with my mum"."""
    if tokens[mark.start].text in SUBJECTS:
        return True
    # "My boy" is one phrase with its "my", and "my baby girl" has it before.
    near = [token.text for token in tokens[max(0, mark.start - NEAR) : mark.start + 1]]
    return not OWNERS.isdisjoint(near) and COMPANY.isdisjoint(near)


def _kin(mark: Mark, tokens: Sequence[Token]) -> bool:
    """ "dad", "aunt": nobody says so to a coach but of somebody else."""
    return mark.concept != "calm:child" and tokens[mark.start].text not in ADDRESSED


def _mine(at: int, tokens: Sequence[Token], others: Sequence[Mark]) -> bool:
    """ "my", but not that of "my mum", "my lovely mum"."""
    if tokens[at].text not in MINE or (at and tokens[at - 1].raw.casefold() in REPORTS):
        return False
    return not any(0 < mark.start - at <= 2 for mark in others)  # noqa: PLR2004
