"""Who is named in a message: the runner, and somebody else. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.language.lexicon import Lexicon, once_for_each
from content.language.phrases import Mark
from content.language.tokens import Token

MINE = frozenset({"i", "me", "myself", "my", "mine", "we", "us"})
OWNERS = frozenset({"my", "our", "his", "her", "their", "a", "an", "the"})
COMPANY = frozenset({"with", "by", "like", "to", "for"})  # who is there, or meant by the way
SUBJECTS = frozenset({"he", "she", "someone", "somebody"})
PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they", "his", "hers", "their", "theirs"})
OTHERS = frozenset({"calm:other", "calm:child"})
REPORTS = frozenset({"told", "tells", "asked", "texted", "messaged", "called", "rang", "showed"})
NEAR = 3  # words from "my" to the "year old son"


@dataclass(frozen=True, slots=True)
class People:
    """The words of people.yaml."""

    men: frozenset[str]
    women: frozenset[str]
    boys: frozenset[str]
    girls: frozenset[str]
    addressed: frozenset[str]
    suffered: frozenset[str]


@once_for_each
def people(lexicon: Lexicon) -> People:
    return People(**{name: frozenset(said) for name, said in lexicon.tables["people"].items()})


def introduced(mark: Mark, tokens: Sequence[Token]) -> bool:
    """ "My mum", "she"; nobody's flag is told of "ran with my mum"."""
    if tokens[mark.start].text in SUBJECTS:
        return True
    # "My boy" is one phrase with its "my", and "my baby girl" has it before.
    near = [token.text for token in tokens[max(0, mark.start - NEAR) : mark.start + 1]]
    return not OWNERS.isdisjoint(near) and COMPANY.isdisjoint(near)


def kin(mark: Mark, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "dad", "aunt": nobody says so to a coach but of somebody else."""
    addressed = people(lexicon).addressed
    return mark.concept != "calm:child" and tokens[mark.start].text not in addressed


def own_words(tokens: Sequence[Token], others: Sequence[Mark]) -> Sequence[int]:
    """Where the runner is named, but not by the "my" of "my mum", "my lovely mum"."""
    return [at for at in range(len(tokens)) if mine(at, tokens, others)]


def mine(at: int, tokens: Sequence[Token], others: Sequence[Mark]) -> bool:
    """ "my", but not that of "my mum", "my lovely mum"."""
    if tokens[at].text not in MINE or (at and tokens[at - 1].raw.casefold() in REPORTS):
        return False
    return not any(0 < mark.start - at <= 2 for mark in others)  # noqa: PLR2004
