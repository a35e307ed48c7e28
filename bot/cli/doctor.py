"""`limber doctor`: each part of Limber with its state, a line each. It makes nothing."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path

import aiohttp
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app import make_bot
from bot.cli.faults import BadStart, one_line
from bot.cli.terminal import say
from bot.config.clock import real_now
from bot.config.settings import Settings, read_settings
from bot.gateway.plain_faults import plainly
from bot.gateway.transport import proxy_fault
from bot.listening.listener import can_listen, can_watch
from bot.listening.weights import described
from bot.operations import log
from bot.operations.plain_text import single_line
from content.audio.voice import speaker
from content.bundle import load_content
from content.pictures.output.studio import PictureKind, can_draw, can_film, make
from content.workers.processes import Processes, Workers
from storage.database.schema import HEAD
from storage.database.sole_use import was_used
from storage.database.sqlite_file import (
    BadFile,
    check_content,
    check_folder,
    check_kept,
    file_of,
    revision,
    size_of_log,
)
from storage.store import Store

MEGABYTE = 1 << 20
LEAST_DISK = 200  # megabytes, below which a busy day may fill it
LONGEST_LOG = 256  # megabytes of the log of writes, which SQLite empties at four
ASTRAY = timedelta(seconds=10)  # by so much clocks may differ
PATIENCE = 10.0  # seconds
A_CARD = "couch-stretch"


def doctor() -> int:
    """1 when a part does not work."""
    settings = read_settings()
    checks: dict[str, Callable[[], str]] = {
        "settings": lambda: "read",
        "content": _content,
        "pictures": lambda: asyncio.run(_pictures()),
        "voice": lambda: _voice(settings),
        "hearing": lambda: _hearing(settings),
        "disk": lambda: _disk(settings),
        "database": lambda: _database(settings),
        "telegram": lambda: asyncio.run(_telegram(settings)),
        "clock": lambda: asyncio.run(_clock(settings)),
        "updates": lambda: asyncio.run(_updates(settings)),
    }
    return max([_examine(name, check) for name, check in checks.items()])


def _examine(name: str, check: Callable[[], str]) -> int:
    try:
        with one_line():
            found = check()
    except Exception as error:  # whatever is broken, the operator gets one line about it
        say(f"{name:9} FAILED: {single_line(log.redact(str(error) or type(error).__name__))}")
        return 1
    say(f"{name:9} ok: {found}")
    return 0


def _content() -> str:
    content = load_content()
    cards, unreviewed = len(content.library.cards), content.unreviewed(real_now().date())
    return f"{cards} cards, {cards - unreviewed} of them reviewed by a clinician"


async def _pictures() -> str:
    """One is drawn as it is for a runner: in a process of its own."""
    if not can_draw():
        return "not installed, cards come in words; limber[pictures] has them"
    workers = Workers(partial(Processes, 1))
    try:
        async with asyncio.timeout(6 * PATIENCE):
            drawn = await workers.run(make, A_CARD, None, PictureKind.STILL)
    finally:
        workers.stop()
    moving = "" if can_film() else "; they move with limber[film]"
    return f"one was drawn, {len(drawn) // 1024} kB{moving}"


def _voice(settings: Settings) -> str:
    """Who reads aloud. Nobody is fine too, unless the operator named somebody."""
    found = speaker(settings.voice)
    if found is None and settings.voice:
        raise BadStart("LIMBER_VOICE names nobody who is there; runners get the words to read")
    if found is None:
        return "none, so nothing is read aloud; install limber[voice] for it"
    return f"{found.name} {found.version}".rstrip()


def _hearing(settings: Settings) -> str:
    """Whether voice messages are understood, and by which weights."""
    if not can_listen(settings.voice_model):
        return "not installed, runners are asked to type; limber[voice] has it"
    films = "" if can_watch() else "; round videos need limber[film] as well"
    return f"{described(settings.voice_model)}{films}"


def _disk(settings: Settings) -> str:
    check_folder(settings.data_dir)
    folder = settings.data_dir.absolute()
    there = next(each for each in (folder, *folder.parents) if each.exists())
    free = shutil.disk_usage(there).free // MEGABYTE
    if free < LEAST_DISK:
        raise BadStart(f"{free} MB free for {folder}; make room, {LEAST_DISK} MB at least")
    return f"{free:,} MB free for {folder}"


def _database(settings: Settings) -> str:
    file = file_of(settings.database)
    if file:
        return _sqlite(file)
    with closing(Store(settings.database)) as store:
        found = store.revision()
    return f"postgresql at {_known(found)}"


def _sqlite(file: Path) -> str:
    check_kept(file, used_before=was_used(file))
    if not file.exists():
        raise BadFile(f"there is nothing yet at {file}; the first `limber run` makes it")
    check_content(file)
    waiting = size_of_log(file) // MEGABYTE
    if waiting > LONGEST_LOG:
        raise BadFile(f"{file}-wal has {waiting} MB; does another process read for hours?")
    found = _known(revision(file), upgraded="the next `limber run` upgrades it")
    size = file.stat().st_size // MEGABYTE
    return f"sqlite at {found}, {size} MB, and {waiting} MB in its log of writes"


def _known(found: str | None, upgraded: str = "") -> str:
    """The revision, with the one that is needed if that is another."""
    if found == HEAD:
        return found
    if found is None or not upgraded:
        raise BadStart(
            f"it is at {found or 'nothing yet'}, this version needs {HEAD}; run `limber db upgrade`"
        )
    return f"{found}, this version needs {HEAD}; {upgraded}"


async def _telegram(settings: Settings) -> str:
    if settings.bot_token is None:
        return "no token set, so `limber run` opens the playground"
    async with _asked(settings) as bot:
        return f"@{bot.username}"


async def _clock(settings: Settings) -> str:
    """Telegram says what time it is with each answer."""
    if settings.bot_token is None:
        return "compared with nobody's without a token"
    theirs = await _date_of(settings.api_url)
    if theirs is None:
        return f"{settings.api_url} does not say what time it is"
    off = parsedate_to_datetime(theirs) - real_now()
    if abs(off) > ASTRAY:
        raise BadStart(f"it is {off.total_seconds():.0f} s off Telegram's; turn on NTP")
    return f"within {ASTRAY.seconds} s of Telegram's"


async def _date_of(url: str) -> str | None:
    try:
        async with (
            aiohttp.ClientSession(trust_env=True) as session,
            session.head(url, timeout=aiohttp.ClientTimeout(PATIENCE)) as answer,
        ):
            return answer.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError) as error:
        raise BadStart(f"{url} does not answer ({plainly(error)})") from None


async def _updates(settings: Settings) -> str:
    """How updates come. Updates that Telegram can't get rid of are a failure."""
    if settings.bot_token is None:
        return "nothing to ask without a token"
    async with _asked(settings) as bot:
        info = await bot.get_webhook_info()
    if info.url != (settings.webhook_url or ""):
        there = f"set to {info.url}" if info.url else "not set"
        return f"{there}; the next `limber run` changes that"
    waiting = f"{info.pending_update_count} waiting at Telegram"
    if info.last_error_message and info.pending_update_count:
        raise BadStart(f"{waiting}, which says: {info.last_error_message}")
    return f"{info.url or 'polling'}, {waiting}"


@asynccontextmanager
async def _asked(settings: Settings) -> AsyncIterator[Bot]:
    if fault := proxy_fault(settings.api_url):
        raise BadStart(fault)
    bot = make_bot(settings)
    try:
        async with bot:
            yield bot
    except InvalidToken:
        raise BadStart("Telegram refuses LIMBER_BOT_TOKEN; copy it from @BotFather") from None
    except TelegramError as error:
        raise BadStart(f"{settings.api_url} does not answer ({plainly(error)})") from None
