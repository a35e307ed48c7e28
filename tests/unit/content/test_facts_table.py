"""The table of what became of the articles: every exercise and routine, no row unexplained."""

from pathlib import Path

import pytest
import yaml

import content
from content.checks.reports.coverage import coverage
from tests.support.library import library

CONTENT = Path(content.__file__).parent / "library"
LIBRARY = library()
IDS = yaml.safe_load((Path(__file__).parent / "fact_ids.yaml").read_text())
TABLE = coverage(CONTENT)

NEVER_CARDS = {
    *("mozy-steps", "unsupported-hip-bridge", "leg-lift-unspecified", "mountain-climber"),
    "kneeling-quad-hip-flexor-stretch",
}
UMBRELLAS = {
    *("dynamic-hip-stretch", "heel-lift", "hip-opener-stretches", "running-drills"),
    "sprinter-mobility-blast",
}


def test_every_exercise_and_routine_has_a_row():
    assert list(TABLE.exercises) == IDS["exercises"]
    assert list(TABLE.routines) == IDS["routines"]


@pytest.mark.parametrize("fact_id", sorted(NEVER_CARDS))
def test_what_must_not_ship_is_left_out_and_has_a_stand_in(fact_id):
    row = TABLE.exercises[fact_id]
    assert row.left_out
    assert row.cards
    assert fact_id not in LIBRARY.cards


@pytest.mark.parametrize("fact_id", sorted(UMBRELLAS))
def test_an_umbrella_name_points_at_something_real(fact_id):
    row = TABLE.exercises[fact_id]
    assert row.targets
    assert row.note
    assert fact_id not in LIBRARY.cards


def test_every_row_leads_to_something_or_says_why_not():
    for fact_id, row in {**TABLE.exercises, **TABLE.routines}.items():
        assert all(card in LIBRARY.cards for card in row.cards), fact_id
        assert all(routine in LIBRARY.routines for routine in row.routines), fact_id
        assert all(programme in LIBRARY.programmes for programme in row.programmes), fact_id
        assert row.targets == (fact_id,) or row.note or row.left_out, fact_id


def test_a_card_with_the_name_of_a_fact_is_what_its_row_says():
    for fact_id, row in TABLE.exercises.items():
        if fact_id in LIBRARY.cards:
            assert row.cards == (fact_id,)


def test_few_rows_are_left_out():
    left_out = {fact_id for fact_id, row in TABLE.exercises.items() if row.left_out}
    assert left_out - NEVER_CARDS == {"pool-running", "crossfit", "cross-training"}
    assert [fact_id for fact_id, row in TABLE.routines.items() if row.left_out] == [
        "reader-comeback-mix"
    ]
