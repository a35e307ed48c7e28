"""Not every week: "every two weeks", "every other sunday", "fortnightly"; and what is monthly."""

from dataclasses import dataclass

from content.language.parsed_message import ParsedMessage
from content.language.when.dates import weekdays

TURNS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "2nd": 2, "3rd": 3, "4th": 4}
MOST = 12


@dataclass(frozen=True, slots=True)
class WeekTurn:
    """One of so many weeks, told in tokens `start` to `end`."""

    start: int
    end: int
    weeks: int


def week_turn(reading: ParsedMessage) -> WeekTurn | None:
    """Which weeks count, if not all do."""
    for length in reading.lengths:
        weeks = round(length.amount * (2 if reading.word(length.end - 1) == "fortnight" else 1))
        if length.unit == "week" and length.lead in ("every", "each") and 1 < weeks <= MOST:
            return WeekTurn(length.start - 1, length.end, weeks)
    for mark in reading.all("told:other-week"):
        return WeekTurn(mark.start, mark.end, 2)
    for named in weekdays(reading):
        turn, every = reading.word(named.start - 1), reading.word(named.start - 2)
        if every == "every" and turn in TURNS:
            return WeekTurn(named.start - 2, named.end, TURNS[turn])
    return None
