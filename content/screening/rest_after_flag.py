"""Which areas rest after a red flag, and what it takes to work them again. Pure."""

from functools import cache

from content.authoring.document import library_folder
from content.catalog.taxonomy import Area
from content.screening.urgency import Urgency

ASK_AGAIN = (1, 1, 2, 3, 7)  # days between one “still there” and the next question


@cache
def _table() -> dict[str, object]:
    import yaml  # late: see content/authoring/cache.py

    text = library_folder().joinpath("facts", "locks.yaml").read_text("utf-8")
    loaded: dict[str, object] = yaml.safe_load(text)
    return loaded


def locked_by(
    flag: str | None, urgency: Urgency | None, areas: tuple[Area, ...] = ()
) -> tuple[Area, ...]:
    """The areas that rest: those the message names, and those that the flag is about."""
    listed = _table().get(flag or "")
    if isinstance(listed, list):
        return tuple(dict.fromkeys((*areas, *map(Area, listed))))
    urgent = urgency in (Urgency.NOW, Urgency.DAYS)
    return areas or (tuple(Area) if listed == "all" or urgent else ())


def unlocks(answer: str, urgency: str | None) -> bool:
    """Does that answer end the rest? What had to be seen within days has to be seen, even if it
    eased: a stressed bone does that too (rule R1).
    """
    return answer == "cleared" or (answer == "gone" and urgency == Urgency.VISIT)


def ask_again(times: int) -> int:
    """Days until the question comes again, after it was answered that many times."""
    return ASK_AGAIN[min(times, len(ASK_AGAIN) - 1)]
