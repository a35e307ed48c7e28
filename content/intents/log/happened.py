"""Did it happen, and was it the runner who did it?"""

from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

SAID_DONE = ("log:did", "log:write", "log:tap")
PRESENT = ("get", "gets", "getting")  # "whatever gets my hips done"
NEAR = 4  # words from "get" to "done"


def ahead(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is this still to come, or only imagined?"""
    return any(
        other.start < mark.start for other in reading.inside(clause, "grammar:future", "grammar:if")
    )


def wished(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is it only what a wish asks for: "need a routine that's done before 7", "half a session
    please"? What somebody says that they did themselves is no wish: "give me a tick, I did half".
    """
    if reading.inside(clause, *SAID_DONE):
        return False
    before = any(each.end <= mark.start for each in reading.inside(clause, "grammar:wants"))
    asked = bool(reading.inside(clause, "grammar:please"))
    return before or asked or _present(reading, mark)


def _present(reading: ParsedMessage, mark: Mark) -> bool:
    near = range(max(mark.start - NEAR, 0), mark.start)
    return any(
        reading.tokens[at].raw in PRESENT and reading.clauses[at] == reading.clauses[mark.start]
        for at in near
    )


def others(reading: ParsedMessage, clause: int) -> bool:
    """Is somebody else the one who did it?"""
    return bool(reading.inside(clause, "grammar:other"))
