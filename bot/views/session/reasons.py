"""Reasons as words."""

from collections.abc import Sequence

from content.coaching.recommend.choose import Reason
from content.wording.messages import term, words

# Which words a reason's value is looked up in; minutes are a number already.
GROUPS = {
    "area": "areas",
    "spot": "areas",
    "locked": "areas",
    "enough": "areas",
    "moment": "moments",
    "kind": "kinds_said",
    "with": "kit",
    "without": "kit",
}


def because(reasons: Sequence[Reason]) -> list[str]:
    """Each reason as a piece of a sentence, none twice."""
    return list(dict.fromkeys(map(_piece, reasons)))


def _piece(reason: Reason) -> str:
    key, value = reason
    spoken = term(GROUPS[key], value) if key in GROUPS else value
    return str(words()["because"][key]).format(value=spoken)
