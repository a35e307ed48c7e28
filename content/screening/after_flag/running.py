"""Which complaint forbids running, and which forbids all training. Pure."""

from collections.abc import Iterable
from datetime import date

from content.screening.after_flag.complaints import Allowed, Complaint
from content.screening.after_flag.held import graded, open_ones
from content.screening.urgency import Urgency


def no_running(complaints: Iterable[Complaint], day: date) -> Complaint | None:
    """The gravest that has to be seen before the next run, or that was cleared without running.

    What can wait for a visit rests its areas, and runs only where it rests all that is quick.
    """
    held = tuple(complaints)
    found = (
        each for each in open_ones(held) if each.rests_quick or each.urgency is not Urgency.VISIT
    )
    gentle = graded((each for each in held if each.allowed is Allowed.GENTLE), day)
    return next(found, gentle)


def no_training(complaints: Iterable[Complaint]) -> Complaint | None:
    """The gravest that rests everything."""
    return next((each for each in open_ones(complaints) if each.rests_all), None)
