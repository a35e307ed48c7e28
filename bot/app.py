"""The composition root: everything is put together here, for runs, tests, playground and bench."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest

from bot.config.clock import real_now
from bot.config.settings import Settings
from bot.delivery.chart_messages import ChartMessages
from bot.delivery.chat_rate import ChatRate
from bot.delivery.deliver import MessageDelivery
from bot.delivery.picture_messages import PictureMessages
from bot.delivery.recordings import Recordings
from bot.delivery.sender import Sender
from bot.delivery.uploaded_pictures import UploadedPictures
from bot.delivery.voice_messages import VoiceMessages
from bot.dispatch.context import Context, Handlers
from bot.dispatch.dispatcher import Dispatcher
from bot.dispatch.due_reminders import tell, tidy
from bot.dispatch.error_handling import failed
from bot.gateway.client import BotClient
from bot.gateway.flood_control import FloodControl
from bot.gateway.flood_filter import FloodFilter
from bot.gateway.flood_limit import FloodLimit
from bot.gateway.inbox import UpdateInbox
from bot.gateway.per_chat_order import PerChatOrder
from bot.gateway.transport import AiohttpRequest
from bot.gateway.update_source import UpdateSource, listener_of, source_of
from bot.handlers.care.screening import apologise, dangerous, warning
from bot.handlers.fallback import slow_down
from bot.handlers.router import leave, remind, routes
from bot.listening.listener import Listener, can_listen
from bot.listening.notes import VoiceNotes
from bot.operations.metrics import timed
from bot.operations.presence import Presence
from bot.services.arrival import arrived
from content.audio.recorder import Recorder
from content.audio.voice import speaker
from content.bundle import Content, load_content, reviewed_only
from content.hearing.prompt import prompts
from content.language.lexicon import Lexicon
from content.pictures.output.studio import Studio, can_draw, can_film
from scheduler.planning.heartbeat import Heartbeat
from storage.queries.outbox import OutboxMessage
from storage.store import Store, Unavailable, UnitOfWork

if TYPE_CHECKING:
    from bot.operations.http_listener import HttpListener
    from bot.page.feed import CalendarFeed
    from bot.page.mini_app import MiniApp

SIDE_BY_SIDE = 64  # updates handled at once, each from another chat
CONNECTIONS = 128

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
AnyApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True)
class Limber:
    """The running parts, for whoever starts, stops or waits for them."""

    application: AnyApplication
    store: Store
    inbox: UpdateInbox
    source: UpdateSource
    listener: "HttpListener | None"
    sender: Sender
    heartbeat: Heartbeat
    dispatcher: Dispatcher
    presence: Presence
    album: UploadedPictures | None
    recordings: Recordings | None
    served: Callable[[Content], Content]
    page: "MiniApp | None" = None
    voice: VoiceNotes | None = None

    def take(self, content: Content) -> None:
        """Go on with content that was read anew, pictures included."""
        self.dispatcher.content = self.served(content)
        if self.album:
            self.album.renew()


def build(
    settings: Settings,
    *,
    now: Clock = real_now,
    content: Content | None = None,
    request: Any = None,
    pace: ChatRate | None = None,
    flood: FloodLimit | None = None,
    film: bool | None = None,
) -> Limber:
    """Put Limber together. `request` makes the two HTTP clients: for polls, for all else.

    `film` says whether pictures move; None for "if they can".
    """

    def served(content: Content) -> Content:
        """What of that content the operator lets runners have."""
        return reviewed_only(content, now().date()) if settings.reviewed_only else content

    content = served(content or load_content(file=settings.data_dir / "content.cache"))
    store = _open(settings.database)
    bot = make_bot(settings, request)
    rate = settings.send_rate
    album = _album(settings, store, can_film() if film is None else film)

    def told(
        work: UnitOfWork, due_message: OutboxMessage, moment: datetime
    ) -> OutboxMessage | None:
        content = dispatcher.content  # which may have been read anew since
        return tell(remind, content, work, due_message, moment)

    recordings = _recordings(settings, store, lambda: dispatcher.content)
    delivery = MessageDelivery(
        bot,
        now,
        PictureMessages(bot, album),
        ChartMessages(bot, album.chart if album else None),
        VoiceMessages(bot, recordings),
        page=settings.page_url,
    )
    sender = Sender(delivery, store, timed(told), now, rate=rate, pace=pace or ChatRate())
    dispatcher = Dispatcher(store, content, now, sender.wake, on_arrival=arrived, on_leaving=leave)
    heartbeat = Heartbeat(store, now, rate, sender.wake, tidy)
    limit = flood or FloodLimit()
    order = PerChatOrder(SIDE_BY_SIDE, _flood_control(limit, dispatcher))
    voice = _voice(settings, bot, lambda: dispatcher.content.lexicon)
    routing = routes(settings, lambda: dispatcher.content.lexicon, voice)
    application = _application(bot, dispatcher, order, routing)
    inbox = UpdateInbox(
        bot,
        store,
        now,
        application.update_queue,
        idle=order.has_room,
        flood=_flood_filter(limit, dispatcher),
    )
    page = _page(settings, dispatcher, album)
    feed = _feed(settings, dispatcher)
    source = source_of(settings, bot, inbox)
    return Limber(
        application,
        store,
        inbox,
        source,
        listener_of(
            settings,
            source,
            store,
            heartbeat,
            now,
            page=[route for served in (feed, page) if served for route in served.routes],
        ),
        sender,
        heartbeat,
        dispatcher,
        Presence(store, now, sender.wake),
        album,
        recordings,
        served,
        page,
        voice,
    )


def _flood_control(limit: FloodLimit, dispatcher: Dispatcher) -> FloodControl:
    store, now = dispatcher.store, dispatcher.now

    async def ask(chat_id: int) -> None:
        with suppress(Unavailable):  # it can do without
            await dispatcher.visit(chat_id, slow_down)

    return FloodControl(
        limit,
        now,
        warns=lambda update: warning(update, dispatcher.content.lexicon),
        slow_down=ask,
        leave_out=lambda ids: store.run(lambda work: work.inbox.leave_out(ids, now())),
    )


def _flood_filter(limit: FloodLimit, dispatcher: Dispatcher) -> FloodFilter:
    """With twice what is handled at once: who is a little too fast is told so first."""

    def warns(text: str) -> bool:
        return dangerous(text, dispatcher.content.lexicon) is not None

    return FloodFilter(FloodLimit(2 * limit.burst, limit.every), dispatcher.now, warns)


def _album(settings: Settings, store: Store, film: bool) -> UploadedPictures | None:
    """Where pictures come from; without the libraries that draw, messages are words alone."""
    if not can_draw():
        log.info("cards come without pictures; install limber[pictures] for them")
        return None
    return UploadedPictures(store, Studio(settings.data_dir / "pictures"), film=film)


def _recordings(
    settings: Settings, store: Store, content: Callable[[], Content]
) -> Recordings | None:
    """Where recordings come from; without a voice, what would be heard is read."""
    found = speaker(settings.voice)
    if found is None:
        log.info("nothing is read aloud; install limber[voice] for it")
        return None
    return Recordings(store, Recorder(settings.data_dir / "recordings", found), content)


def _voice(settings: Settings, bot: BotClient, lexicon: Callable[[], Lexicon]) -> VoiceNotes | None:
    """Who hears voice messages; without the libraries that listen, runners are asked to type."""
    if not can_listen(settings.voice_model):
        log.info("voice messages are not understood; install limber[voice] for them")
        return None
    return VoiceNotes(bot.download, Listener(lambda: prompts(lexicon()), settings.voice_model))


def _page(
    settings: Settings, dispatcher: Dispatcher, album: UploadedPictures | None
) -> "MiniApp | None":
    """The page, where the world can reach it."""
    if settings.page_url is None:
        return None
    from bot.page.mini_app import MiniApp  # late: who has no page is no server

    return MiniApp(dispatcher, settings.bot_token or "", album.for_page if album else None)


def _feed(settings: Settings, dispatcher: Dispatcher) -> "CalendarFeed | None":
    """Plans that calendars follow, where the world can reach them."""
    if settings.page_url is None:
        return None
    from bot.page.feed import CalendarFeed  # late, as the page

    return CalendarFeed(dispatcher)


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
    # A call has to give up well before the lease on its message does.
    return AiohttpRequest(CONNECTIONS, pool_timeout=10)


def make_bot(settings: Settings, request: Callable[..., BaseRequest] | None = None) -> BotClient:
    request = request or _http
    token = settings.bot_token
    assert token is not None  # noqa: S101 - the command line refuses to start without one
    return BotClient(
        token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request(polls=False),
        get_updates_request=request(polls=True),
    )


def _application(
    bot: BotClient, dispatcher: Dispatcher, order: PerChatOrder, handlers: Handlers
) -> AnyApplication:
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .concurrent_updates(order)
        .context_types(ContextTypes(context=Context, bot_data=lambda: dispatcher))  # type: ignore[call-overload]
        .build()
    )
    application.add_handlers(handlers)
    application.add_error_handler(failed(apologise))
    return application
