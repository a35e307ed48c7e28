"""An exercise that is described and not named: "the one against the wall from before"."""

from collections.abc import Mapping, Sequence

from content.language.compiler import CompiledLexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.phrases import Mark

Texts = Mapping[str, frozenset[str]]
ENOUGH = 2  # words of a card that a description of any card has to hit; one of those shown lately
SHORTEST = 3


def told(words: CompiledLexicon, text: str) -> frozenset[str]:
    """The words of a card's text, as messages are read."""
    return frozenset(token.text for token in parse(text, words).tokens)


def described(reading: ParsedMessage, texts: Texts, recent: Sequence[str]) -> str | None:
    """The card whose own words a description hits best: of those shown lately, else of all.

    `texts` has the words of each card, `recent` the cards shown lately, the latest first.
    """
    if not any(_of_no_side(reading, mark) for mark in reading.all("describe:one")):
        return None
    said = _telling(reading)
    lately = [card for card in recent if card in texts]
    return _best(said, lately, texts, 1) or _best(said, list(texts), texts, ENOUGH)


def _of_no_side(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it no leg that is meant: "only the right one"?"""
    return not any(mark.start <= each.start < mark.end for each in reading.all("side"))


def _telling(reading: ParsedMessage) -> frozenset[str]:
    """The words that may describe."""
    fillers = reading.tables["spelling"]["fillers"]
    words = {token.text for token in reading.tokens if len(token.text) >= SHORTEST}
    return frozenset(words - set(fillers))


def _best(said: frozenset[str], cards: Sequence[str], texts: Texts, enough: int) -> str | None:
    """The card with the most telling words; a word that many cards have tells little."""
    rare = {word: 1 / (1 + sum(word in text for text in texts.values())) for word in said}
    scores = {
        card: sum(rare[word] for word in hit)
        for card in cards
        if len(hit := said & texts[card]) >= enough
    }
    return max(scores, key=lambda card: scores[card], default=None)
