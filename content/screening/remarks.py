"""What a runner told of the body, for the sheet that a physio reads. Pure."""

from collections.abc import Mapping

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse

UNSAID = frozenset(
    {"self-harm", "low-mood", "after-loss"}
)  # flags that no sheet and no question repeats


def tells_of_body(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a note in the log say how it felt, or only what was done?"""
    return parse(text, compiled(lexicon, cards)).has("feel")
