"""One clock: nothing but it reads the date of the machine, so that any day is a good day."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("bot", "content", "scheduler", "storage", "tests")

# Reading the day or the hour. Seconds that only count how long something takes are not dates.
READS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
    "time.strftime",
    "time.tzname",
    "time.timezone",
}

ALLOWED = {
    "bot/config/clock.py": "the one clock",
    "bot/playground/fake_telegram/__main__.py": "the fake alone, which never heard of Limber",
    "tests/bench/__main__.py": "writes when it was measured",
    "tests/bench/alarms.py": "APScheduler alone, which knows no clock but the machine's",
    "tests/bench/bots/limber.py": "a moved clock for a process that is measured",
    "tests/bench/contestants.py": "how far that clock is moved",
    "tests/bench/fanout.py": "measures other bots, which have the machine's clock",
    "tests/bench/lean.py": "stamps arrivals for processes that are measured",
    "tests/bench/planner.py": "APScheduler alone, which knows no clock but the machine's",
}


def reads(source: str) -> Iterator[str]:
    """Each place where the machine's date is read, as `line: what`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            name = ".".join([*ast.unparse(node.value).split(".")[-1:], node.attr])
            if name in READS:
                yield f"{node.lineno}: {name}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            for each in node.names:
                if f"time.{each.name}" in READS:
                    yield f"{node.lineno}: time.{each.name}"
        elif isinstance(node, ast.Call) and _asks_for_here(node):
            yield f"{node.lineno}: the machine's zone"


def _asks_for_here(call: ast.Call) -> bool:
    """`moment.astimezone()` with no zone means wherever the machine stands."""
    bare = not call.args and not call.keywords
    return bare and isinstance(call.func, ast.Attribute) and call.func.attr == "astimezone"


def test_only_the_clock_reads_the_clock():
    found = {
        path.relative_to(ROOT).as_posix(): places
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (places := list(reads(path.read_text(encoding="utf-8"))))
    }
    strangers = {name: places for name, places in found.items() if name not in ALLOWED}
    assert not strangers, "pass `now` in (bot/config/clock.py is the one clock)"
    assert found.keys() == ALLOWED.keys(), "strike from the list what reads no clock any more"


@pytest.mark.parametrize(
    "line",
    [
        "datetime.now(UTC)",
        "x = datetime.datetime.now",
        "dt.date.today()",
        "time.time()",
        "from time import monotonic, time",
        "moment.astimezone()",
    ],
)
def test_each_way_to_read_it_is_found(line: str):
    assert list(reads(line))


@pytest.mark.parametrize("line", ["clock.now()", "time.monotonic()", "moment.astimezone(UTC)"])
def test_what_is_given_is_fine(line: str):
    assert not list(reads(line))
