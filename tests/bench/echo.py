"""The yardstick: the smallest bot that python-telegram-bot's own examples would write."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


def main() -> None:
    url = os.environ["LIMBER_API_URL"]
    application = (
        Application.builder()
        .token(os.environ["LIMBER_BOT_TOKEN"])
        .base_url(f"{url}/bot")
        .concurrent_updates(64)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
