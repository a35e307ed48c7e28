"""What deploy/ names has to exist: settings, commands, ports, paths, figures, alarms."""

import asyncio
import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from bot.cli.main import parser
from bot.config.settings import Settings, names
from bot.operations.health import Health
from bot.operations.metrics import REGISTRY
from storage.queries.operations import Operations
from storage.queries.outbox import OutboxMessage
from storage.store import Store
from tests.house.seccomp import RESOURCES
from tests.support import postgres
from tests.unit.storage.test_store import NOW

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PAGES = [ROOT / "README.md", DEPLOY / "README.md", DEPLOY / "runbook.md"]
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
ALARMS = yaml.safe_load((DEPLOY / "prometheus" / "alarms.yml").read_text())
DASHBOARD = json.loads((DEPLOY / "grafana" / "limber.json").read_text())
NAMES = {*names()}
SETTINGS = {f"LIMBER_{name.upper()}" for name in Settings.__dataclass_fields__}
OF_COMPOSE = {"LIMBER_REPLICAS"}  # read by compose, not by Limber

# The checkout is installed here as well, and in the container it is not.
FROM_THERE = """
import importlib.metadata, sys
found = importlib.metadata.Distribution.from_name
def without_limber(name):
    return found("not-there" if name == "limber" else name)
importlib.metadata.Distribution.from_name = without_limber
from bot.cli.main import main
import bot.app
import bot.cli.content_commands
bot.cli.content_commands.looks = lambda path: []  # slow, and one picture shows that it draws
code = main(["content", "show", "couch-stretch", "--picture", "still.png"])
code += main(["content", "check", sys.argv[1] + "/app/content/library/cards/couch-stretch.yaml"])
rooms = [sys.modules[name] for name in ("bot", "content", "scheduler", "storage")]
print("elsewhere:", [each.__name__ for each in rooms if not each.__file__.startswith(sys.argv[1])])
sys.exit(code)
"""


DRAWING = """
import asyncio
from content.pictures.output.studio import PictureKind, drawers, make
from content.workers.processes import Workers


async def draw():
    workers = Workers(drawers)
    assert await workers.run(make, "couch-stretch", None, PictureKind.STILL)
    workers.stop()
    print("drawn")


if __name__ == "__main__":
    asyncio.run(draw())
"""


def text(name: str) -> str:
    return (DEPLOY / name).read_text()


def files() -> Iterator[Path]:
    """All but the page of faults, which misspells some names."""
    kinds = {".md", ".yaml", ".yml", ".json", ".service", ""}
    yield from (
        path
        for path in DEPLOY.rglob("*")
        if path.is_file() and path.suffix in kinds and path.name != "faults.md"
    )
    yield ROOT / "README.md"


@pytest.mark.parametrize("path", [*files()], ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path):
    named = set(re.findall(r"LIMBER_[A-Z_]+[A-Z]", path.read_text()))
    assert named - NAMES - OF_COMPOSE == set()


def test_every_setting_is_explained():
    readme = PAGES[0].read_text()
    assert [name for name in SETTINGS if f"| `{name}` |" not in readme] == []


def lines(page: str, pattern: str) -> list:
    return re.findall(pattern, page, re.MULTILINE)


def commands() -> Iterator[str]:
    """What operators are told to type, and what containers and systemd start."""
    for page in PAGES:
        yield from lines(page.read_text(), r"`limber ([^`]+)`")
        yield from lines(page.read_text(), r"^    (?:\S*/)?limber ([a-z].*)$")
    for service in ("upgrade", "limber"):
        yield shlex.join(COMPOSE["services"][service]["command"])
    for unit in ("limber.service", "limber-backup.service"):
        yield from lines(text(unit), r"^ExecStart=\S+ -m bot (.*)$")
    (words,) = lines(text("Containerfile"), r"^CMD (.*)$")
    yield shlex.join(json.loads(words))


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_that_is_named_is_understood(command: str):
    if command != "--help":
        assert parser().parse_args(shlex.split(command)).do


def test_commands_are_found_where_they_are_written():
    assert {
        "run",
        "db upgrade",
        "outbox replay --all",
        "db backup /var/lib/limber/limber-monday.db",
    } <= {*commands()}


def figures_named() -> set[str]:
    queries = [rule["expr"] for group in ALARMS["groups"] for rule in group["rules"]]
    queries += [each["expr"] for panel in DASHBOARD["panels"] for each in panel["targets"]]
    queries.append(text("runbook.md"))
    return {name for query in queries for name in re.findall(r"\b(?:limber|process)_\w+", query)}


def test_every_figure_that_is_named_exists():
    families = list(REGISTRY.collect())
    made = {family.name + suffix for family in families for suffix in ("", "_total", "_bucket")}
    assert figures_named() - made == set()


def test_every_alarm_says_what_to_do():
    named = {rule["alert"] for group in ALARMS["groups"] for rule in group["rules"]}
    assert set(lines(text("runbook.md"), r"^### (\w+)$")) == named


