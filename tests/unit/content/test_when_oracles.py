"""Ours against two other readers of dates: every disagreement is in the table, and judged."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from content.language.when.dates import coming_day
from tests.unit.content.test_understand_times import reading
from tests.unit.content.when_oracles import NOW, ORACLES, asked, written

TABLE: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("when_oracles.yaml").read_text()
)
BOTH = "2026-01-01 00:00"  # where ours refuses, an oracle is asked for a date and a time


@pytest.mark.parametrize("row", TABLE, ids=[row["say"] for row in TABLE])
def test_ours_reads_what_the_table_says(row: dict[str, Any]) -> None:
    read = reading(row["say"])
    at = next((f"{clock.at:%H:%M}" for clock in read.clocks if clock.at), None)
    assert written(coming_day(read, NOW.date()), at) == row["ours"]


@pytest.mark.parametrize("name", ORACLES)
def test_an_oracle_agrees_or_its_disagreement_is_judged(name: str) -> None:
    for row in TABLE:
        like = row["ours"] if row["ours"] != "-" else BOTH
        said = asked(name, row["say"], like)
        assert said == row.get(name, row["ours"]), row["say"]
        assert said == row["ours"] or row["why"], row["say"]


def test_most_of_the_table_is_agreed_on() -> None:
    agreed = {name: sum(name not in row for row in TABLE) for name in ORACLES}
    print(f"of {len(TABLE)}: {agreed}")
    assert all(count > len(TABLE) / 2 for count in agreed.values())
