"""What each command of the command line does. Each returns an exit code."""

import asyncio
import gc
import logging
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app import Clock, Limber, build, make_bot
from bot.cli.faults import BadStart, Failed, alone_on, check_before_run, one_line
from bot.cli.main import uncollected
from bot.cli.terminal import say
from bot.config.clock import real_now
from bot.config.settings import Settings, read_settings, unknown
from bot.gateway.transport import proxy_fault
from bot.listening.listener import can_listen, can_watch
from bot.listening.weights import described
from bot.operations import log
from bot.operations.faults import CantListen
from bot.operations.plain_text import single_line
from bot.running import RETRY, running
from content.audio.voice import speaker
from content.bundle import load_content
from storage.database.outage import Outage
from storage.database.schema import HEAD
from storage.database.sole_use import note_use
from storage.database.sqlite_file import check_folder
from storage.store import Store

RINGS = 10_000  # things made between two looks for garbage in rings, of which an action makes none


def run() -> int:
    settings = read_settings()
    if settings.bot_token is None:
        return playground(8081)
    _log(settings)
    _tell_of_unknown_settings()
    _check_proxy(settings)
    try:
        with one_line():
            check_folder(settings.data_dir)
            check_before_run(settings.database)
        with alone_on(settings.database):
            with uncollected():
                limber = _built(settings)
            note_use(settings.database)
            gc.set_threshold(RINGS)
            asyncio.run(_until_told(limber))
    except InvalidToken:
        raise BadStart("LIMBER_BOT_TOKEN: Telegram refuses it; copy it from @BotFather") from None
    except CantListen as error:
        raise BadStart(f"LIMBER_LISTEN: {error}") from None
    return 0


def _log(settings: Settings) -> None:
    secrets = (settings.bot_token, settings.webhook_secret, settings.database)
    log.set_up(settings.log_level, *secrets)


def _tell_of_unknown_settings() -> None:
    """They may be somebody else's, as of the machine; or a slip of the pen."""
    for name in unknown(os.environ):
        logging.getLogger(__name__).warning("%s is no setting of Limber; left alone", name)


def _check_proxy(settings: Settings) -> None:
    """Raises BadStart: each call would fail, for ever."""
    if fault := proxy_fault(settings.api_url):
        raise BadStart(fault)


def _built(settings: Settings) -> Limber:
    """Limber put together; a database that is away, locked or full is waited for."""
    database = Outage("the database")
    while True:
        try:
            with one_line():
                limber = _build(settings, real_now)
        except Failed as error:
            database.failed(str(error))
            time.sleep(RETRY)
        else:
            database.answered()
            return limber


def _build(settings: Settings, now: Clock) -> Limber:
    """Limber put together, or one line on why not."""
    with one_line():
        return build(settings, now=now)


async def _until_told(limber: Limber) -> None:
    asyncio.get_running_loop().set_exception_handler(log.task_failed)
    async with running(limber):
        await _told()


async def _told() -> None:
    """Until the operator or the system says stop."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, told.set)
    await told.wait()


def playground(port: int) -> int:
    """The chat page on loopback, with the real bot behind the real protocol."""
    settings = read_settings()
    from bot.playground.clock import Clock as PlaygroundClock  # late: of no use in Telegram
    from bot.playground.play import play

    log.set_up(settings.log_level, settings.database)
    try:
        clock = PlaygroundClock(real_now)
        asyncio.run(play(settings, port, clock, build=_build, until=_told, say=say))
    except OSError as error:
        raise BadStart(f"port {port} can't be used ({error.strerror}); try --port") from None
    return 0


def doctor() -> int:
    """Each part with its state; 1 when one of them does not work."""
    settings = read_settings()
    checks = {
        "settings": lambda: "read",
        "content": _doctor_content,
        "voice": lambda: _doctor_voice(settings),
        "database": lambda: _doctor_database(settings),
        "telegram": lambda: asyncio.run(_doctor_telegram(settings)),
        "updates": lambda: asyncio.run(_doctor_webhook(settings)),
        "hearing": lambda: _doctor_hearing(settings),
    }
    return max([_examine(name, check) for name, check in checks.items()])


def _examine(name: str, check: Callable[[], str]) -> int:
    try:
        say(f"{name:9} ok: {check()}")
    except Exception as error:  # whatever is broken, the operator gets one line about it
        say(f"{name:9} FAILED: {single_line(log.redact(str(error)))}")
        return 1
    return 0


def _doctor_content() -> str:
    content = load_content()
    cards, unreviewed = len(content.library.cards), content.unreviewed(real_now().date())
    return f"{cards} cards, {cards - unreviewed} of them reviewed by a clinician"


def _doctor_voice(settings: Settings) -> str:
    """Who reads aloud. Nobody is fine too, unless the operator named somebody."""
    found = speaker(settings.voice)
    if found is None and settings.voice:
        raise BadStart("LIMBER_VOICE names nobody who is there; runners get the words to read")
    if found is None:
        return "none, so nothing is read aloud; install limber[voice] for it"
    return f"{found.name} {found.version}".rstrip()


def _doctor_database(settings: Settings) -> str:
    with closing(Store(settings.database)) as store:
        return f"{store.kind} at {store.revision() or 'nothing yet'}, this version needs {HEAD}"


async def _doctor_telegram(settings: Settings) -> str:
    if settings.bot_token is None:
        return "no token set, so `limber run` opens the playground"
    async with _asked(settings) as bot:
        return f"@{bot.username}"


async def _doctor_webhook(settings: Settings) -> str:
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


def _doctor_hearing(settings: Settings) -> str:
    """Whether voice messages are understood, and by which weights."""
    if not can_listen(settings.voice_model):
        return "not installed, runners are asked to type; limber[voice] has it"
    films = "" if can_watch() else "; round videos need limber[film] as well"
    return f"{described(settings.voice_model)}{films}"


@asynccontextmanager
async def _asked(settings: Settings) -> AsyncIterator[Bot]:
    bot = make_bot(settings)
    try:
        async with bot:
            yield bot
    except TelegramError as error:
        raise BadStart(f"{settings.api_url} does not answer ({type(error).__name__})") from None


def db_upgrade() -> int:
    with one_line(), closing(Store(read_settings().database)) as store:
        store.upgrade()
    say(f"the database is at {HEAD}")
    return 0
