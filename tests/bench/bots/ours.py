"""The same echo on Limber's own transport and in Limber's own order, with no database."""

import os

from telegram.ext import Application, MessageHandler, filters

from bot.config.clock import real_now
from bot.gateway.flood_control import FloodControl
from bot.gateway.flood_limit import FloodLimit
from bot.gateway.per_chat_order import PerChatOrder
from bot.gateway.transport import AiohttpRequest
from tests.bench.bots.stock import echo

SIDE_BY_SIDE = 256


async def nobody_is_too_fast(_found: object) -> None:
    """Each chat is asked for one message at a time."""


def in_order() -> PerChatOrder:
    flood = FloodControl(
        FloodLimit(),
        real_now,
        warns=lambda _update: None,
        slow_down=nobody_is_too_fast,
        leave_out=nobody_is_too_fast,
    )
    return PerChatOrder(SIDE_BY_SIDE, flood)


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["LIMBER_BOT_TOKEN"])
        .base_url(f"{os.environ['LIMBER_API_URL']}/bot")
        .request(AiohttpRequest(SIDE_BY_SIDE))
        .get_updates_request(AiohttpRequest(1))
        .concurrent_updates(in_order())
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
