"""Which way updates come in, and what may be asked from outside."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bot.config.settings import Settings
from bot.gateway.client import BotClient
from bot.gateway.inbox import UpdateInbox
from bot.gateway.polling import Polling
from scheduler.planning.heartbeat import Heartbeat
from storage.store import Store

if TYPE_CHECKING:
    from aiohttp.web import RouteDef

    from bot.operations.http_listener import HttpListener


class UpdateSource(Protocol):
    """Where updates come from. `routes` is where it wants to be called."""

    @property
    def routes(self) -> "Iterable[RouteDef]": ...

    async def run(self) -> None: ...


def source_of(settings: Settings, bot: BotClient, inbox: UpdateInbox) -> UpdateSource:
    url, secret = settings.webhook_url, settings.webhook_secret
    if not url or not secret:
        return Polling(bot, inbox)
    from bot.gateway.webhook import Webhook  # late, as below: a bot that polls is no server

    return Webhook(bot, inbox, url, secret)


def listener_of(
    settings: Settings,
    source: UpdateSource,
    store: Store,
    heartbeat: Heartbeat,
    now: Callable[[], datetime],
    *,
    page: "Iterable[RouteDef]" = (),
) -> "HttpListener | None":
    """The port for all that is served, where one is to be opened."""
    if settings.listen is None:
        return None
    from bot.operations.health import Health
    from bot.operations.http_listener import HttpListener

    monitor = Health(store, heartbeat, now, settings.send_rate)
    return HttpListener(settings.listen, [*source.routes, *monitor.routes, *page])
