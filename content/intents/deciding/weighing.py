"""Which of several readings of a message counts: the one that accounts for most of its words.

The order in which they were proposed decides nothing; ties are settled by the table of that name
in explains.yaml, and then by which says more.
"""

from collections.abc import Iterable

from content.intents.deciding.explained import filled, read_as
from content.intents.deciding.reading import Reading
from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage

SHOWING = (Intent.ASK, Intent.SESSION)


def heaviest(parsed: ParsedMessage, found: Iterable[Meaning]) -> Reading | None:
    """The reading with the most weight; None if there is none at all."""
    return next(iter(by_weight(parsed, found)), None)


def shows(parsed: ParsedMessage, found: Iterable[Meaning]) -> Meaning | None:
    """The heaviest reading that shows a move or the session, which harms nobody."""
    meant = (each.meanings[0] for each in by_weight(parsed, found))
    return next((each for each in meant if each.intent in SHOWING), None)


def changes(parsed: ParsedMessage, found: Iterable[Meaning]) -> Meaning | None:
    """The heaviest reading that sets a time of day, where that is not all that was wished."""
    meant = (each.meanings[0] for each in by_weight(parsed, found))
    return next((each for each in meant if each.intent is Intent.REMIND and each.at), None)


def by_weight(parsed: ParsedMessage, found: Iterable[Meaning]) -> list[Reading]:
    """The readings, the heaviest first."""
    ties = {intent: at for at, intent in enumerate(parsed.tables["explains"]["ties"])}

    def weight(reading: Reading) -> tuple[float, int, int]:
        meaning = reading.meanings[0]
        tie = ties.get(meaning.intent.value, len(ties))
        return -reading.share(parsed), tie, -len(filled(meaning))

    return sorted((read_as(parsed, each) for each in found), key=weight)
