"""What each command of the command line does. Each returns an exit code."""

import asyncio
import gc
import logging
import os
import signal
import time
from contextlib import closing

from telegram.error import InvalidToken

from bot.app import Clock, Limber, build
from bot.cli.faults import BadStart, Failed, alone_on, check_before_run, one_line
from bot.cli.main import uncollected
from bot.cli.terminal import say
from bot.config.clock import real_now
from bot.config.settings import Settings, read_settings, unknown
from bot.gateway.transport import proxy_fault
from bot.operations import log
from bot.operations.faults import CantListen
from bot.running import RETRY, running
from storage.database.outage import Outage
from storage.database.schema import HEAD
from storage.database.sole_use import note_use
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
            check_before_run(settings)
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


def db_upgrade() -> int:
    with one_line(), closing(Store(read_settings().database)) as store:
        store.upgrade()
    say(f"the database is at {HEAD}")
    return 0
