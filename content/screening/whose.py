"""Whose flag it is: somebody else's is for them, and rests nothing of the runner's own. Pure."""

from collections.abc import Sequence

from content.language.compiler import CompiledLexicon
from content.language.phrases import Mark
from content.language.tokens import Token

MINE = frozenset({"i", "me", "myself", "my", "mine", "we", "us"})
CARRIED = frozenset({"pregnancy", "pregnancy-now"})  # the child is the runner's


OWNERS = frozenset({"my", "our", "his", "her", "their", "a", "an", "the"})
SUBJECTS = frozenset({"he", "she", "someone", "somebody"})
NEAR = 3  # words from "my" to the "year old son"


def somebody_elses(
    flag: str, because: Sequence[str], tokens: Sequence[Token], words: CompiledLexicon
) -> bool:
    """Does a message tell its flag of somebody else alone: "my mum has chest pain"?

    `because` are the flag's words. Somebody else is who is introduced before them, as "my mum" or
    "she"; a mere "mate" or "lifting kid" is nobody's flag. In doubt, and wherever the runner is in
    it as well, it is the runner's.
    """
    told = {word.casefold() for said in because for word in said.split()}
    first = next((at for at, token in enumerate(tokens) if token.raw in told), len(tokens))
    others = [
        mark
        for mark in words.warnings.find(tokens[:first])
        if mark.concept in ("calm:other", "calm:child") and _introduced(mark, tokens)
    ]
    if not others or flag in CARRIED:
        return False
    said = {at for mark in others for at in range(mark.start, mark.end)}
    return not any(_mine(at, tokens, others) for at in range(len(tokens)) if at not in said)


def _introduced(mark: Mark, tokens: Sequence[Token]) -> bool:
    if tokens[mark.start].text in SUBJECTS:
        return True
    return any(token.text in OWNERS for token in tokens[max(0, mark.start - NEAR) : mark.start])


def _mine(at: int, tokens: Sequence[Token], others: Sequence[Mark]) -> bool:
    """ "my", but not that of "my mum", "my lovely mum"."""
    if tokens[at].text not in MINE:
        return False
    return not any(0 < mark.start - at <= 2 for mark in others)  # noqa: PLR2004
