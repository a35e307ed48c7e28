"""Which programmes suit a runner, the most fitting first, each with its reason."""

from collections.abc import Collection, Iterable

from content.catalog.profile import Profile
from content.catalog.programme import Programme


def fitting(
    programmes: Iterable[Programme],
    profile: Profile,
    *,
    away: bool = False,
    steady: bool = False,
    finished: Collection[str] = (),
) -> tuple[Programme, ...]:
    """Those that suit in the order of their turns, then the others backwards. What is for steady
    movers is offered to nobody else: moving well comes before load.

    `away` says that the runner has not done a session for weeks, `steady` that they move well and
    without soreness, `finished` are programmes done to the end: those come last.
    """

    def rank(programme: Programme) -> tuple[bool, bool, int]:
        suits = suited(programme, profile, away=away, steady=steady, finished=finished)
        turn = programme.suits.turn
        return programme.id in finished, not suits, turn if suits else -turn

    ready = (each for each in programmes if steady or not each.suits.steady)
    return tuple(sorted(ready, key=rank))


def suited(
    programme: Programme,
    profile: Profile,
    *,
    away: bool = False,
    steady: bool = False,
    finished: Collection[str] = (),
) -> bool:
    """Does the programme name this runner's case?"""
    suits = programme.suits
    return (
        (not suits.sitting or profile.sitting in suits.sitting)
        and (suits.tight is None or suits.tight == bool(profile.spots))
        and (suits.runs is None or suits.runs == bool(profile.run_days))
        and (suits.away is None or suits.away == away)
        and (suits.steady is None or suits.steady == steady)
        and (not suits.after or bool(set(suits.after) & set(finished)))
    )
