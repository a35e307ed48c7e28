"""A log from elsewhere, as a table of what trackers write and how it is read."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.log import spreadsheet
from scheduler.log.entries import LogEntry, Status
from scheduler.log.import_files import ImportRefusal, rows_of
from scheduler.log.imported import SOURCE, ImportedLog, came_with, read

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
TODAY = date(2026, 11, 16)
CARDS = {"couch-stretch", "pigeon"}


def imported(content: bytes | str) -> ImportedLog | ImportRefusal:
    rows = rows_of(content.encode() if isinstance(content, str) else content)
    return rows if isinstance(rows, ImportRefusal) else read(rows, (), CARDS, NOW, TODAY)


def days(content: bytes | str) -> list[tuple[str, str, int | None]]:
    found = imported(content)
    assert isinstance(found, ImportedLog), found
    return [(str(each.day), each.status.value, each.minutes) for each in found.entries]


@pytest.mark.parametrize(
    "content",
    [
        "date,status,minutes\n2026-11-03,done,10",
        "2026-11-03,done,10\n",
        "Day;Completed;Duration\r\n03.11.2026;yes;10\r\n",
        "\ufeffDate\tStretching\tMins\n2026/11/03\t2\t10.0\n",
        "minutes,date\n10 min,2026-11-03 07:10\n",
        "Date,Stretch,Minutes\n11/03/2026,x,10\n11/13/2026,x,1\n",
        "date,status,minutes\n03/11/2026,✓,10\n13/11/2026,x,1",
        '{"sessions": [{"date": "2026-11-03", "status": "done", "minutes": 10}]}',
        '[{"date": "2026-11-03", "status": "done", "minutes": 10, "cards": null}]',
    ],
)
def test_a_day_is_read_from_what_trackers_write(content: str):
    assert ("2026-11-03", "done", 10) in days(content)


def test_other_encodings_are_read():
    assert days("date,status\n2026-11-03,done\n".encode("utf-16")) == [("2026-11-03", "done", None)]
    assert days("date,note\n2026-11-03,für mich\n".encode("cp1252"))


def test_of_two_rows_for_a_day_the_one_with_more_done_counts():
    assert days("date,status\n2026-11-03,done\n2026-11-03,half\n") == [("2026-11-03", "done", None)]


def test_a_row_that_cannot_be_read_is_told_by_its_number():
    found = imported(
        "date,status,minutes\n2026-11-17,done,\n2026-11-03,maybe,\n1999-01-01,done,\n"
        "2026-11-04,done,9999\n2026-11-05,done,nan\n2026-11-06,done,5\n"
    )
    assert isinstance(found, ImportedLog)
    assert found.unread == (2, 3, 4, 5, 6)
    assert [each.day.day for each in found.entries] == [6]


def test_what_is_no_card_is_left_out():
    told = {
        "date": "2026-11-03",
        "status": "done",
        "cards": ["pigeon", "<b>"],
        "sides": {"pigeon": {"left": 1.5, "right": True, "up": 3}, "<b>": {"left": 1}},
    }
    found = imported(json.dumps([told]))
    assert isinstance(found, ImportedLog)
    (entry,) = found.entries
    assert (entry.cards, entry.sides) == (("pigeon",), {"pigeon": {"left": 90.0, "right": 60.0}})


def test_all_of_a_file_came_together():
    found = imported("date\n2026-11-03\n2026-11-04\n")
    assert isinstance(found, ImportedLog)
    own = LogEntry(TODAY, Status.DONE, 5, (), NOW)
    log = [*found.entries, own]
    assert came_with(found.entries[0], log) == list(found.entries)
    assert came_with(own, log) == [own]


@given(st.binary(max_size=300) | st.text('\n,;"{}[]:date2026-11-0 x', max_size=300).map(str.encode))
def test_no_file_breaks_it(content: bytes):
    found = imported(content)
    assert isinstance(found, ImportRefusal) or all(e.source == SOURCE for e in found.entries)


WRITTEN = st.characters(exclude_categories=["Cs", "Cc", "Z"])
STORED = st.builds(
    LogEntry,
    day=st.dates(date(2000, 1, 1), TODAY),
    status=st.sampled_from(Status),
    minutes=st.none() | st.integers(0, 600),
    cards=st.lists(st.sampled_from(sorted(CARDS)), unique=True).map(tuple),
    logged_at=st.just(NOW),
    note=st.none()
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=99),
)


@given(st.lists(STORED, min_size=1, unique_by=lambda each: each.day))
def test_our_own_table_comes_back(log: list[LogEntry]):
    found = imported(spreadsheet.written(log))
    assert isinstance(found, ImportedLog)
    kept = [(e.day, e.status, e.minutes, e.cards) for e in sorted(log, key=lambda e: e.day)]
    assert [(e.day, e.status, e.minutes, e.cards) for e in found.entries] == kept
