"""Whose flag it is: somebody else's is for them, and rests nothing of the runner's own. Pure."""

from collections.abc import Sequence

from content.language.compiler import CompiledLexicon
from content.language.phrases import Mark
from content.language.tokens import Token

MINE = frozenset({"i", "me", "myself", "my", "mine", "we", "us"})
CARRIED = frozenset({"pregnancy", "pregnancy-now"})  # the child is the runner's
OWNERS = frozenset({"my", "our", "his", "her", "their", "a", "an", "the"})
SUBJECTS = frozenset({"he", "she", "someone", "somebody"})
ADDRESSED = frozenset({"mate", "buddy", "friend", "boss", "family", "ex"})  # who may be spoken to
NEAR = 3  # words from "my" to the "year old son"


def somebody_elses(
    flag: str, because: Sequence[str], tokens: Sequence[Token], words: CompiledLexicon
) -> bool:
    """Does a message tell its flag of somebody else alone: "my mum has chest pain"?

    `because` are the flag's words. Somebody else is who is introduced before them, as "my mum" or
    "she"; a mere "mate" or "lifting kid" is nobody's flag. In doubt, and wherever the runner is in
    it as well, it is the runner's.
    """
    named = _others(_first(because, tokens), tokens, words)
    others = [mark for mark in named if _introduced(mark, tokens)]
    if not others or flag in CARRIED:
        return False
    said = {at for mark in others for at in range(mark.start, mark.end)}
    return not any(_mine(at, tokens, others) for at in range(len(tokens)) if at not in said)


def another_bodys(because: Sequence[str], tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Was somebody else named before those words, and not the runner since: "dad's new hip"?

    That is enough for what is no news for a coach, whatever the runner wants beside it.
    """
    first = _first(because, tokens)
    named = _others(first, tokens, words)
    others = [mark for mark in named if _introduced(mark, tokens) or _kin(mark, tokens)]
    if not others:
        return False
    since = range(others[-1].end, first)
    return not any(_mine(at, tokens, others) for at in since)


def _first(because: Sequence[str], tokens: Sequence[Token]) -> int:
    told = {word.casefold() for said in because for word in said.split()}
    return next((at for at, token in enumerate(tokens) if token.raw in told), len(tokens))


def _others(first: int, tokens: Sequence[Token], words: CompiledLexicon) -> list[Mark]:
    """Those who are introduced before a word."""
    found = words.warnings.find(tokens[:first])
    return [mark for mark in found if mark.concept in ("calm:other", "calm:child")]


def _introduced(mark: Mark, tokens: Sequence[Token]) -> bool:
    if tokens[mark.start].text in SUBJECTS:
        return True
    return any(token.text in OWNERS for token in tokens[max(0, mark.start - NEAR) : mark.start])


def _kin(mark: Mark, tokens: Sequence[Token]) -> bool:
    """ "dad", "aunt": nobody says so to a coach but of somebody else."""
    return mark.concept == "calm:other" and tokens[mark.start].text not in ADDRESSED


def _mine(at: int, tokens: Sequence[Token], others: Sequence[Mark]) -> bool:
    """ "my", but not that of "my mum", "my lovely mum"."""
    if tokens[at].text not in MINE:
        return False
    return not any(0 < mark.start - at <= 2 for mark in others)  # noqa: PLR2004
