"""Which areas rest after a red flag, and what it takes to work them again. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from content.authoring.document import library_folder
from content.catalog.taxonomy import Area
from content.screening.urgency import Urgency


class Return(StrEnum):
    """What was hurt sets the steps back to running."""

    USUAL = "usual"
    BONE = "bone"
    MUSCLE = "muscle"
    BIRTH = "birth"
    OPERATION = "operation"
    ILLNESS = "illness"


ASK_AGAIN = (1, 1, 2, 3, 7)  # days between one “still there” and the next question
ALL = tuple(Area)


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    import yaml  # late: see content/authoring/cache.py

    text = library_folder().joinpath("facts", "locks.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return loaded


def read_anew() -> None:
    """The rules may have been edited: the next question reads them again."""
    _rules.cache_clear()


def rested_areas(
    flag: str | None, urgency: Urgency | None, named: tuple[Area, ...] = ()
) -> tuple[Area, ...]:
    """The areas that rest: those that the flag is about; what the message names only adds.

    No referral goes without a rest: where nothing is named, everything rests.
    """
    rests = _rules().get(flag or "", {}).get("rests", "all")
    if urgency is Urgency.NOW or rests == "all":
        return ALL
    if rests == "named":
        return named or ALL
    return tuple(dict.fromkeys((*map(Area, rests), *named)))


def rests_quick(flag: str) -> bool:
    """Do runs, drills and jumps rest as well, whatever they work?"""
    return "quick" in _rules().get(flag, {})


def way_back(flag: str) -> Return:
    """Which steps lead back to running."""
    return Return(_rules().get(flag, {}).get("returns", Return.USUAL))


def ends_by_itself(flag: str | None, urgency: Urgency | None) -> bool:
    """May the runner's own word end the rest? What had to be seen within days has to be seen, even
    if it eased: a stressed bone does that too (rule R1).
    """
    return bool(_rules().get(flag or "", {}).get("gone", urgency is Urgency.VISIT))


def ask_again(times: int) -> int:
    """Days until the question comes again, after it was answered that many times."""
    return ASK_AGAIN[min(times, len(ASK_AGAIN) - 1)]
