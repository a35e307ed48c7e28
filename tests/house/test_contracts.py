"""The rules of the house hold, and each one can fail."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "content", "scheduler", "storage", "tests")

# Where a line is planted, the line, and the contract that has to break.
VIOLATIONS = [
    (
        "content/catalog/guide.py",
        "import bot.dispatch.reply",
        "bot -> storage -> scheduler -> content",
    ),
    (
        "scheduler/calendar/days.py",
        "import storage.store",
        "bot -> storage -> scheduler -> content",
    ),
    ("content/catalog/guide.py", "import telegram", "telegram stays in bot"),
    ("content/catalog/guide.py", "import content.screening.screen", "rooms of content"),
    (
        "content/coaching/session/plan.py",
        "import content.language.tokens",
        "coaching takes from words only what a message wants",
    ),
    (
        "content/intents/answers/readers/kit.py",
        "import content.intents.answers.readers.days",
        "readers of answers know nothing of each other",
    ),
    (
        "content/pictures/scene.py",
        "import content.intents.meaning",
        "pictures stand on the catalogue",
    ),
    (
        "content/audio/script.py",
        "import content.wording.messages",
        "the audio stands on the catalogue",
    ),
    ("content/pictures/posture/space.py", "import content.pictures.scene", "rooms of pictures"),
    ("content/coaching/soreness.py", "import content.coaching.session.plan", "rooms of coaching"),
    ("scheduler/calendar/days.py", "import scheduler.planning.planner", "rooms of scheduler"),
    ("bot/services/reminding/schedule.py", "import sqlalchemy", "sqlalchemy stays in storage"),
    ("scheduler/calendar/days.py", "import apscheduler", "apscheduler is in one file"),
    (
        "bot/services/reminding/schedule.py",
        "import tests.support.chat",
        "nothing reaches into tests",
    ),
    ("storage/database/engine.py", "import storage.store", "rooms of storage"),
    ("bot/services/reminding/schedule.py", "import bot.views.fallback", "layers of bot"),
    ("bot/views/fallback.py", "import bot.services.reminding.schedule", "layers of bot"),
    ("bot/dispatch/dispatcher.py", "import bot.services.reminding.schedule", "layers of bot"),
    ("bot/gateway/inbox.py", "import bot.dispatch.dispatcher", "layers of bot"),
    ("bot/operations/health.py", "import bot.delivery.sender", "layers of bot"),
    ("bot/listening/sound.py", "import bot.gateway.client", "layers of bot"),
    (
        "bot/listening/recogniser.py",
        "import content.screening.screen",
        "who listens understands nothing",
    ),
    ("bot/handlers/log/done.py", "import bot.handlers.guide.summary", "capabilities of bot"),
    ("bot/handlers/plain_words.py", "import bot.handlers.log.done", "capabilities of bot"),
    ("bot/handlers/fallback.py", "import bot.handlers.router", "capabilities of bot"),
    (
        "bot/services/reminding/schedule.py",
        "import bot.playground.clock",
        "only the command line opens the playground",
    ),
    (
        "bot/playground/play.py",
        "import bot.services.reminding.schedule",
        "the playground knows no handler, view or service",
    ),
    ("bot/playground/clock.py", "import bot.playground.page", "rooms of the playground"),
    (
        "bot/playground/fake_telegram/server.py",
        "import bot.config.settings",
        "the fake Telegram never heard of Limber",
    ),
    (
        "bot/playground/fake_telegram/state/chats.py",
        "import bot.playground.fake_telegram.methods.register",
        "rooms of the fake Telegram",
    ),
    (
        "bot/playground/fake_telegram/rules/errors.py",
        "import bot.playground.fake_telegram.rules.strict",
        "no circle in bot, scheduler and storage",
    ),
    (
        "bot/services/reminding/desk_breaks.py",
        "import bot.services.reminding.schedule",
        "no circle in bot, scheduler and storage",
    ),
    (
        "bot/playground/clock.py",
        "import bot.values.offer",
        "the playground knows no handler, view or service",
    ),
]


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo"],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )


def copied(house: Path) -> Path:
    for room in ROOMS:
        skip = shutil.ignore_patterns("__pycache__", "*.tsv", "static")
        shutil.copytree(ROOT / room, house / room, ignore=skip)
    shutil.copy(ROOT / "pyproject.toml", house)
    return house


def test_the_house_as_it_is_keeps_every_contract(tmp_path: Path):
    answer = lint(copied(tmp_path))
    assert answer.returncode == 0, answer.stdout
    assert "0 broken" in answer.stdout


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is told of a copy in which all lines are planted: one look at it instead of thirty."""
    house = copied(tmp_path_factory.mktemp("house"))
    for place, line, _ in VIOLATIONS:
        with (house / place).open("a") as file:
            file.write(f"{line}\n")
    answer = lint(house)
    assert answer.returncode == 1, answer.stdout
    return answer.stdout


@pytest.mark.parametrize(("place", "line", "contract"), VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(report: str, place: str, line: str, contract: str):
    assert f"{contract} BROKEN" in report
    section = report.split(f"\n{contract}\n{'-' * len(contract)}\n")[1]
    module = place.removesuffix(".py").replace("/", ".")
    package, _, leaf = module.rpartition(".")
    circle = rf"cycles are allowed in {re.escape(package)}\.\s.*\.{leaf}\b"  # told by its folder
    assert re.search(rf"\b{re.escape(module)}\b|{circle}", section, re.DOTALL), section


def test_every_contract_is_seen_to_break():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = {each["name"] for each in told["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for _, _, contract in VIOLATIONS}
