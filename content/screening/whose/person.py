"""Of whom a message speaks, and whether two names may be one person. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from content.language.compiler import CompiledLexicon
from content.language.lexicon import Lexicon
from content.language.tokens import Token
from content.screening.whose.people import (
    OTHERS,
    OWNERS,
    PRONOUNS,
    introduced,
    kin,
    own_words,
    people,
)

BOY, GIRL, CHILD = "boy", "girl", "child"
YOUNG = frozenset({BOY, GIRL, CHILD})


def person(tokens: Sequence[Token], words: CompiledLexicon) -> str | None:
    """Of whom a message speaks: "mum", "boy", or a mere "he"; None if of nobody else."""
    marks, lexicon = words.warnings.find(tokens), words.lexicon
    named = [m for m in marks if m.concept in OTHERS and tokens[m.start].text not in PRONOUNS]
    named = [m for m in named if introduced(m, tokens) or kin(m, tokens, lexicon)]
    nouns = [*(tokens[mark.end - 1].text for mark in named), *_the_child(tokens, lexicon)]
    if not nouns:
        return next((token.text for token in tokens if token.text in PRONOUNS), None)
    young = (name for name, known in _children(lexicon).items() if nouns[0] in known)
    child = any(mark.concept == "calm:child" for mark in named)
    return next(young, CHILD if child else nouns[0])


def _the_child(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[str]:
    """ "The boy", who was spoken of before."""
    young = frozenset[str]().union(*_children(lexicon).values())
    for at, token in enumerate(tokens[1:], 1):
        if tokens[at - 1].text in OWNERS and token.text in young:
            yield token.text


def _children(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    known = people(lexicon)
    return {BOY: known.boys, GIRL: known.girls}


def same_person(one: str, other: str, lexicon: Lexicon) -> bool:
    """May both be one: a mere "she" may be any woman, and a child is a boy or a girl?"""
    both, known = {one, other}, people(lexicon)
    if not PRONOUNS.isdisjoint(both):
        return not (both & known.men and both & known.women)
    return one == other or (CHILD in both and both <= YOUNG)


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
