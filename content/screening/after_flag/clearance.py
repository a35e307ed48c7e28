"""Was it seen by somebody qualified: "the physio says it is fine"? Pure."""

from collections.abc import Mapping

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse


def was_seen(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message that tells of being better name who has had a look?"""
    return parse(text, compiled(lexicon, cards)).has("care:clinician")
