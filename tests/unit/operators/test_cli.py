"""The command line as an operator meets it: plain lines, exit codes 0, 1 and 2."""

import socket
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.config.settings import Settings, read_settings, settings_from, unknown
from content.language.lexicon import LexiconError
from content.pictures.output.sheets import drawings
from storage.database.engine import open_engine
from storage.database.schema import HEAD, current, downgrade
from storage.database.sole_use import sole_use

VERBS = ["run", "playground", "content", "doctor", "db", "outbox", "forecast"]


def test_help_explains_each_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert [verb for verb in VERBS if f"\n    {verb}" not in shown] == []


@pytest.mark.parametrize("words", [[], ["dance"], ["content"], ["playground", "--port", "x"]])
def test_bad_usage_is_2(words: list[str]):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("BOT_TOKEN", "nonsense", "BotFather"),
        ("API_URL", "localhost:8081", "http://host:port"),
        ("SEND_RATE", "fast", "number"),
        ("SEND_RATE", "0", "up to 100000"),
        ("LOG_LEVEL", "loud", "DEBUG"),
        ("DATABASE_URL", "mysql://root:hunter2@db/limber", "sqlite and postgresql"),
        ("DATABASE_URL", "not a url", "database URL"),
        ("ADMINS", "me", "integer"),
        ("VOICE_MODEL", "/nowhere", "a folder with model.bin"),
        ("LISTEN", "8080", "host:port"),
        ("LISTEN", "127.0.0.1:99999", "host:port"),
        ("WEBHOOK_URL", "http://bot.example.org/telegram", "https://"),
        ("WEBHOOK_URL", "https://bot.example.org:8081/telegram", "8443"),
        ("WEBHOOK_URL", "https://bot.example.org/1:TEST", "no secret"),
        ("WEBHOOK_URL", "https://bot.example.org/health", "of its own"),
        ("WEBHOOK_URL", "https://root:hunter2@bot.example.org/x", "https://host/path"),
        ("WEBHOOK_SECRET", "hunter2!", "A-Z, a-z, 0-9, _ and -"),
        ("WEBHOOK_SECRET", "hunter2" * 40, "1 to 256"),
    ],
)
def test_wrong_configuration_is_one_line_and_2(
    name: str,
    value: str,
    mend: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setenv(f"LIMBER_{name}", value)
    assert main(["run"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"LIMBER_{name}" in error
    assert mend in error
    assert "hunter2" not in error


def test_webhook_mode_needs_a_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setenv("LIMBER_WEBHOOK_URL", "https://bot.example.org/telegram")
    assert main(["run"]) == 2
    assert "LIMBER_WEBHOOK_SECRET: webhook mode needs it" in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_line_and_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
        monkeypatch.setenv("LIMBER_LISTEN", address)
        assert main(["run"]) == 2
    error = capsys.readouterr().err
    assert f"LIMBER_LISTEN: {address} can't be used: another program listens there" in error
    assert "Traceback" not in error


def test_a_second_process_on_one_file_is_one_line_and_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    database = f"sqlite:///{tmp_path / 'data' / 'limber.db'}"
    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setenv("LIMBER_DATABASE_URL", database)
    with sole_use(database):
        assert main(["run"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "another Limber runs on" in error
    with sole_use(database):  # whoever is gone holds it no more
        pass


def test_db_upgrade_mends_what_run_refuses(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    engine = open_engine(database_url)
    downgrade(engine, "base")
    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setenv("LIMBER_DATABASE_URL", database_url)
    if engine.dialect.name == "postgresql":
        assert main(["run"]) == 2
        assert "limber db upgrade" in capsys.readouterr().err
    assert main(["db", "upgrade"]) == 0
    assert current(engine) == HEAD
    engine.dispose()


def test_content_show_prints_the_card_as_the_chat_does(capsys: pytest.CaptureFixture[str]):
    assert main(["content", "show", "couch-stretch"]) == 0
    shown = capsys.readouterr().out
    assert "Couch stretch" in shown
    assert "Next ›" in shown
    assert "page 2 of 2" in shown
    assert "<b>" not in shown


def test_content_show_offers_the_nearest_names(capsys: pytest.CaptureFixture[str]):
    assert main(["content", "show", "couch-strech"]) == 2
    assert "couch-stretch" in capsys.readouterr().err


def test_content_gallery_is_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.cli.content_commands.drawings", lambda ids: drawings(ids[:5]))
    assert main(["content", "gallery", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "index.html").read_text()
    assert "Couch stretch" in page
    assert page.count("data:image/svg+xml") == 5
    assert "http" not in page.replace("http-equiv", "")


def test_content_handout_names_the_programmes_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.cli.content_commands.drawings", lambda ids: drawings(ids[:1]))
    assert main(["content", "handout", "strong", str(tmp_path / "out.html")]) == 2
    assert "strong-hips" in capsys.readouterr().err
    assert main(["content", "handout", "strong-hips", str(tmp_path / "no" / "out.html")]) == 2
    assert "No such file" in capsys.readouterr().err
    assert main(["content", "handout", "strong-hips", str(tmp_path / "out.html")]) == 0
    assert "<title>Strong hips</title>" in (tmp_path / "out.html").read_text()


def test_a_typo_in_the_lexicon_stops_the_start_with_its_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def broken(**_: object) -> None:
        raise LexiconError("lexicon/areas.yaml: planted. Mend: remove it.")

    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setattr("bot.app.composition.load_content", broken)
    assert main(["run"]) == 2
    assert "lexicon/areas.yaml" in capsys.readouterr().err


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / ".env").write_text(
        "LIMBER_SEND_RATE=7\nLIMBER_ADMINS=1, 2\nLIMBER_DATA_DIR='my data'\nPATH=x\n"
    )
    monkeypatch.setenv("LIMBER_SEND_RATE", "9")
    monkeypatch.setenv("LIMBER_ADMINS", "")
    read = read_settings()
    assert read == Settings(send_rate=9, admins=frozenset({1, 2}), data_dir=Path("my data"))
    assert read.database == "sqlite:///my data/limber.db"


def test_settings_do_not_show_their_secrets():
    secrets = {"bot_token": "1:TOKEN", "database_url": "sqlite:///x", "webhook_secret": "hush"}
    assert not any(secret in repr(Settings(**secrets)) for secret in secrets.values())


def test_a_name_like_ours_that_is_no_slip_is_named_and_left_alone():
    given = {"LIMBER_CHECKOUT": "/opt/limber", "LIMBER_SEND_RATE": "7", "LIMBER_REPLICAS": "3"}
    assert settings_from(given) == Settings(send_rate=7)
    assert unknown(given) == ["LIMBER_CHECKOUT"]
