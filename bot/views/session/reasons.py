"""Reasons as words."""

from collections.abc import Sequence

from content.coaching.recommend.choose import Reason
from content.wording.messages import Wording

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


def because(wording: Wording, reasons: Sequence[Reason]) -> list[str]:
    """Each reason as a piece of a sentence, none twice."""
    return list(dict.fromkeys(_piece(wording, each) for each in reasons))


def _piece(wording: Wording, reason: Reason) -> str:
    key, value = reason
    spoken = wording.term(GROUPS[key], value) if key in GROUPS else value
    return str(wording.words["because"][key]).format(value=spoken)
