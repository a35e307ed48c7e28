"""The yardstick: the smallest bot that python-telegram-bot's own examples would write.

It handles as many updates at once as its argument says; 1 is the library's default.
"""

import os
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["LIMBER_BOT_TOKEN"])
        .base_url(f"{os.environ['LIMBER_API_URL']}/bot")
        .concurrent_updates(int(sys.argv[1]))
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
