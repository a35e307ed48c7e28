"""Which day a written date is: the last such one for a log, the next one for a plan."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from content.language.when.written_dates import MONTHS, WrittenDate

DAY_ENDS_AT = timedelta(hours=4)  # for logging, a night belongs to the day before
US_ZONES = frozenset(
    {
        "America/New_York",
        "America/Detroit",
        "America/Chicago",
        "America/Menominee",
        "America/Denver",
        "America/Boise",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "America/Juneau",
        "America/Sitka",
        "America/Metlakatla",
        "America/Yakutat",
        "America/Nome",
        "America/Adak",
        "Pacific/Honolulu",
    }
)
US_PARTS = ("America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "US/")


def day_first(zone: str) -> bool:
    """Is 12/11 the twelfth of November there, as it is in most of the world?"""
    return zone not in US_ZONES and not zone.startswith(US_PARTS)


def runner_day(now: datetime) -> date:
    """The day that a log at this moment belongs to."""
    return (now - DAY_ENDS_AT).date()


def coming(written: WrittenDate, today: date, *, days_first: bool = True) -> date | None:
    """The next such day, today included where its month was named; None if there is none."""
    each = written if days_first else _swapped(written)
    if each.year is not None:
        return next(_dates([(each.year, each.month or 0)], each.day), None)
    if each.month is not None:
        months = [(today.year, each.month), (today.year + 1, each.month)]
        return next((day for day in _dates(months, each.day) if day >= today), None)
    return next((day for day in _dates(_months(today, 1), each.day) if day > today), None)


def past(written: WrittenDate, today: date) -> date | None:
    """The last such day, today included; of "12/11" the reading that is nearer."""
    both = [written, _swapped(written)] if written.slashed else [written]
    found = [day for each in both if (day := _last(each, today))]
    return max((day for day in found if day <= today), default=min(found, default=None))


def _last(written: WrittenDate, today: date) -> date | None:
    if written.year is not None:
        return next(_dates([(written.year, written.month or 0)], written.day), None)
    if written.month is not None:
        months = [(today.year, written.month), (today.year - 1, written.month)]
    else:
        months = _months(today, -1)
    return next((day for day in _dates(months, written.day) if day <= today), None)


def _swapped(written: WrittenDate) -> WrittenDate:
    if not written.slashed or written.month is None:
        return written
    month, day = written.day, written.month
    return WrittenDate(written.start, written.end, day, month, written.year, slashed=True)


def _months(today: date, step: int) -> list[tuple[int, int]]:
    """This month and a year of months on (1) or back (-1)."""
    first = today.year * MONTHS + today.month - 1
    return [_month(first + step * n) for n in range(MONTHS + 1)]


def _month(count: int) -> tuple[int, int]:
    """A count of months since the year 0, as year and month."""
    return count // MONTHS, count % MONTHS + 1


def _dates(months: list[tuple[int, int]], day: int) -> Iterator[date]:
    """That day of each month which has it."""
    for year, month in months:
        with suppress(ValueError):
            yield date(year, month, day)
