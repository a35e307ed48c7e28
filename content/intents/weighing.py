"""Which of several readings of a message counts: the one that accounts for most of its words.

The order in which they were proposed decides nothing; ties are settled by the table of that name
in explains.yaml, and then by which says more.
"""

from collections.abc import Iterable

from content.intents.explained import filled, read_as
from content.intents.meaning import Meaning
from content.intents.reading import Reading
from content.language.parsed_message import ParsedMessage


def heaviest(parsed: ParsedMessage, found: Iterable[Meaning]) -> Reading | None:
    """The reading with the most weight; None if there is none at all."""
    return next(iter(by_weight(parsed, found)), None)


def by_weight(parsed: ParsedMessage, found: Iterable[Meaning]) -> list[Reading]:
    """The readings, the heaviest first."""
    ties = list(parsed.tables["explains"]["ties"])

    def weight(reading: Reading) -> tuple[float, int, int]:
        meaning = reading.meanings[0]
        return -reading.share(parsed), ties.index(meaning.intent), -len(filled(meaning))

    return sorted((read_as(parsed, each) for each in found), key=weight)
