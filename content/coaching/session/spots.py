"""Which tight spots a week of sessions works on first. Pure."""

from content.catalog.taxonomy import Area
from content.coaching.recommend.ranking import tight_spots
from content.coaching.session.inputs import SessionInputs


def spots_of_week(today: SessionInputs) -> tuple[Area, ...]:
    """The tightest spot, and a second one that takes turns from week to week; then the rest."""
    spots = tuple(area for area in tight_spots(today.profile) if area not in today.locked)
    first, others = spots[:1], spots[1:]
    if not others:
        return first
    turn = today.monday.toordinal() // 7 % len(others)
    return (*first, *others[turn:], *others[:turn])
