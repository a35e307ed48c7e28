"""deploy/faults.md: what operators do by accident, with the line that they read and its code."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli.main import main
from tests.support.transcript import same_as_kept
from tests.unit.operators.test_operator_faults import AWAY, REFUSED, TOKEN, Plant, named

PAGE = Path(__file__).parents[3] / "deploy" / "faults.md"
HEAD = """# Faults of operators

What is wrong, the one line that says so, and the exit code: 2 has to be mended, and systemd \
leaves Limber down; 1 failed now and may pass. This page is written by the test that plants them \
(`make transcripts`).

| what is wrong | the line | code |
| --- | --- | --- |
"""
AT_WORK = {
    "`limber forecast`, while the database is away": (named(database_url=AWAY), "forecast"),
    "`limber outbox list`, while the database is away": (
        named(database_url=AWAY),
        "outbox list",
    ),
    "`limber db backup`, in a folder without a database": (named(), "db backup copy.db"),
    "`limber db restore` of a file that is not there": (named(), "db restore copy.db"),
    "`limber announce` of a file that is not there": (named(), "announce news.html"),
    "a command is mistyped": (named(), "forcast"),
}
ALL = {**{what: (plant, "run") for what, (plant, _) in REFUSED.items()}, **AT_WORK}
Told = Callable[[str, Plant, str], str]


@pytest.fixture
def row(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Told]:
    """Plants it in a folder of its own, and gives its row of the page."""

    def told(what: str, plant: Plant, words: str) -> str:
        folder = tmp_path_factory.mktemp("planted")
        with monkeypatch.context() as here:
            here.chdir(folder)
            here.setenv("LIMBER_BOT_TOKEN", TOKEN)
            for name, text in plant(folder).items():
                here.setenv(name, text)
            code = _code(words)
        line = capsys.readouterr().err.strip().rpartition("\n")[2]
        line = line.replace(str(folder), "/run/secrets").replace("|", "\\|")
        return f"| {what} | `{line}` | {code} |"

    return told


def _code(words: str) -> int:
    try:
        return main(words.split())
    except SystemExit as ended:  # of the reader of command lines
        return int(ended.code or 0)


def test_the_page_says_what_operators_read(row: Told):
    rows = [row(what, plant, words) for what, (plant, words) in ALL.items()]
    same_as_kept(PAGE, HEAD + "\n".join(rows) + "\n")
