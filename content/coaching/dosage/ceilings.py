"""How far doses of strength may grow with what lasts in a body, as authors keep it. Pure."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from content.authoring.document import library_folder
from content.catalog.taxonomy import Condition

STATES = "facts/states.yaml"
NOTHING, GRADED = "none", "graded"


class Change(StrEnum):
    """What grows, in this order."""

    REPS = "reps"
    SETS = "sets"
    HOLD = "hold"
    PACE = "pace"
    LOAD = "load"


EVERYTHING = frozenset(Change)


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    import yaml  # late: see content/authoring/cache.py

    loaded: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        library_folder().joinpath(*STATES.split("/")).read_text("utf-8")
    )
    return loaded


def read_anew() -> None:
    """The rules may have been edited: the next question reads them again."""
    _rules.cache_clear()


def may_grow(conditions: Collection[Condition], *, graded: bool = False) -> frozenset[Change]:
    """What of a dose may grow: the least that any of it allows."""
    told = [*conditions, *([GRADED] if graded else [])]
    return EVERYTHING.intersection(*(_up_to(_rules()[each]["grows"]) for each in told))


def flag_of(condition: Condition) -> str | None:
    """The flag that this state stands for where it was ticked, and nothing was told beside it."""
    flag: str | None = _rules()[condition].get("asks")
    return flag


def _up_to(name: str) -> frozenset[Change]:
    order = list(Change)
    return frozenset(order[: order.index(Change(name)) + 1] if name != NOTHING else ())
