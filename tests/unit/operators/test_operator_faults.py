"""Faults that an operator plants by accident: each is one line with the mend, and an exit code.

2 is what has to be mended and won't pass; 1 is what failed now; what may pass is waited for.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.main import main
from storage.database.engine import open_engine
from storage.database.reasons import reason
from storage.database.schema import upgrade
from storage.database.sole_use import note_use, sole_use
from tests.support import processes
from tests.support.postgres import Server

ROOT = Path(__file__).parents[3]
TOKEN = "1:hunter2"
AWAY = "postgresql://x:hunter2@127.0.0.1:9/limber"
# Root may write anywhere; without these rights it is like everybody else.
AS_OTHERS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
SMALL = ("prlimit", "--fsize=20000")  # files end there, as on a disk that is full

Plant = Callable[[Path], Mapping[str, str]]


def database(folder: Path) -> Path:
    """A whole one, where Limber looks for it."""
    file = folder / "data" / "limber.db"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


def named(**settings: str) -> Plant:
    return lambda _folder: {f"LIMBER_{name.upper()}": text for name, text in settings.items()}


def token_file(text: str | None) -> Plant:
    def plant(folder: Path) -> Mapping[str, str]:
        if text is not None:
            (folder / "token").write_text(text)
        return {"LIMBER_BOT_TOKEN": "", "LIMBER_BOT_TOKEN_FILE": str(folder / "token")}

    return plant


def content_of(data: bytes) -> Plant:
    def plant(folder: Path) -> Mapping[str, str]:
        (folder / "data").mkdir()
        (folder / "data" / "limber.db").write_bytes(data)
        return {}

    return plant


def data_dir_is_a_file(folder: Path) -> Mapping[str, str]:
    (folder / "data").write_text("")
    return {}


def database_is_a_folder(folder: Path) -> Mapping[str, str]:
    (folder / "data" / "limber.db").mkdir(parents=True)
    return {}


def damaged(folder: Path) -> Mapping[str, str]:
    file = database(folder)
    with file.open("r+b") as pages:
        pages.seek(8192)
        pages.write(b"\xa5" * 20_000)
    return {}


def cut_off(folder: Path) -> Mapping[str, str]:
    os.truncate(database(folder), 30_000)
    return {}


def removed(folder: Path) -> Mapping[str, str]:
    file = database(folder)
    with sole_use(f"sqlite:///{file}"):
        note_use(f"sqlite:///{file}")
    file.unlink()
    return {}


def socks(_folder: Path) -> Mapping[str, str]:
    return {"HTTPS_PROXY": "", "https_proxy": "", "ALL_PROXY": "socks5://127.0.0.1:1080"}


REFUSED = {
    "the token is no token": (named(bot_token="nonsense"), "LIMBER_BOT_TOKEN: it should look like"),
    "a line break after the token": (
        named(bot_token=f"{TOKEN}\n"),
        "LIMBER_BOT_TOKEN: it has a space at an end",
    ),
    "a line break inside of the token": (
        named(bot_token="1:hun\nter2"),
        "LIMBER_BOT_TOKEN: it has a space at an end",
    ),
    "quotes around the token": (
        named(bot_token=f'"{TOKEN}"'),
        "LIMBER_BOT_TOKEN: it has quotes around it",
    ),
    "a setting is misspelt": (
        named(bot_tokn=TOKEN),
        "LIMBER_BOT_TOKN: there is no such setting; did you mean",
    ),
    "the name of a secret's file is misspelt": (
        named(database_url_fil="x"),
        "did you mean LIMBER_DATABASE_URL_FILE?",
    ),
    "`postgres://` in the URL": (
        named(database_url="postgres://x:hunter2@db/x"),
        "write postgresql://",
    ),
    "the token is set twice": (named(bot_token_file="x"), "LIMBER_BOT_TOKEN_FILE is set as well"),
    "the token's file is not there": (token_file(None), "LIMBER_BOT_TOKEN_FILE: "),
    "the token's file is empty": (token_file("\n"), "token is empty"),
    "the token's file holds something else": (
        token_file("hunter2"),
        "LIMBER_BOT_TOKEN: it should look like",
    ),
    "the data folder is a file": (
        data_dir_is_a_file,
        "LIMBER_DATA_DIR: data is a file; it should",
    ),
    "the database is a folder": (database_is_a_folder, "limber.db is a folder"),
    "the database is an empty file": (
        content_of(b""),
        "limber.db is empty; put a backup in its place",
    ),
    "the database is another kind of file": (
        content_of(b"hunter2" * 900),
        "limber.db is no SQLite database",
    ),
    "the database is damaged": (damaged, "limber.db is damaged; put a backup in its place"),
    "the database is cut off": (cut_off, "limber.db is damaged; put a backup in its place"),
    "the database was removed": (removed, "limber.db is gone, though Limber has run here"),
    "a SOCKS proxy": (socks, "ALL_PROXY: it should be http://host:port"),
}


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., tuple[int, str]]:
    """A command with what was planted: its exit code and its one line."""
    monkeypatch.setenv("LIMBER_BOT_TOKEN", TOKEN)

    def command(plant: Plant, *words: str) -> tuple[int, str]:
        for name, text in plant(tmp_path).items():
            monkeypatch.setenv(name, text)
        code, error = main(words), capsys.readouterr().err
        assert error.count("\n") == 1, error
        assert "Traceback" not in error
        assert "hunter2" not in error
        return code, error

    return command


@pytest.mark.parametrize(("plant", "line"), REFUSED.values(), ids=REFUSED.keys())
def test_what_will_not_pass_is_one_line_and_2(run, plant: Plant, line: str):
    code, error = run(plant, "run")
    assert code == 2
    assert line in error


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("postgresql://limber@/nosuch?{rest}", "there is no database of that name"),
        ("postgresql://hunter2@/postgres?{rest}", "there is no such user"),
        ("postgresql://limber@/postgres?{rest}", "run `limber db upgrade`"),
    ],
)
def test_a_wrong_name_in_the_url_is_one_line_and_2(
    run, postgres_server: Server, url: str, line: str
):
    rest = postgres_server.url("x").partition("?")[2]
    code, error = run(named(database_url=url.format(rest=rest)), "run")
    assert code == 2
    assert line in error


@pytest.mark.parametrize("words", [("forecast",), ("outbox", "list"), ("db", "upgrade")])
def test_a_command_while_the_database_is_away_is_one_line_and_1(run, words: tuple[str, ...]):
    code, error = run(named(database_url=AWAY), *words)
    assert code == 1
    assert "can't be reached (nothing listens at that host and port)" in error


@pytest.mark.parametrize("words", [("forecast",), ("outbox", "list"), ("db", "backup", "x.db")])
def test_a_look_makes_no_database(run, tmp_path: Path, words: tuple[str, ...]):
    code, error = run(named(), *words)
    assert code == 2
    assert "there is none at data/limber.db" in error
    assert list(tmp_path.iterdir()) == []


def process(folder: Path, *before: str, **settings: str) -> subprocess.Popen[str]:
    """`limber run` by itself, where its rights and its disk can be taken away."""
    own = {"LIMBER_BOT_TOKEN": TOKEN, "LIMBER_API_URL": "http://127.0.0.1:9", **settings}
    return processes.start(
        [*before, sys.executable, "-m", "bot", "run"],
        cwd=folder,
        env={**os.environ, **own, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )


def as_others() -> tuple[str, ...]:
    return AS_OTHERS if os.geteuid() == 0 and shutil.which("setpriv") else ()


@pytest.mark.parametrize(
    ("path", "mode", "line"),
    [
        ("data/limber.db", 0o400, "limber.db can't be written; give it to who runs Limber"),
        ("data/limber.db", 0o000, "limber.db can't be read"),
        ("data", 0o500, "LIMBER_DATA_DIR: nobody may write in data"),
    ],
)
def test_what_may_not_be_written_is_one_line_and_2(tmp_path: Path, path: str, mode: int, line: str):
    database(tmp_path)
    (tmp_path / "data" / "limber.db-wal").unlink(missing_ok=True)
    processes.give_content(tmp_path)
    try:
        (tmp_path / path).chmod(mode)
        running = process(tmp_path, *as_others())
        error = running.communicate(timeout=processes.PATIENCE)[1]
    finally:
        (tmp_path / path).chmod(0o700)
    assert (running.returncode, error.count("\n")) == (2, 1), error
    assert line in error


def first_line(running: subprocess.Popen[str]) -> str:
    assert running.stderr
    line = running.stderr.readline()
    while "pictures" in line or "install" in line:
        line = running.stderr.readline()
    return line


def test_a_database_that_is_away_at_the_start_is_waited_for(tmp_path: Path):
    running = process(tmp_path, LIMBER_DATABASE_URL=AWAY)
    line = first_line(running)
    assert "the database does not answer" in line
    assert "nothing listens at that host and port" in line
    assert "hunter2" not in line
    assert running.poll() is None


def test_a_disk_that_is_full_at_the_start_is_waited_for(tmp_path: Path):
    running = process(tmp_path, *SMALL)
    line = first_line(running)
    assert "the disk is full" in line or "the disk does not work" in line
    assert running.poll() is None


def test_a_database_that_is_locked_at_the_start_is_waited_for(tmp_path: Path):
    with closing(sqlite3.connect(database(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        running = process(tmp_path)
        assert "another process has locked it" in first_line(running)
        other.execute("ROLLBACK")
    assert running.stderr
    assert "the database answers again" in first_line(running)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('FATAL:  password authentication failed for user "x"', "password is refused"),
        ("fe_sendauth: no password supplied", "password is refused"),
        ('FATAL:  database "limbr" does not exist', "no database of that name"),
        ('FATAL:  role "limbr" does not exist', "no such user"),
        ('could not translate host name "db" to address: Name not known', "host of that name"),
        ("[Errno -2] Name or service not known", "host of that name"),
        ("connection to server at 10.0.0.1, port 1 failed: Connection refused", "host and port"),
        ("connection timeout expired", "the host does not answer"),
        ("FATAL:  the database system is starting up", "starting or stopping"),
        ("FATAL:  sorry, too many clients already", "no connection free"),
        ('could not extend file "base/1": No space left on device', "disk is full"),
        ("attempt to write a readonly database", "can't be written"),
        ("database disk image is malformed", "damaged"),
        ("row hunter2 is odd", "the connection broke"),
    ],
)
def test_what_a_driver_says_is_told_in_our_words(said: str, meant: str):
    found = reason(RuntimeError(said))
    assert meant in found.words
    assert "limbr" not in found.words
