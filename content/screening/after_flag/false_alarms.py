"""A referral that was not meant: what becomes of it once both questions are answered. Pure.

Nothing is freed but the complaint that was answered for. An emergency comes down one step only: it
rests until the next day, when the runner's own word ends it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from content.screening.after_flag.complaints import A_DAY, Complaint
from content.screening.remarks import UNSAID
from content.screening.urgency import Urgency


class Meant(StrEnum):
    """What the words were, if not a complaint of the runner."""

    OTHER = "other"  # somebody else's
    OVER = "over"  # long over
    SAYING = "saying"  # a way of speaking, or another meaning
    TRUE = "true"  # it was right after all


def step_down(complaints: Sequence[Complaint], name: str, day: date) -> tuple[Complaint, ...]:
    """Without that complaint, or with it as a milder one; the others stay as they are."""
    return tuple(
        after
        for each in complaints
        if (after := _milder(each, day) if each.id == name and each.open else each)
    )


def _milder(complaint: Complaint, day: date) -> Complaint | None:
    stepped_down = not complaint.flag  # by a first tap; a second one frees nothing
    if stepped_down or complaint.flag in UNSAID:  # it ends by its own question
        return complaint
    if complaint.urgency is not Urgency.NOW:
        return None
    return replace(complaint, flag="", urgency=Urgency.VISIT, ask_on=day + A_DAY, asked=0)
