"""Which days a question about the past means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.language.compiler import compiled
from content.language.parsed_message import parse
from content.language.when.past_spans import past_span
from content.screening.screen import own_lexicon

WORDS = compiled(own_lexicon())
WEDNESDAY = date(2026, 11, 18)
MONTHS = ("january", "february", "june", "july", "october", "november", "december")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in november", "2026-11-01", "2026-11-18"),
        ("in december", "2025-12-01", "2025-12-31"),
        ("since october", "2026-10-01", "2026-11-18"),
        ("in the last 14 days", "2026-11-05", "2026-11-18"),
        ("the past two weeks", "2026-11-05", "2026-11-18"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("so far this month", "2026-11-01", "2026-11-18"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("this year", "2026-01-01", "2026-11-18"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("yesterday", "2026-11-17", "2026-11-17"),
        ("on tuesday", "2026-11-17", "2026-11-17"),
        ("on 3 november", "2026-11-03", "2026-11-03"),
        ("3 days ago", "2026-11-15", "2026-11-15"),
        ("in may", "2026-05-01", "2026-05-31"),
        ("in total", None, "2026-11-18"),
    ],
)
def test_days_that_are_over(words: str, first: str | None, last: str):
    span = past_span(parse(f"what did i do {words}", WORDS), WEDNESDAY)
    assert span
    assert (span.first and span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize("words", ["what may i do", "in 10 minutes", "how am i doing"])
def test_no_days_are_named(words: str):
    assert past_span(parse(words, WORDS), WEDNESDAY) is None


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.sampled_from(MONTHS))
def test_a_month_is_the_last_such_one_and_never_ahead(today: date, month: str):
    span = past_span(parse(f"how many days in {month}", WORDS), today)
    assert span
    assert span.first
    assert span.first.strftime("%B").lower() == month
    assert today - timedelta(days=366) < span.first <= span.last <= today
