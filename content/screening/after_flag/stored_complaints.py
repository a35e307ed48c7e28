"""Complaints as the runner's row keeps them, and out of it again. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from content.catalog.taxonomy import Area
from content.screening.after_flag.complaints import A_DAY, Allowed, Complaint
from content.screening.urgency import Urgency

COMPLAINTS = "complaints"  # where they stand in the runner's row


def stored(complaints: Sequence[Complaint]) -> Mapping[str, Any] | None:
    """As the runner's row keeps them."""
    return {COMPLAINTS: [_row(each) for each in complaints]} if complaints else None


def _row(complaint: Complaint) -> dict[str, Any]:
    return {
        "id": complaint.id,
        "flag": complaint.flag,
        "urgency": complaint.urgency.value,
        "areas": [each.value for each in complaint.areas],
        "words": complaint.words,
        "since": complaint.since.isoformat(),
        "ask_on": complaint.ask_on.isoformat(),
        "asked": complaint.asked,
        "cleared": complaint.cleared.isoformat() if complaint.cleared else None,
        "allowed": complaint.allowed.value if complaint.allowed else None,
        "until": complaint.until.isoformat() if complaint.until else None,
    }


def read(kept: Mapping[str, Any] | None) -> tuple[Complaint, ...]:
    """Out of the runner's row, also as it was kept before complaints were a list."""
    if not kept:
        return ()
    if COMPLAINTS in kept:
        return tuple(_complaint(each) for each in kept[COMPLAINTS])
    return _of_areas(kept)


def _complaint(row: Mapping[str, Any]) -> Complaint:
    return Complaint(
        id=row["id"],
        flag=row["flag"],
        urgency=Urgency(row["urgency"]),
        areas=tuple(Area(each) for each in row["areas"]),
        words=row["words"],
        since=date.fromisoformat(row["since"]),
        ask_on=date.fromisoformat(row["ask_on"]),
        asked=row["asked"],
        cleared=date.fromisoformat(row["cleared"]) if row["cleared"] else None,
        allowed=Allowed(row["allowed"]) if row["allowed"] else None,
        until=date.fromisoformat(until) if (until := row.get("until")) else None,
    )


def _of_areas(kept: Mapping[str, Any]) -> tuple[Complaint, ...]:
    """Each area had one lock; areas of the same words and day are one complaint."""
    groups: dict[tuple[str, str, str, int], list[Area]] = {}
    for area, lock in kept.items():
        urgency = lock.get("urgency") or Urgency.DAYS
        key = (lock["since"], lock["words"], urgency, lock.get("asked", 0))
        groups.setdefault(key, []).append(Area(area))
    return tuple(
        Complaint(
            id=f"{since}-{number}",
            flag="",
            urgency=Urgency(urgency),
            areas=tuple(areas),
            words=words,
            since=date.fromisoformat(since),
            ask_on=date.fromisoformat(since) + A_DAY,
            asked=asked,
        )
        for number, ((since, words, urgency, asked), areas) in enumerate(groups.items(), 1)
    )
