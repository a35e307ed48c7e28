"""Which words of a message carry content, and which of these a reading leaves unexplained."""

from collections.abc import Iterable
from functools import lru_cache

from content.language.lexicon import Lexicon, once_for_each
from content.language.parsed_message import ONE_MESSAGE, ParsedMessage
from content.language.spans import Span


@lru_cache(maxsize=ONE_MESSAGE)
def content_words(parsed: ParsedMessage) -> frozenset[int]:
    """The tokens that say something: no sign, no picture, no small word, nothing polite."""
    small = _small(parsed.words.lexicon)
    said = {
        at
        for at, token in enumerate(parsed.tokens)
        if token.text[0].isalnum() and token.text not in small
    }
    return frozenset(said - _polite(parsed))


def covered(spans: Iterable[Span]) -> frozenset[int]:
    """The tokens that these spans stand on."""
    return frozenset(at for span in spans for at in range(span.start, span.end))


def written(parsed: ParsedMessage, tokens: Iterable[int]) -> tuple[str, ...]:
    """What was written there; of "don't", both halves are that one word."""
    return tuple(dict.fromkeys(parsed.tokens[_head(parsed, at)].raw for at in sorted(tokens)))


def phrases(parsed: ParsedMessage, tokens: Iterable[int]) -> tuple[str, ...]:
    """What was written there, with the small words between: "but not on holidays"."""
    said = content_words(parsed)
    runs: list[list[int]] = []
    for at in sorted(tokens):
        if runs and not any(between in said for between in range(runs[-1][-1] + 1, at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    rows = (range(_head(parsed, run[0]), run[-1] + 1) for run in runs)
    return tuple(" ".join(filter(None, (parsed.tokens[at].raw for at in row))) for row in rows)


def _head(parsed: ParsedMessage, at: int) -> int:
    """The token that has what was written: shorthand is spelt out over several."""
    while at and not parsed.tokens[at].raw:
        at -= 1
    return at


def _polite(parsed: ParsedMessage) -> frozenset[int]:
    concepts = parsed.tables["small-words"]["polite"]
    return covered(parsed.all(*concepts))


@once_for_each
def _small(lexicon: Lexicon) -> frozenset[str]:
    groups = lexicon.tables["small-words"]["small"].values()
    return frozenset(word for group in groups for word in group)
