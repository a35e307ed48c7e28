"""Parts that an operator may have or not: pictures, a voice, ears, the page, the feed."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.config.settings import Settings
from bot.delivery.recordings import Recordings
from bot.delivery.uploaded_pictures import UploadedPictures
from bot.dispatch.dispatcher import Dispatcher
from bot.gateway.client import BotClient
from bot.listening.listener import Listener, can_listen
from bot.listening.notes import VoiceNotes
from content.audio.recorder import Recorder
from content.audio.voice import speaker
from content.bundle import Content
from content.hearing.prompt import prompts
from content.language.lexicon import Lexicon
from content.pictures.output.studio import Studio, can_draw
from storage.store import Store

if TYPE_CHECKING:
    from bot.page.feed import CalendarFeed
    from bot.page.mini_app import MiniApp

log = logging.getLogger(__name__)


def album_of(settings: Settings, store: Store, film: bool) -> UploadedPictures | None:
    """Where pictures come from; without the libraries that draw, messages are words alone."""
    if not can_draw():
        log.info("cards come without pictures; install limber[pictures] for them")
        return None
    return UploadedPictures(store, Studio(settings.data_dir / "pictures"), film=film)


def recordings_of(
    settings: Settings, store: Store, content: Callable[[], Content]
) -> Recordings | None:
    """Where recordings come from; without a voice, what would be heard is read."""
    found = speaker(settings.voice)
    if found is None:
        log.info("nothing is read aloud; install limber[voice] for it")
        return None
    return Recordings(store, Recorder(settings.data_dir / "recordings", found), content)


def voice_of(
    settings: Settings, bot: BotClient, lexicon: Callable[[], Lexicon]
) -> VoiceNotes | None:
    """Who hears voice messages; without the libraries that listen, runners are asked to type."""
    if not can_listen(settings.voice_model):
        log.info("voice messages are not understood; install limber[voice] for them")
        return None
    return VoiceNotes(bot.download, Listener(lambda: prompts(lexicon()), settings.voice_model))


def page_of(
    settings: Settings, dispatcher: Dispatcher, album: UploadedPictures | None
) -> "MiniApp | None":
    """The page, where the world can reach it."""
    if settings.page_url is None:
        return None
    from bot.page.mini_app import MiniApp  # late: who has no page is no server

    return MiniApp(dispatcher, settings.bot_token or "", album.for_page if album else None)


def feed_of(settings: Settings, dispatcher: Dispatcher) -> "CalendarFeed | None":
    """Plans that calendars follow, where the world can reach them."""
    if settings.page_url is None:
        return None
    from bot.page.feed import CalendarFeed  # late, as the page

    return CalendarFeed(dispatcher)
