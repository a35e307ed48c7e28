"""The rules of the house hold, and each one can fail."""

import os
import shutil
import subprocess
import sys
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
        "content/pictures/scene.py",
        "import content.intents.meaning",
        "pictures stand on the catalogue",
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


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        skip = shutil.ignore_patterns("__pycache__", "*.tsv", "page")
        shutil.copytree(ROOT / room, copy / room, ignore=skip)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo"],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_house_as_it_is_keeps_every_contract(house: Path):
    answer = lint(house)
    assert answer.returncode == 0, answer.stdout
    assert "0 broken" in answer.stdout


@pytest.mark.parametrize(("place", "line", "contract"), VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(house: Path, place: str, line: str, contract: str):
    file = house / place
    clean = file.read_text()
    file.write_text(f"{clean}\n{line}\n")
    try:
        answer = lint(house)
    finally:
        file.write_text(clean)
    assert answer.returncode == 1, answer.stdout
    assert f"{contract} BROKEN" in answer.stdout
