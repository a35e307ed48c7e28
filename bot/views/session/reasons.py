"""Reasons as words."""

from collections.abc import Sequence

from content.coaching.recommend.choose import Reason
from content.intents.meaning import Meaning
from content.wording.messages import Wording

# Which words a reason's value is looked up in; minutes are a number already.
GROUPS = {
    "area": "areas",
    "spot": "areas",
    "locked": "areas",
    "enough": "areas",
    "moment": "moments",
    "position": "positions",
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


def left_out(wording: Wording, dropped: Sequence[str], wish: Meaning) -> list[str]:
    """Each part of the wish that could not be met, as a piece of a sentence."""
    values = {
        "area": wording.term("areas", wish.areas[0]) if wish.areas else "",
        "kit": " and ".join(wording.term("kit", each) for each in sorted(wish.has)),
        "minutes": str(wish.minutes),
    }
    said = wording.words["dropped"]
    return [str(said[each]).format(value=values.get(each)) for each in dropped if each != "card"]
