"""The composition root: everything is put together here, for runs, tests, playground and bench."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from telegram import Bot, Update
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest

from bot.album import Album
from bot.captions import Captions
from bot.charts import Charts
from bot.coach import Coach, hire
from bot.context import Context, Handlers
from bot.courier import Courier
from bot.desk import Desk
from bot.handlers import fallback, routes
from bot.inbox import Inbox
from bot.listener import Listener
from bot.metrics import UPDATES, timed
from bot.monitor import Monitor
from bot.occasions import tell, tidy
from bot.order import InOrder
from bot.pace import Pace
from bot.polling import Polling
from bot.sender import Sender
from bot.settings import Settings
from bot.transport import AiohttpRequest
from bot.webhook import Webhook
from content.messages import words
from content.pictures.studio import Studio, can_draw, can_film
from scheduler.heartbeat import Heartbeat
from scheduler.retime import keep_up
from scheduler.zones import TZDATA_VERSION
from storage.inbox import NotYet
from storage.outbox import Letter
from storage.store import Store, Unavailable, Work

SIDE_BY_SIDE = 64  # updates handled at once, each from another chat
CONNECTIONS = 128
RETRY = 1.0  # seconds until an update is tried again when the database is away
SOON = 0.25  # seconds until one is tried again that came before its turn

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
AnyApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


def real_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Limber:
    """The running parts, for whoever starts, stops or waits for them."""

    application: AnyApplication
    store: Store
    inbox: Inbox
    source: Polling | Webhook
    listener: Listener
    sender: Sender
    heartbeat: Heartbeat
    desk: Desk
    album: Album | None


def build(
    settings: Settings,
    *,
    now: Clock = real_now,
    coach: Coach | None = None,
    request: Any = None,
    pace: Pace | None = None,
    film: bool | None = None,
) -> Limber:
    """Put Limber together. `request` makes the two HTTP clients: for polls, for all else.

    `film` says whether pictures move; None for "if they can".
    """
    coach = coach or hire()
    store = _open(settings.database)
    bot = make_bot(settings, request)
    rate = settings.send_rate
    album = _album(settings, store, can_film() if film is None else film)

    def told(work: Work, occasion: Letter, moment: datetime) -> Letter | None:
        return tell(desk.coach, work, occasion, moment)  # who may have read new content since

    charts = Charts(bot, album.chart if album else None)
    courier = Courier(bot, now, Captions(bot, album), charts)
    sender = Sender(courier, store, timed(told), now, rate=rate, pace=pace or Pace())
    desk = Desk(store, coach, now, sender.wake)
    heartbeat = Heartbeat(store, now, rate, sender.wake, tidy)
    monitor = Monitor(store, heartbeat, now, rate)
    order = InOrder(SIDE_BY_SIDE)
    application = _application(bot, desk, order, routes(settings))
    inbox = Inbox(bot, desk, application.update_queue, order.has_room)
    source = _source(settings, bot, inbox)
    return Limber(
        application,
        store,
        inbox,
        source,
        Listener(settings.listen, [*source.routes, *monitor.routes]),
        sender,
        heartbeat,
        desk,
        album,
    )


def _album(settings: Settings, store: Store, film: bool) -> Album | None:
    """Where pictures come from; without the libraries that draw, messages are words alone."""
    if not can_draw():
        log.info("cards come without pictures; install limber[pictures] for them")
        return None
    return Album(store, Studio(settings.data_dir / "pictures"), film=film)


def _source(settings: Settings, bot: Bot, inbox: Inbox) -> Polling | Webhook:
    url, secret = settings.webhook_url, settings.webhook_secret
    if url and secret:
        return Webhook(bot, inbox, url, secret.get_secret_value())
    return Polling(bot, inbox)


def _open(url: str) -> Store:
    store = Store(url)
    try:
        store.ensure_tables()
    except Exception:
        store.close()
        raise
    return store


@asynccontextmanager
async def running(limber: Limber, *, metronome: bool = True) -> AsyncIterator[Limber]:
    """Start all parts; on leaving stop them in an order that loses nothing."""
    application = limber.application
    async with _connected(limber):
        await application.start()
        if limber.store.alone:  # what a killed process held would else wait for its lease
            await limber.store.run(lambda work: work.outbox.release())
        sending = asyncio.create_task(_keep(limber.sender.run), name="sender")
        receiving = asyncio.create_task(_keep(limber.source.run), name="updates")
        adopting = asyncio.create_task(_keep(limber.inbox.run), name="inbox")
        presenting = asyncio.create_task(_present(application.bot), name="commands")
        replanning = asyncio.create_task(_keep_up(limber.store), name="tzdata")
        if metronome:
            limber.heartbeat.start()
        log.info("Limber listens as @%s", application.bot.username)
        try:
            yield limber
        finally:
            limber.heartbeat.stop()
            await limber.listener.close()
            await _end(receiving, adopting, presenting, replanning)
            await application.stop()
            await _drain(limber.sender, sending)
            if limber.album:
                await limber.album.close()


@asynccontextmanager
async def _connected(limber: Limber) -> AsyncIterator[None]:
    """Open the door and wait until Telegram answers.

    Raises CantListen, and InvalidToken if Telegram refuses the token.
    """
    try:
        await limber.listener.open()
        while not await _reached(limber.application):  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(RETRY)
        yield
    finally:
        await limber.listener.close()
        await limber.application.shutdown()
        await limber.application.bot.shutdown()  # the library forgets it if the token was refused
        limber.store.close()


async def _reached(application: AnyApplication) -> bool:
    try:
        await application.initialize()
    except InvalidToken:
        raise
    except NetworkError as error:
        log.warning("Telegram can't be reached (%s); trying again", type(error).__name__)
        return False
    return True


async def _keep(run: Callable[[], Awaitable[None]]) -> None:
    """Run it for ever: a fault that nobody foresaw is logged, and then it goes on."""
    while True:
        try:
            await run()
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


async def _present(bot: Bot) -> None:
    """Show the commands in Telegram's menu."""
    try:
        await bot.set_my_commands(list(words()["commands"].items()))
    except TelegramError as error:
        log.warning("the command menu was not set (%s)", type(error).__name__)


