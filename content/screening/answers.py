"""What the answers to the question about the body raise, as authors keep it. Pure."""

from collections.abc import Mapping

from content.language.lexicon import Lexicon
from content.screening.screen import Flag
from content.screening.urgency import Urgency


def answers(lexicon: Lexicon) -> Mapping[str, Flag]:
    """By the name of the button, in the order of the buttons."""
    table: Mapping[str, Mapping[str, str]] = lexicon.tables["redflags"]["answers"]
    return {
        name: Flag(each["flag"], Urgency(each["urgency"]), (name,)) for name, each in table.items()
    }
