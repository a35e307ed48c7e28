"""Different times on different days: "weekdays 7, weekends 9", "tue and thu 6:15, sat 11"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from content.language.parsed_message import ParsedMessage
from content.language.spans import Span
from content.language.when.clock import Clock
from content.language.when.dates import DayGroup, day_groups
from content.language.when.times import HOURS

BETWEEN = ("at", "on", ",", "and", "the", ":", "-", "&", "around", "by", "from")


@dataclass(frozen=True, slots=True)
class WeeklyTime:
    """A time of day and the weekdays that it is for, in tokens `start` to `end`."""

    start: int
    end: int
    at: time
    days: frozenset[int]
    guessed: bool = False


def weekly_times(reading: ParsedMessage) -> tuple[WeeklyTime, ...]:
    """Each time with its days, where a message has several of both and none is left alone."""
    groups = [each for each in day_groups(reading) if not each.excluded]
    if len(groups) < 2:  # noqa: PLR2004
        return ()
    items: list[Item] = [*groups, *_clocks(reading, groups)]
    runs = list(_runs(sorted(items, key=lambda each: each.start)))
    pairs = list(zip(runs[::2], runs[1::2], strict=False))
    if len(runs) % 2 or len(pairs) < 2:  # noqa: PLR2004
        return ()
    found = tuple(each for pair in pairs for each in _paired(*pair))
    days = [day for each in found for day in each.days]
    return found if len(days) == len(set(days)) and len(found) == len(pairs) else ()


Item = DayGroup | Clock


def _clocks(reading: ParsedMessage, groups: Sequence[DayGroup]) -> Iterator[Clock]:
    """The times that are told, and bare hours right beside the days."""
    known = [each for each in reading.clocks if each.at and not each.named]
    yield from known
    taken = {at for each in known for at in range(each.start, each.end)}
    told: list[Span] = [*reading.lengths, *reading.written_dates]
    taken |= {at for each in told for at in range(each.start, each.end)}
    for at in range(len(reading.tokens)):
        hour = reading.number(at)
        if at not in taken and hour is not None and hour <= HOURS and _beside(reading, groups, at):
            clock = reading.times.hour(at)
            if clock and clock.at:
                yield clock


def _beside(reading: ParsedMessage, groups: Sequence[DayGroup], at: int) -> bool:
    return any(
        _only_small(reading, group.end, at) or _only_small(reading, at + 1, group.start)
        for group in groups
    )


def _only_small(reading: ParsedMessage, start: int, end: int) -> bool:
    return start <= end and all(reading.word(at) in BETWEEN for at in range(start, end))


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Neighbours of one kind together: days, then a time, then days again."""
    run: list[Item] = []
    for item in items:
        if run and isinstance(item, DayGroup) is not isinstance(run[0], DayGroup):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _paired(first: Sequence[Item], second: Sequence[Item]) -> Iterator[WeeklyTime]:
    """One time with all days of its run."""
    both = [*first, *second]
    days = frozenset(d for each in both if isinstance(each, DayGroup) for d in each.days)
    clocks = [each for each in both if isinstance(each, Clock)]
    if len(clocks) == 1 and clocks[0].at:
        start, end = min(each.start for each in both), max(each.end for each in both)
        yield WeeklyTime(start, end, clocks[0].at, days, clocks[0].guessed)
