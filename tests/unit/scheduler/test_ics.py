"""Events as RFC 5545 wants them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.ics import Event, calendar

NOW = datetime(2026, 3, 27, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def read(text: str) -> list[tuple[str, str]]:
    """Names and values, as a calendar unfolds them."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    return [(name, value) for name, _, value in (line.partition(":") for line in lines)]


def unescaped(value: str) -> str:
    parts = value.split("\\\\")
    plain = [each.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";") for each in parts]
    return "\\".join(plain)


def at(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), BERLIN).replace(hour=7)


def test_seven_o_clock_stays_seven_when_the_clocks_change():
    days = (date(2026, 3, 28), date(2026, 3, 29))
    found = read(calendar([Event(f"{day}", "x", at(day)) for day in days], "Plan", NOW))
    starts = [value for name, value in found if name == "DTSTART"]
    assert starts == ["20260328T060000Z", "20260329T050000Z"]


def test_an_event_ends_and_a_whole_day_ends_on_the_next():
    lasting = Event("a", "x", at(date(2026, 3, 28)), timedelta(minutes=8))
    found = dict(read(calendar([lasting, Event("b", "x", date(2026, 12, 31))], "Plan", NOW)))
    assert found["DTEND"] == "20260328T060800Z"
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20261231", "20270101")


def test_the_file_opens_and_closes_what_it_has():
    found = read(calendar([Event("a", "x", date(2026, 1, 1))], "Plan", NOW))
    assert found[:2] == [("BEGIN", "VCALENDAR"), ("VERSION", "2.0")]
    opened = [value for name, value in found if name == "BEGIN"]
    assert opened == [value for name, value in reversed(found) if name == "END"]


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Event("a", "x", datetime(2026, 1, 1, 7))  # noqa: DTZ001 - that is the point


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=400)
)
def test_any_words_come_through_in_lines_that_are_short_enough(words: str):
    text = calendar([Event("a", words, date(2026, 1, 1))], "Plan", NOW)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert not any("\n" in line for line in lines)
    assert unescaped(dict(read(text))["SUMMARY"]) == words
