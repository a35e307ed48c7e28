"""The same echo on Limber's own transport and in Limber's own order, with no database."""

import os

from telegram.ext import Application, MessageHandler, filters

from bot.gateway.per_chat_order import PerChatOrder
from bot.gateway.transport import AiohttpRequest
from tests.bench.bots.stock import echo

SIDE_BY_SIDE = 256


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["LIMBER_BOT_TOKEN"])
        .base_url(f"{os.environ['LIMBER_API_URL']}/bot")
        .request(AiohttpRequest(SIDE_BY_SIDE))
        .get_updates_request(AiohttpRequest(1))
        .concurrent_updates(PerChatOrder(SIDE_BY_SIDE))
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
