"""Any date and any time, written in thirty ways and more, is read back as it was."""

from collections.abc import Callable
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.meaning import Intent
from content.language.when.dates import coming_day, day_groups, past_day, weekdays
from tests.unit.content.test_understand import NOW, meanings
from tests.unit.content.test_understand_times import reading

TODAY = NOW.date()
Dated = Callable[[date], str]
Timed = Callable[[time], str]


def ordinal(day: int) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def hour12(at: time) -> int:
    return at.hour % 12 or 12


def half(at: time) -> str:
    return "pm" if at.hour >= 12 else "am"


DATES: list[Dated] = [
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y.%m.%d}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d.day}.{d.month}.{d:%Y}",
    lambda d: f"{d:%d.%m.%y}",
    lambda d: f"{d.day}.{d.month}. please",
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}/{d.month}",
    lambda d: f"{d.day} {d:%B}",
    lambda d: f"{d.day} {d:%B} {d:%Y}",
    lambda d: f"{ordinal(d.day)} {d:%B}",
    lambda d: f"{ordinal(d.day)} of {d:%B}",
    lambda d: f"the {ordinal(d.day)} of {d:%B}",
    lambda d: f"{d:%B} {ordinal(d.day)}",
    lambda d: f"{d:%B} {ordinal(d.day)}, {d:%Y}",
    lambda d: f"{d:%b} {ordinal(d.day)}",
    lambda d: f"{ordinal(d.day)} {d:%b}",
    lambda d: f"{d:%A} {ordinal(d.day)} {d:%B}",
]
TIMES: list[Timed] = [
    lambda t: f"{t:%H:%M}",
    lambda t: f"at {t:%H:%M}",
    lambda t: f"at {t:%H%M}",
    lambda t: f"{hour12(t)}:{t:%M} {half(t)}",
    lambda t: f"{hour12(t)}:{t:%M}{half(t)}",
    lambda t: f"{hour12(t)}.{t:%M} {half(t)}",
    lambda t: f"{t:%H}h{t:%M}",
    lambda t: f"at {t:%H.%M}",
    lambda t: f"{t:%H:%M} o'clock",
    lambda t: f"{hour12(t)}:{t:%M} {'in the morning' if t.hour < 12 else 'in the evening'}",
    lambda t: f"around {t:%H:%M}",
    lambda t: f"by {hour12(t)}:{t:%M} {half(t)}",
]
COMING = st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=330))
PAST = st.dates(TODAY - timedelta(days=330), TODAY)


def test_there_are_thirty_ways_and_more() -> None:
    assert len(DATES) + len(TIMES) >= 30


@settings(max_examples=300)
@given(COMING, st.sampled_from(DATES))
def test_a_date_to_come_is_read_back(day: date, way: Dated) -> None:
    assert coming_day(reading(f"remind me on {way(day)}"), TODAY) == day


@settings(max_examples=300)
@given(PAST, st.sampled_from(DATES))
def test_a_date_that_is_over_is_read_back(day: date, way: Dated) -> None:
    """ "3/12" may be either: of two days that are over, the nearer one is meant."""
    (found,) = past_day(reading(f"did it on {way(day)}"), TODAY)
    slashed = ("/" in way(day) and f"{day:%Y}" not in way(day)) or f"{day:%d/%m/%Y}" == way(day)
    assert found == day or (slashed and found.month == day.day and day < found <= TODAY)


@settings(max_examples=300)
@given(st.times(), st.sampled_from(TIMES))
def test_a_time_is_read_back(at: time, way: Timed) -> None:
    (clock,) = reading(f"remind me {way(at)}").clocks
    assert clock.at == at.replace(second=0, microsecond=0)


@settings(max_examples=200)
@given(COMING, st.times(), st.sampled_from(DATES), st.sampled_from(TIMES))
def test_both_together_are_one_reminder(day: date, at: time, dated: Dated, timed: Timed) -> None:
    (meaning,) = meanings(f"remind me on {dated(day)} {timed(at)}")
    told = (meaning.intent, meaning.day, meaning.at, meaning.also)
    assert told == (Intent.REMIND, day, at.replace(second=0, microsecond=0), ())


VOCABULARY = """
remind me at on the 7 8:15 7.30 1830 31 31. 12/13 14.12. 2026 - 12 th of december may new year
christmas next this last friday sat weekdays weekend every other two weeks until from to and , . but
not except unless only no skip mute quiet for 2 hours in 3 days ago before after my run i get home
silent half past seven quarter am pm week month first third day did log tomorrow today away pause
"""


@settings(max_examples=400)
@given(st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=9))
def test_whatever_is_said_of_times_is_read_and_stands_in_the_message(words: list[str]) -> None:
    text = " ".join(words)
    read = reading(text)
    found = [*read.clocks, *read.lengths, *read.written_dates, *weekdays(read), *day_groups(read)]
    assert all(0 <= each.start < each.end <= len(read.tokens) for each in found)
    assert meanings(text)
