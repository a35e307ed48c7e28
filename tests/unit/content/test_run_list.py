"""Lists of runs: each line is read, or none is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.bundle import Content
from content.intents.about_runner.run_list import run_list
from content.intents.meaning import Intent, Meaning
from content.language.compiler import compiled
from content.language.parsed_message import parse

THURSDAY = date(2026, 11, 19)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Told = list[tuple[date, float | None]]


def heard(content: Content, text: str) -> tuple[Meaning, ...]:
    return run_list(parse(text, compiled(content.lexicon, content.names)), THURSDAY)


def runs(found: tuple[Meaning, ...]) -> Told:
    told = [each for each in found if each.intent is Intent.RUN_TOLD and each.on]
    return [(each.day, each.amount) for each in told if each.day]


PLANS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 60)), min_size=2, max_size=6)


@given(plan=PLANS.filter(lambda plan: len({day for day, _ in plan}) == len(plan)))
def test_a_plan_is_of_days_to_come_in_their_order(content: Content, plan: list[tuple[int, int]]):
    told = runs(heard(content, ", ".join(f"{DAYS[day]} {km} km" for day, km in plan)))
    days = [day for day, _ in told]
    assert [(day.weekday(), km) for day, km in told] == plan
    assert days == sorted(days)
    assert days[0] > THURSDAY


@given(back=st.lists(st.integers(1, 40), min_size=2, max_size=5, unique=True))
def test_a_log_of_dates_is_of_those_dates(content: Content, back: list[int]):
    days = [THURSDAY - timedelta(days=each) for each in back]
    told = runs(heard(content, "\n".join(f"{day:%-d}.{day:%-m}. 6.5 km" for day in days)))
    assert told == [(day, 6.5) for day in days]


@given(plan=PLANS, at=st.integers(0, 5))
def test_what_is_not_understood_of_one_day_is_asked_and_writes_none(
    content: Content, plan: list[tuple[int, int]], at: int
):
    lines = [f"{DAYS[day]} {km} km" for day, km in plan]
    lines[at % len(lines)] += " unless granny visits"
    assert not runs(heard(content, ", ".join(lines)))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("sat rest, sun 32 long", [("22", 32)]),
        ("this week: fri 8x1k, sat off, sun 18", [("20", None), ("22", 18)]),
        ("next week: mon 8 easy, thu 12 km tempo", [("23", 8), ("26", 12)]),
        ("i ran 4 km on monday and 9 km on sunday", [("16", 4), ("15", 9)]),
        ("11/11 6.2 km 36:10, 13/11 4.0 km 24:30", [("11", 6.2), ("13", 4)]),
        ("this week: tue 10 easy, fri 8 km", []),
        ("12/11 5 km, 24/11 8 km", []),
        ("remind me mon 8 and tue 9", []),
        ("mon 10 min, tue 12 min", []),
        ("should i do mon 5 km and tue 6 km?", []),
    ],
)
def test_lists_as_they_are_written(
    content: Content, said: str, told: list[tuple[str, float | None]]
):
    assert [(f"{day:%-d}", km) for day, km in runs(heard(content, said))] == told