def _http(*, polls: bool) -> BaseRequest:
    if polls:
        return AiohttpRequest(1)
    # A call has to give up well before the lease on its letter does.
    return AiohttpRequest(CONNECTIONS, pool_timeout=10)


def make_bot(settings: Settings, request: Callable[..., BaseRequest] | None = None) -> Bot:
    request = request or _http
    token = settings.bot_token
    assert token is not None  # noqa: S101 - the command line refuses to start without one
    return Bot(
        token.get_secret_value(),
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request(polls=False),
        get_updates_request=request(polls=True),
    )


def _application(bot: Bot, desk: Desk, order: InOrder, handlers: Handlers) -> AnyApplication:
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .concurrent_updates(order)
        .context_types(ContextTypes(context=Context, bot_data=lambda: desk))  # type: ignore[call-overload]
        .build()
    )
    application.add_handlers(handlers)
    application.add_error_handler(_failed)
    return application


async def _failed(update: object, context: Context) -> None:
    """A story failed: try again if it came too early, else set it aside and apologise."""
    if not isinstance(update, Update) or context.error is None:
        log.error("failed outside an update", exc_info=context.error)
        return
    try:
        if isinstance(context.error, Unavailable | NotYet):
            raise context.error
        UPDATES.labels("failed").inc()
        log.error("update %s failed", update.update_id, exc_info=context.error)
        await _give_up(update, context, type(context.error).__name__)
    except NotYet:
        _again(update, context, SOON)
    except Unavailable:
        log.warning("the database does not answer; update %s waits", update.update_id)
        _again(update, context, RETRY)


async def _give_up(update: Update, context: Context, fault: str) -> None:
    desk = context.bot_data
    try:
        await desk.give_up(update, fault, fallback.sorry)
    except (NotYet, Unavailable):
        raise
    except Exception:  # left open, it would hold up all that the runner writes later
        log.exception("update %s was set aside without a word", update.update_id)
        now = desk.now()
        await desk.store.run(lambda work: work.inbox.handled(update.update_id, now, fault))


def _again(update: Update, context: Context, seconds: float) -> None:
    UPDATES.labels("again").inc()
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, context.application.update_queue.put_nowait, update)