def test_ports_and_paths_agree(monkeypatch: pytest.MonkeyPatch):
    environment = COMPOSE["x-limber"]["environment"]
    port = environment["LIMBER_LISTEN"].rpartition(":")[2]
    assert f"port {port}" in text("Caddyfile")
    assert f"LIMBER_LISTEN=0.0.0.0:{port}" in text("Containerfile")
    scraped = yaml.safe_load(text("prometheus/prometheus.yml"))["scrape_configs"][0]
    (lookup,) = scraped["dns_sd_configs"]
    assert (lookup["names"], lookup["port"]) == (["limber"], int(port))
    assert "name limber" in text("Caddyfile")
    assert "limber" in COMPOSE["services"]
    path = environment["LIMBER_WEBHOOK_URL"].rpartition("}")[2]
    assert f"path {path}\n" in text("Caddyfile")
    answered = {route.path for route in Health(None, None, None, 1).routes}
    assert f"http://127.0.0.1:{port}/health" in text("Containerfile")
    assert {"/health", "/metrics"} == answered


def test_compose_names_volumes_files_and_services_that_exist():
    for name, service in COMPOSE["services"].items():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("."):
                assert (DEPLOY / source).exists(), (name, volume)
            else:
                assert source in COMPOSE["volumes"], (name, volume)
        assert set(service.get("depends_on", [])) <= set(COMPOSE["services"])
        assert "build" in service or re.search(r":[\w.-]*\d", service["image"]), name


def test_containers_can_write_nothing_and_become_nobody_else():
    for name in ("upgrade", "limber"):
        service = COMPOSE["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
    assert lines(text("Containerfile"), r"^USER limber$")
    assert "--require-hashes" in text("Containerfile")
    (pinned,) = lines(text("Containerfile"), r"^COPY (requirements\S*) /$")
    assert f"!{pinned}\n" in text("Containerfile.dockerignore")
    assert {"resvg-py", "prometheus-client", "psycopg-binary"} <= {
        *lines((ROOT / pinned).read_text(), r"^([\w-]+)==")
    }


def test_the_container_copies_all_that_limber_needs(tmp_path: Path):
    """The same files in an empty folder, with the same working directory and entry point."""
    for source, target in re.findall(
        r"^COPY (\w+) /app/(\w+)$", text("Containerfile"), re.MULTILINE
    ):
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / source, tmp_path / "app" / target, ignore=skip)
    (tmp_path / "data").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", FROM_THERE, str(tmp_path)],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "app")},
        cwd=tmp_path / "data",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-2:] == ["content is fine", "elsewhere: []"]


def test_the_unit_is_one_that_systemd_can_read():
    unit = configparser.RawConfigParser(strict=False, allow_no_value=False)
    unit.optionxform = str
    unit.read_string(text("limber.service"))
    service = dict(unit["Service"])
    assert service["RestartPreventExitStatus"] == "2"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"


def forbidden() -> list[str]:
    """The calls of @resources that the unit takes away and does not give back."""
    left = set(RESOURCES)
    for words in lines(text("limber.service"), r"^SystemCallFilter=([^~].*)$"):
        left -= set(words.split())
    return sorted(left)


def drawn_without(calls: Iterable[str], folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "draw.py").write_text(DRAWING)
    python, limits = sys.executable, ",".join(calls)
    return subprocess.run(
        [python, "-m", "tests.house.seccomp", limits, python, str(folder / "draw.py")],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_pictures_are_drawn_under_the_units_own_list_of_calls(tmp_path: Path):
    """In a process of their own, which stands back: each call that is not allowed kills it."""
    assert "~@privileged @resources" in text("limber.service")
    done = drawn_without(forbidden(), tmp_path)
    assert (done.returncode, done.stdout) == (0, "drawn\n"), done.stderr


def test_the_units_list_of_calls_is_held_against_what_drawing_needs(tmp_path: Path):
    """Without the line that gives calls back, nothing is drawn: so the test above can fail."""
    assert drawn_without(RESOURCES, tmp_path).returncode != 0


def test_the_unit_tries_again_for_ever_but_for_what_has_to_be_mended():
    assert lines(text("limber.service"), r"^StartLimitIntervalSec=0$")
    assert lines(text("limber.service"), r"^Restart=always$")
    assert lines(text("limber.service"), r"^RestartPreventExitStatus=2$")


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    links = re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


async def test_a_dump_of_postgresql_comes_back_whole(
    postgres_server: postgres.Server, tmp_path: Path
):
    """The two commands of deploy/README.md, with the tools that come with the server."""
    source = postgres_server.fresh("template_limber")
    postgres_server.execute("CREATE DATABASE restored")
    urls = [postgres_server.url(name) for name in (source, "restored")]
    store = Store(urls[0])

    def fill(work):
        work.runners.add(5, "Sam", NOW)
        work.outbox.post([OutboxMessage("send_message", {"text": "hi"}, chat_id=5)], NOW)

    await store.run(fill)
    before = await store.run(lambda work: Operations(work.transaction).figures(NOW))
    store.close()
    dump = tmp_path / "limber.dump"
    for typed in lines(text("README.md"), r"^    (pg_(?:dump|restore) .*)$"):
        tool, *words = shlex.split(typed)
        url = urls[0] if tool == "pg_dump" else urls[1]
        words = [
            word.replace("${DATABASE_URL:?}", url).replace("limber.dump", str(dump))
            for word in words
        ]
        command = [postgres.binaries() / tool, *words]
        await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
    restored = Store(urls[1])
    restored.ensure_tables()
    assert await restored.run(lambda work: Operations(work.transaction).figures(NOW)) == before
    assert (await restored.run(lambda work: work.runners.get(5))).name == "Sam"
    restored.close()
    postgres_server.drop("restored")
    postgres_server.drop(source)
