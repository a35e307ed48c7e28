"""Times or lengths that differ by the day: "weekdays 7, weekends 9", "15 min tue, 20 thu"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from content.language.content_words import covered
from content.language.parsed_message import ParsedMessage
from content.language.spans import Span
from content.language.when.clock import Clock
from content.language.when.dates import DayGroup, day_groups
from content.language.when.durations import Length
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


@dataclass(frozen=True, slots=True)
class WeeklyLength:
    """Minutes and the weekdays that they are for."""

    minutes: int
    days: frozenset[int]


def weekly_times(reading: ParsedMessage) -> tuple[WeeklyTime, ...]:
    """Each time with its days, where a message has several of both and none is left alone."""
    groups = _groups(reading)
    clocks = _clocks(reading, groups) if groups else ()
    return tuple(
        WeeklyTime(start, end, clock.at, days, clock.guessed)
        for start, end, clock, days in _paired(groups, list(clocks))
        if isinstance(clock, Clock) and clock.at
    )


def weekly_lengths(reading: ParsedMessage) -> tuple[WeeklyLength, ...]:
    """Each length with its days likewise; the unit may be told once: "15 mins tue, 20 thu"."""
    groups = _groups(reading)
    told = [each for each in reading.lengths if each.unit in ("minute", "hour")]
    if not groups or not told:
        return ()
    known = covered(told)
    bare = [
        Length(at, at + 1, number, "minute")
        for at in range(len(reading.tokens))
        if at not in known and (number := reading.number(at)) and _beside(reading, groups, at)
    ]
    found = _paired(groups, [*told, *bare])
    return tuple(
        WeeklyLength(length.minutes, days)
        for _, _, length, days in found
        if isinstance(length, Length)
    )


def _groups(reading: ParsedMessage) -> list[DayGroup]:
    """Days that are not left out; none where there is only one group of them."""
    groups = [each for each in day_groups(reading) if not each.excluded]
    return groups if len(groups) > 1 else []


Value = Clock | Length
Item = DayGroup | Value


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


Paired = tuple[int, int, Value, frozenset[int]]  # from where to where it is told


def _paired(groups: Sequence[DayGroup], values: Sequence[Value]) -> list[Paired]:
    """Each value with all days of its run; nothing where any is left alone or told twice."""
    items: list[Item] = sorted([*groups, *values], key=lambda each: each.start)
    runs = list(_runs(items))
    pairs = [[*one, *other] for one, other in zip(runs[::2], runs[1::2], strict=False)]
    if len(runs) % 2 or len(pairs) < 2:  # noqa: PLR2004
        return []
    found = [each for pair in pairs for each in _together(pair)]
    days = [day for *_, each in found for day in each]
    return found if len(days) == len(set(days)) and len(found) == len(pairs) else []


def _together(items: Sequence[Item]) -> Iterator[Paired]:
    days = frozenset(d for each in items if isinstance(each, DayGroup) for d in each.days)
    values = [each for each in items if not isinstance(each, DayGroup)]
    if len(values) == 1:
        start, end = min(each.start for each in items), max(each.end for each in items)
        yield start, end, values[0], days
