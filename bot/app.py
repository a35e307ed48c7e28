"""The composition root: everything is put together here, for runs, tests, playground and bench."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest

from bot.coach import Coach, hire
from bot.config.settings import Settings
from bot.delivery.chart_messages import Charts
from bot.delivery.chat_rate import Pace
from bot.delivery.deliver import Courier
from bot.delivery.picture_messages import Captions
from bot.delivery.sender import Sender
from bot.delivery.uploaded_pictures import Album
from bot.dispatch.context import Context, Handlers
from bot.dispatch.dispatcher import Desk
from bot.dispatch.due_reminders import tell, tidy
from bot.dispatch.error_handling import failed
from bot.gateway.client import Api
from bot.gateway.inbox import Inbox
from bot.gateway.per_chat_order import InOrder
from bot.gateway.transport import AiohttpRequest
from bot.gateway.update_source import Source, listener_of, source_of
from bot.handlers.router import routes
from bot.operations.metrics import timed
from content.pictures.output.studio import Studio, can_draw, can_film
from scheduler.planning.heartbeat import Heartbeat
from storage.queries.outbox import Letter
from storage.store import Store, Work

if TYPE_CHECKING:
    from bot.operations.http_listener import Listener

SIDE_BY_SIDE = 64  # updates handled at once, each from another chat
CONNECTIONS = 128

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
    source: Source
    listener: "Listener | None"
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
    coach = coach or hire(file=settings.data_dir / "content.cache")
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
    order = InOrder(SIDE_BY_SIDE)
    application = _application(bot, desk, order, routes(settings, lambda: desk.coach.lexicon))
    inbox = Inbox(bot, desk, application.update_queue, order.has_room)
    source = source_of(settings, bot, inbox)
    return Limber(
        application,
        store,
        inbox,
        source,
        listener_of(settings, source, store, heartbeat, now),
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


def _open(url: str) -> Store:
    store = Store(url)
    try:
        store.ensure_tables()
    except Exception:
        store.close()
        raise
    return store


def _http(*, polls: bool) -> BaseRequest:
    if polls:
        return AiohttpRequest(1)
    # A call has to give up well before the lease on its letter does.
    return AiohttpRequest(CONNECTIONS, pool_timeout=10)


def make_bot(settings: Settings, request: Callable[..., BaseRequest] | None = None) -> Api:
    request = request or _http
    token = settings.bot_token
    assert token is not None  # noqa: S101 - the command line refuses to start without one
    return Api(
        token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request(polls=False),
        get_updates_request=request(polls=True),
    )


def _application(bot: Api, desk: Desk, order: InOrder, handlers: Handlers) -> AnyApplication:
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
    application.add_error_handler(failed)
    return application
