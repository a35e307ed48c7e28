"""Pain that a message tells of, which is never just tightness. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.catalog.taxonomy import Area
from content.language.body_areas import areas
from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.screening.screened_message import ScreenedMessage

HURTS, ACHES = "pain", "ache"
TRAINED = "doms"  # sore from training, which is no pain


@dataclass(frozen=True, slots=True)
class Pain:
    """The areas that were named with it, and whether it is at a part that has no area: a knee."""

    areas: tuple[Area, ...] = ()
    elsewhere: bool = False


def told_pain(
    text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]], *, aches: bool = False
) -> Pain | None:
    """The pain in a message; None without any, or where it is denied. `aches` count on request."""
    reading = parse(text, compiled(lexicon, cards))
    signs = {HURTS, ACHES} if aches else {HURTS}
    if not any(signs & each for each in _signs(reading)):
        return None
    named = areas(reading)
    return Pain(named, elsewhere=not named and reading.has("body"))


def _signs(reading: ParsedMessage) -> list[set[str]]:
    """The signs of each sentence; soreness from training has none."""
    message = ScreenedMessage(reading.tokens, reading.words)
    sentences = [message.sentence(number) for number in range(message.size)]
    return [set(each.found) for each in sentences if TRAINED not in each.calm]
