"""Times, lengths, days and dates in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.meaning import Intent
from content.language.compiler import compiled
from content.language.parsed_message import ParsedMessage, parse
from content.language.when.calendar_days import day_first
from content.language.when.dates import chosen, coming_day, past_day
from content.language.when.left_out import left_out
from content.language.when.weekly_times import weekly_times
from tests.unit.content.test_understand import LEXICON, meanings

TODAY = date(2026, 11, 25)  # a Wednesday


def reading(text: str) -> ParsedMessage:
    return parse(text, compiled(LEXICON))


@pytest.mark.parametrize(
    ("text", "at", "guessed"),
    [
        ("6:20 am", "06:20", False),
        ("6.45 pm", "18:45", False),
        ("06:05", "06:05", False),
        ("7:30", "07:30", False),
        ("at 3:15", "15:15", True),
        ("7pm", "19:00", False),
        ("7 p.m.", "19:00", False),
        ("12am", "00:00", False),
        ("12 pm", "12:00", False),
        ("20 to 9 pm", "20:40", False),
        ("half seven", "07:30", True),
        ("half past 7 in the evening", "19:30", False),
        ("quarter to six", "05:45", True),
        ("ten past five in the afternoon", "17:10", False),
        ("twenty five past seven", "07:25", True),
        ("six thirty-ish", "06:30", True),
        ("seven oh five", "07:05", True),
        ("eight forty five am", "08:45", False),
        ("at eight", "08:00", True),
        ("around 9 tonight", "21:00", False),
        ("9 o'clock", "09:00", True),
        ("18h30", "18:30", False),
        ("0630", "06:30", False),
        ("at 1930", "19:30", False),
        ("noon", "12:00", False),
        ("after work", "18:00", True),
        ("24:00", "00:00", False),
    ],
)
def test_times_of_day(text: str, at: str, guessed: bool) -> None:
    clock = reading(text).clocks[0]
    assert clock.at is not None
    assert (f"{clock.at:%H:%M}", clock.guessed) == (at, guessed)


@pytest.mark.parametrize("text", ["25:00", "7:75", "31:10 reminder", "24:30", "at 26:00"])
def test_times_that_no_clock_shows(text: str) -> None:
    assert [clock.at for clock in reading(text).clocks] == [None]
    assert meanings(f"remind me {text}")[0].intent is Intent.BAD_TIME


@pytest.mark.parametrize("text", ["10 km", "3 sets of 10", "5 minutes", "90/90", "2 of 3", "hip"])
def test_numbers_that_are_no_times(text: str) -> None:
    assert not reading(text).clocks


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_written_out_is_found(hour: int, minute: int) -> None:
    (clock,) = reading(f"remind me at {hour:02}:{minute:02}").clocks
    assert clock.at is not None
    assert (clock.at.hour, clock.at.minute) == (hour, minute)


@pytest.mark.parametrize(
    ("text", "minutes", "lead"),
    [
        ("ten mins", 10, ""),
        ("quarter of an hour", 15, ""),
        ("half an hour", 30, ""),
        ("three quarters of an hour", 45, ""),
        ("an hour and a half", 90, ""),
        ("1.5 h", 90, ""),
        ("90 seconds", 2, ""),
        ("a couple of minutes", 2, ""),
        ("5-10 minutes", 10, ""),
        ("twenty-five min", 25, ""),
        ("in 40 minutes", 40, "in"),
        ("5 more mins", 5, "more"),
        ("every 50 minutes", 50, "every"),
        ("15min", 15, ""),
    ],
)
def test_lengths(text: str, minutes: int, lead: str) -> None:
    (length,) = reading(text).lengths
    assert (length.minutes, length.lead) == (minutes, lead)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("only weekdays", {0, 1, 2, 3, 4}),
        ("mon wed fri", {0, 2, 4}),
        ("mon/wed/fri", {0, 2, 4}),
        ("monday to thursday", {0, 1, 2, 3}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("saturday through tuesday", {5, 6, 0, 1}),
        ("every day except sunday", {0, 1, 2, 3, 4, 5}),
        ("weekends off", {0, 1, 2, 3, 4}),
        ("not on mondays or fridays", {1, 2, 3, 5, 6}),
        ("tue, thu and sun", {1, 3, 6}),
        ("the sun was out and I sat down", set()),
    ],
)
def test_weekdays(text: str, days: set[int]) -> None:
    assert chosen(reading(text)) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("did it yesterday", date(2026, 11, 24)),
        ("last night", date(2026, 11, 24)),
        ("two days ago", date(2026, 11, 23)),
        ("3 days ago", date(2026, 11, 22)),
        ("sunday's", date(2026, 11, 22)),
        ("on wednesday", TODAY),
        ("last wednesday", date(2026, 11, 18)),
        ("the day before yesterday", date(2026, 11, 23)),
        ("20 november", date(2026, 11, 20)),
        ("the 12th", date(2026, 11, 12)),
        ("the 28th", date(2026, 10, 28)),
        ("30 december", date(2025, 12, 30)),
        ("a week ago", date(2026, 11, 18)),
        ("on 12/11", date(2026, 11, 12)),
        ("on 11/12", date(2026, 11, 12)),
    ],
)
def test_days_of_a_log(text: str, day: date) -> None:
    assert past_day(reading(text), TODAY) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 26)),
        ("the day after tomorrow", date(2026, 11, 27)),
        ("on friday", date(2026, 11, 27)),
        ("until wednesday", date(2026, 12, 2)),
        ("in 3 days", date(2026, 11, 28)),
        ("14 december", date(2026, 12, 14)),
        ("march 3rd", date(2027, 3, 3)),
        ("the 14th", date(2026, 12, 14)),
        ("30 february", None),
        ("until christmas", date(2026, 12, 25)),
        ("till new year", date(2027, 1, 1)),
        ("in 2 weeks", date(2026, 12, 9)),
        ("a week from now", date(2026, 12, 2)),
        ("next friday", date(2026, 12, 4)),
        ("saturday week", date(2026, 12, 5)),
        ("2026-12-08", date(2026, 12, 8)),
        ("on 12/13", date(2026, 12, 13)),
        ("the 31st", date(2026, 12, 31)),
    ],
)
def test_days_of_a_plan(text: str, day: date | None) -> None:
    read_text = reading(text)
    assert coming_day(read_text, TODAY) == day


def test_a_leap_day_is_found_in_a_leap_year_only() -> None:
    assert coming_day(reading("29 february"), TODAY) is None
    assert coming_day(reading("29 february"), date(2028, 1, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/London", date(2027, 11, 12)),
        ("America/New_York", date(2026, 12, 11)),
        ("America/Indiana/Knox", date(2026, 12, 11)),
        ("America/Toronto", date(2027, 11, 12)),
    ],
)
def test_the_zone_says_whether_the_day_comes_first(zone: str, day: date) -> None:
    read_text = reading("remind me on 12/11")
    assert coming_day(read_text, TODAY, days_first=day_first(zone)) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("weekdays 7, weekends 9", {"07:00": {0, 1, 2, 3, 4}, "09:00": {5, 6}}),
        ("tue and thu 6:15, sat 11", {"06:15": {1, 3}, "11:00": {5}}),
        ("8 on mondays and 9:30 on fridays", {"08:00": {0}, "09:30": {4}}),
        ("at 7 and 8 on mondays and fridays", {}),
        ("weekdays at 7", {}),
    ],
)
def test_times_of_their_own_for_some_days(text: str, times: dict[str, set[int]]) -> None:
    found = weekly_times(reading(text))
    assert {f"{each.at:%H:%M}": each.days for each in found} == times


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every day but not on 24 december", [date(2026, 12, 24)]),
        ("except the 24th and 25th of december", [date(2026, 12, 24), date(2026, 12, 25)]),
        ("no reminder from 24 to 26 december", [date(2026, 12, d) for d in (24, 25, 26)]),
        ("not this weekend", [date(2026, 11, 28), date(2026, 11, 29)]),
        ("skip tomorrow", [date(2026, 11, 26)]),
        ("not on sundays", []),
        ("remind me on 24 december", []),
    ],
)
def test_dates_that_are_left_out(text: str, days: list[date]) -> None:
    found = left_out(reading(text), TODAY, days_first=True)
    assert [day for each in found for day in each.days] == days
