"""`limber doctor`: a line for each part, 1 when one does not work; nothing is made by it."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.config.clock import real_now
from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.doors.http import serve
from storage.database.engine import open_engine
from storage.database.schema import HEAD, downgrade, upgrade
from tests.support.clock import TickingClock
from tests.support.postgres import Server

PARTS = ("settings", "content", "pictures", "voice", "hearing", "disk", "database")
PARTS += ("telegram", "clock", "updates")


@pytest.fixture
def _without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where they are not installed: to draw one takes seconds."""
    monkeypatch.setattr("bot.cli.doctor.can_draw", lambda: False)


quickly = pytest.mark.usefixtures("_without_pictures")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A whole one, where Limber looks for it."""
    file = tmp_path / "data" / "limber.db"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


def examined(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """The exit code, and what it says of each part."""
    code = main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    return code, {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}


def test_each_part_has_a_line(capsys: pytest.CaptureFixture[str], database: Path):
    code, told = examined(capsys)
    assert code == 0
    assert tuple(told) == PARTS
    assert all(line.startswith("ok: ") for line in told.values())
    assert told["voice"].startswith("ok: hibari 0.2")
    assert told["pictures"].startswith("ok: one was drawn")
    assert told["database"] == f"ok: sqlite at {HEAD}, 0 MB, and 0 MB in its log of writes"


@quickly
def test_it_makes_nothing_and_nothing_yet_is_a_failure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    code, told = examined(capsys)
    assert code == 1
    assert "FAILED: the database: there is nothing yet at data/limber.db" in told["database"]
    assert list(tmp_path.iterdir()) == []


@quickly
def test_it_leaves_a_database_as_it_is(capsys: pytest.CaptureFixture[str], database: Path):
    def seen() -> dict[str, bytes]:
        return {each.name: each.read_bytes() for each in database.parent.iterdir()}

    before = seen()
    assert examined(capsys)[0] == 0
    assert seen() == before


@quickly
def test_it_tells_what_upgrades_an_older_file(capsys: pytest.CaptureFixture[str], database: Path):
    engine = open_engine(f"sqlite:///{database}")
    downgrade(engine, "0005")
    engine.dispose()
    code, told = examined(capsys)
    assert code == 0
    assert f"at 0005, this version needs {HEAD}; the next `limber run`" in told["database"]


@quickly
def test_it_tells_of_a_damaged_file(capsys: pytest.CaptureFixture[str], database: Path):
    with database.open("r+b") as pages:
        pages.seek(8192)
        pages.write(b"\xa5" * 20_000)
    code, told = examined(capsys)
    assert code == 1
    assert "is damaged" in told["database"]


@quickly
def test_it_tells_of_a_log_of_writes_that_nobody_empties(
    capsys: pytest.CaptureFixture[str], database: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.cli.doctor.LONGEST_LOG", 0)
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("CREATE TABLE much (words)")
        writer.execute("INSERT INTO much VALUES (zeroblob(2000000))")
        writer.commit()
        code, told = examined(capsys)
    assert code == 1
    assert "limber.db-wal has 1 MB" in told["database"]


@quickly
def test_it_tells_of_a_disk_that_is_nearly_full(
    capsys: pytest.CaptureFixture[str], database: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.cli.doctor.LEAST_DISK", 1 << 40)
    code, told = examined(capsys)
    assert code == 1
    assert "MB free for" in told["disk"]


def test_it_tells_of_pictures_that_can_not_be_drawn(
    capsys: pytest.CaptureFixture[str], database: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.cli.doctor.A_CARD", "no-such-card")
    code, told = examined(capsys)
    assert code == 1
    assert told["pictures"].startswith("FAILED: ")


@quickly
@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("postgresql://x:hunter2@127.0.0.1:9/limber", "nothing listens at that host and port"),
        ("postgresql://x:hunter2@no-such-host.invalid/x", "nobody knows a host of that name"),
        ("postgresql://limber@/nosuch?{rest}", "there is no database of that name"),
        ("postgresql://hunter2@/postgres?{rest}", "there is no such user"),
        ("postgresql://limber@/postgres?{rest}", "it is at nothing yet"),
    ],
)
def test_it_says_which_part_of_the_url_is_wrong(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    postgres_server: Server,
    url: str,
    wrong: str,
):
    rest = postgres_server.url("x").partition("?")[2]
    monkeypatch.setenv("LIMBER_DATABASE_URL", url.format(rest=rest))
    code, told = examined(capsys)
    assert code == 1
    assert wrong in told["database"]
    assert not any("hunter2" in line for line in told.values())


@quickly
@pytest.mark.parametrize(("off", "code"), [(0, 0), (40, 1)])
async def test_the_clock_is_held_against_telegrams(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    database: Path,
    off: int,
    code: int,
):
    def now() -> datetime:
        return real_now() - timedelta(seconds=off)

    monkeypatch.setattr("bot.cli.doctor.real_now", now)
    fake = FakeTelegram(now=TickingClock().now)
    async with serve(fake) as url:
        monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
        monkeypatch.setenv("LIMBER_API_URL", url)
        assert await asyncio.to_thread(main, ["doctor"]) == code
    told = capsys.readouterr().out
    assert ("turn on NTP" in told) is bool(code)
    await fake.close()


@quickly
def test_doctor_says_who_reads_aloud_or_that_nobody_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], database: Path
):
    monkeypatch.setenv("LIMBER_VOICE", "no-such-program -o {wav}")
    assert main(["doctor"]) == 1
    assert "voice     FAILED: LIMBER_VOICE names nobody who is there" in capsys.readouterr().out
    monkeypatch.delenv("LIMBER_VOICE")
    monkeypatch.setattr("content.audio.voice.NEEDED", ("no_such_package",))
    assert main(["doctor"]) == 0
    assert "voice     ok: none" in capsys.readouterr().out


@quickly
def test_a_voice_that_is_none_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LIMBER_VOICE", "piper --file out")
    assert main(["doctor"]) == 2
    assert "LIMBER_VOICE: it should be" in capsys.readouterr().err


@quickly
def test_doctor_says_how_voice_messages_are_heard(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    main(["doctor"])
    assert "hearing   ok: the weights are Systran/faster-whisper-tiny.en" in capsys.readouterr().out
    monkeypatch.setattr("bot.cli.doctor.can_listen", lambda folder: False)
    main(["doctor"])
    assert "hearing   ok: not installed" in capsys.readouterr().out
