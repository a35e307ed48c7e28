"""The tables of red flags and of mild complaints: what is seen, how urgent, and what is too loud.

`limber content safety-report` prints the same.
"""

from functools import cache
from pathlib import Path

import pytest

from content.checks.safety.report import FLAGS, MILD, Report, measure, printed, tables
from tests.unit.content.test_understand import meanings

HERE = Path(__file__).parent
PAIRS = [("flags.yaml", "mild.yaml"), ("strangers_flags.yaml", "strangers_mild.yaml")]


@cache
def report(flags: str, mild: str) -> Report:
    return measure(tables(HERE, flags), tables(HERE, mild), meanings)


@pytest.mark.parametrize("pair", PAIRS)
def test_every_flag_is_referred_or_asked_about(pair: tuple[str, str]) -> None:
    found = report(*pair)
    assert found.sensitivity >= 0.99, printed(found)


@pytest.mark.parametrize("pair", PAIRS)
def test_emergencies_are_referred_as_emergencies(pair: tuple[str, str]) -> None:
    found = report(*pair)
    assert found.referred >= 0.95, printed(found)


@pytest.mark.parametrize("pair", PAIRS)
def test_few_are_referred_without_need(pair: tuple[str, str]) -> None:
    found = report(*pair)
    assert found.false_alarms <= 0.05, printed(found)


def test_the_own_tables_are_large_enough() -> None:
    for pattern in ("flags.yaml", "mild.yaml"):
        said = [each for table in tables(HERE, pattern) for g in table.groups for each in g["say"]]
        assert len(said) >= 150
        assert len(said) == len(set(said))


def test_every_table_is_read() -> None:
    assert {each.name for pattern in (FLAGS, MILD) for each in tables(HERE, pattern)} == {
        name for pair in PAIRS for name in pair
    }
