"""Did it happen, and was it the runner who did it?"""

from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark


def ahead(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is this still to come, or only imagined?"""
    return any(
        other.start < mark.start for other in reading.inside(clause, "grammar:future", "grammar:if")
    )


def others(reading: ParsedMessage, clause: int) -> bool:
    """Is somebody else the one who did it?"""
    return bool(reading.inside(clause, "grammar:other"))
