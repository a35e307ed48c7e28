"""What would be, if it came: "what should I do if my knee swells?". Pure.

Nothing of it is felt, so nothing rests for it; the advice is the answer. In doubt it is told.
"""

from collections.abc import Sequence

from content.language.compiler import CompiledLexicon, compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.language.tokens import Token

SUPPOSES = "calm:if"
NOW = frozenset(
    {"now", "today", "tonight", "since", "yesterday", "already", "still", "just", "right", "having"}
    | {
        "am",
        "have",
        "this",
        "currently",
        "keeps",
        "because",
        "but",
        "help",
        "and",
        "was",
        "did",
        "had",
        "got",
    }
)
ENDS = frozenset(".?!")


def supposed(tokens: Sequence[Token], words: CompiledLexicon) -> bool:
    """Is all of a message one question of what if, with no word of it being so?"""
    opens = any(mark.concept == SUPPOSES and not mark.start for mark in words.warnings.find(tokens))
    sentence = all(token.text not in ENDS for token in tokens[:-1])
    return opens and sentence and NOW.isdisjoint(token.text for token in tokens)


def asked_what_if(text: str, lexicon: Lexicon) -> bool:
    """The same of a message that has not been read."""
    reading = parse(text, compiled(lexicon))
    return supposed(reading.tokens, reading.words)
