"""A programme's week on real dates, around runs, long runs and what was done already."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from content.catalog.programme import Focus, Programme

WORKDAYS = range(5)
RECOVERY, RECOVERY_IF_SORE = timedelta(days=2), timedelta(days=3)  # between days of strength


@dataclass(frozen=True, slots=True)
class AvailableDays:
    """The days of a week that are left, in order, and what is known about them.

    `free` are days on which the runner takes sessions, `runs` those with a run, `spared` those on
    which the legs stay fresh for a long run or race. `strong` are days of strength done so far
    (in earlier weeks too), `loose` days of this week with any other session, `recovery` what is
    between two of strength.
    """

    free: Sequence[date]
    runs: Collection[date] = ()
    spared: Collection[date] = ()
    strong: Collection[date] = ()
    loose: Collection[date] = ()
    recovery: timedelta = RECOVERY


def schedule_week(
    programme: Programme, since: date, days: AvailableDays, most_strength: int = 7
) -> Mapping[date, Focus]:
    """What each day that is left in the week from `since` is for.

    Strength goes first, well apart and away from long runs, on no more days than `most_strength`;
    then mobility, best on days without a run; what is left is the end of a run, the desk, or an
    easy mobility day.
    """
    wanted = {slot.focus: slot.times or 0 for slot in programme.frame}
    strength = min(wanted.get(Focus.STRENGTH, 0), most_strength) - sum(
        day >= since for day in days.strong
    )
    strong = _spread(days, strength)
    rest = [day for day in days.free if day not in strong]
    mobility = wanted.get(Focus.MOBILITY, 0) - len(days.loose)
    loose = sorted(rest, key=lambda day: (day in days.runs, day))[: max(mobility, 0)]
    return {
        day: Focus.STRENGTH
        if day in strong
        else Focus.MOBILITY
        if day in loose
        else _left(day, wanted, days)
        for day in days.free
    }


def _spread(days: AvailableDays, count: int) -> tuple[date, ...]:
    """That many strength days, as well apart as they can be; fewer where they do not fit."""
    fit = [day for day in days.free if day not in days.spared]
    latest = max(days.strong, default=None)
    for size in range(min(count, len(fit)), 0, -1):
        chosen = [
            each
            for each in combinations(fit, size)
            if _apart((*([latest] if latest else []), *each), days.recovery)
        ]
        if chosen:
            return min(chosen, key=lambda each: (sum(day in days.runs for day in each), each))
    return ()


def _apart(days: Sequence[date], recovery: timedelta) -> bool:
    return all(later - earlier >= recovery for earlier, later in pairwise(days))


def _left(day: date, wanted: Mapping[Focus, int], days: AvailableDays) -> Focus:
    if day in days.runs and Focus.AFTER_RUN in wanted:
        return Focus.AFTER_RUN
    if day.weekday() in WORKDAYS and Focus.DESK in wanted:
        return Focus.DESK
    return Focus.MOBILITY
