"""The clients that talk to Telegram, and the library's application around them."""

from collections.abc import Callable
from typing import Any, TypeAlias

from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest

from bot.config.settings import Settings
from bot.dispatch.context import Context, Handlers
from bot.dispatch.dispatcher import Dispatcher
from bot.dispatch.error_handling import failed
from bot.gateway.client import BotClient
from bot.gateway.per_chat_order import PerChatOrder
from bot.gateway.transport import AiohttpRequest
from bot.handlers.care.screening import apologise

CONNECTIONS = 128

AnyApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


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


def application_of(
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
