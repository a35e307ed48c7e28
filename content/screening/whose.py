"""Whose flag it is: somebody else's is for them, and rests nothing of the runner's own. Pure."""

from collections.abc import Sequence

from content.language.compiler import CompiledLexicon
from content.language.phrases import Mark
from content.language.tokens import Token

MINE = frozenset({"i", "me", "myself", "my", "mine", "we", "us"})
CARRIED = frozenset({"pregnancy", "pregnancy-now"})  # the child is the runner's


def somebody_elses(flag: str, tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Does a message tell its flag of somebody else alone: "my mum has chest pain"?

    Where the runner is in it as well, it is theirs: in doubt it is.
    """
    others = [m for m in words.warnings.find(tokens) if m.concept in ("calm:other", "calm:child")]
    if not others or flag in CARRIED:
        return False
    said = {at for mark in others for at in range(mark.start, mark.end)}
    return not any(_mine(at, tokens, others) for at in range(len(tokens)) if at not in said)


def _mine(at: int, tokens: Sequence[Token], others: Sequence[Mark]) -> bool:
    """ "my", but not that of "my mum", "my lovely mum"."""
    if tokens[at].text not in MINE:
        return False
    return not any(0 < mark.start - at <= 2 for mark in others)  # noqa: PLR2004
