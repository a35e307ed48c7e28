"""All parts, put together once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.app.flood import flood_control, flood_filter
from bot.app.optional_parts import album_of, feed_of, page_of, recordings_of, voice_of
from bot.app.telegram_client import AnyApplication, application_of, make_bot
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
from bot.dispatch.dispatcher import Dispatcher
from bot.dispatch.due_reminders import tell, tidy
from bot.gateway.flood_limit import FloodLimit
from bot.gateway.inbox import UpdateInbox
from bot.gateway.per_chat_order import PerChatOrder
from bot.gateway.update_source import UpdateSource, listener_of, source_of
from bot.handlers.router import leave, remind, routes
from bot.listening.notes import VoiceNotes
from bot.operations.metrics import timed
from bot.operations.presence import Presence
from bot.services.arrival import arrived
from content.bundle import Content, load_content, reviewed_only
from content.pictures.output.studio import can_film
from scheduler.planning.heartbeat import Heartbeat
from storage.queries.outbox import OutboxMessage
from storage.store import Store, UnitOfWork

if TYPE_CHECKING:
    from bot.operations.http_listener import HttpListener
    from bot.page.mini_app import MiniApp

SIDE_BY_SIDE = 64  # updates handled at once, each from another chat

Clock = Callable[[], datetime]


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
    album = album_of(settings, store, can_film() if film is None else film)

    def told(
        work: UnitOfWork, due_message: OutboxMessage, moment: datetime
    ) -> OutboxMessage | None:
        content = dispatcher.content  # which may have been read anew since
        return tell(remind, content, work, due_message, moment)

    recordings = recordings_of(settings, store, lambda: dispatcher.content)
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
    order = PerChatOrder(SIDE_BY_SIDE, flood_control(limit, dispatcher))
    voice = voice_of(settings, bot, lambda: dispatcher.content.lexicon)
    routing = routes(settings, lambda: dispatcher.content.lexicon, voice)
    application = application_of(bot, dispatcher, order, routing)
    inbox = UpdateInbox(
        bot,
        store,
        now,
        application.update_queue,
        idle=order.has_room,
        flood=flood_filter(limit, dispatcher),
    )
    page = page_of(settings, dispatcher, album)
    feed = feed_of(settings, dispatcher)
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


def _open(url: str) -> Store:
    store = Store(url)
    try:
        store.ensure_tables()
    except Exception:
        store.close()
        raise
    return store
