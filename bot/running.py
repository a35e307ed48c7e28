"""The life of the parts: started, kept running, and stopped in an order that loses nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.app import AnyApplication, Limber
from bot.delivery.sender import Sender
from bot.gateway.plain_faults import plainly
from content.wording.messages import Wording
from scheduler.calendar.zones import TZDATA_VERSION
from scheduler.planning.retime import keep_up
from storage.database.outage import Outage
from storage.store import Store, Unavailable

RETRY = 1.0  # seconds until a part that failed starts again

log = logging.getLogger(__name__)


@asynccontextmanager
async def running(limber: Limber, *, metronome: bool = True) -> AsyncIterator[Limber]:
    """Start all parts; on leaving stop them in an order that loses nothing."""
    application = limber.application
    async with _connected(limber):
        await application.start()
        present = await _appear(limber)
        sending = asyncio.create_task(_keep(limber.sender.run), name="sender")
        receiving = asyncio.create_task(_keep(limber.source.run), name="updates")
        adopting = asyncio.create_task(_keep(limber.inbox.run), name="inbox")
        presenting = asyncio.create_task(
            _present(application.bot, limber.dispatcher.content.wording), name="commands"
        )
        replanning = asyncio.create_task(_keep_up(limber.store), name="tzdata")
        if metronome:
            limber.heartbeat.start()
        log.info("Limber listens as @%s", application.bot.username)
        try:
            yield limber
        finally:
            await limber.heartbeat.stop()
            if limber.listener:
                await limber.listener.close()
            await _end(receiving, adopting, presenting, replanning)
            await application.stop()
            await _drain(limber.sender, sending)
            await _leave(limber, present)
            if limber.album:
                await limber.album.close()
            if limber.recordings:
                await limber.recordings.close()
            if limber.voice:
                limber.voice.close()


@asynccontextmanager
async def _connected(limber: Limber) -> AsyncIterator[None]:
    """Open the door and wait until Telegram answers.

    Raises CantListen, and InvalidToken if Telegram refuses the token.
    """
    try:
        if limber.listener:
            await limber.listener.open()
        telegram = Outage("Telegram")
        while not await _reached(limber.application, telegram):  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(RETRY)
        yield
    finally:
        if limber.listener:
            await limber.listener.close()
        await limber.application.shutdown()
        await limber.application.bot.shutdown()  # the library forgets it if the token was refused
        limber.store.close()


async def _reached(application: AnyApplication, telegram: Outage) -> bool:
    try:
        await application.initialize()
    except InvalidToken:
        raise
    except NetworkError as error:
        telegram.failed(plainly(error))
        return False
    telegram.answered()
    return True


async def _keep(run: Callable[[], Awaitable[None]]) -> None:
    """Run it for ever: a fault that nobody foresaw is logged, and then it goes on."""
    while True:
        try:
            await run()
        except Unavailable:  # which the store has told
            await asyncio.sleep(RETRY)
        except Exception:
            log.exception("a part of Limber failed and starts again")
            await asyncio.sleep(RETRY)


async def _keep_up(store: Store) -> None:
    """Replan everybody after the tz database has changed."""
    while True:
        try:
            moved = await keep_up(store)
        except Unavailable:
            await asyncio.sleep(RETRY)
        else:
            if moved:
                log.info("the tz database is %s now: %s reminders moved", TZDATA_VERSION, moved)
            return


async def _end(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _drain(sender: Sender, sending: asyncio.Task[None]) -> None:
    """Say what is already decided, for a moment; the rest waits in the outbox."""
    try:
        async with asyncio.timeout(5):
            await sender.idle()
    except TimeoutError:
        log.warning("stopped with messages still in the outbox; the next start sends them")
    await _end(sending)
    try:
        await sender.land(seconds=5)
    except Unavailable:
        log.warning("the database does not answer; what was sent last may be sent again")


async def _appear(limber: Limber) -> list[asyncio.Task[None]]:
    """Free what a killed process held; where others may be at work, tell them of us."""
    if limber.store.alone:
        await limber.store.run(lambda work: work.outbox.release())
        return []
    await limber.presence.beat()
    return [asyncio.create_task(_keep(limber.presence.run), name="presence")]


async def _leave(limber: Limber, present: Sequence[asyncio.Task[None]]) -> None:
    await _end(*present)
    if present:
        with suppress(Unavailable):  # then others find out by themselves
            await limber.presence.leave()


async def _present(bot: Bot, wording: Wording) -> None:
    """Show the commands in Telegram's menu."""
    try:
        await bot.set_my_commands(list(wording.words["commands"].items()))
    except TelegramError as error:
        log.warning("the command menu was not set (%s)", type(error).__name__)
