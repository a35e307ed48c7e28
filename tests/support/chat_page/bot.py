"""A small bot for the page's tests: it does what it is told in a word, and echoes the rest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ChatAction
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.playground.fake_telegram.people.person import PIXEL

BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Done", callback_data="done")],
        [InlineKeyboardButton("Why?", callback_data="why")],
    ]
)
COUNTER = InlineKeyboardMarkup([[InlineKeyboardButton("Tap me", callback_data="count")]])
KEYS = ReplyKeyboardMarkup(
    [["Morning", "Evening"], [KeyboardButton("Where I am", request_location=True)]],
    one_time_keyboard=True,
    input_field_placeholder="A time of day",
)
Context = ContextTypes.DEFAULT_TYPE


async def greet(message: Message) -> None:
    await message.reply_html("Hi <b>Sam</b> &amp; co. Ready?", reply_markup=BUTTONS)


async def ask(message: Message) -> None:
    await message.reply_text("When?", reply_markup=KEYS)


async def count(message: Message) -> None:
    await message.reply_text("Tapped 0", reply_markup=COUNTER)


async def vanish(message: Message) -> None:
    await (await message.reply_text("Blink")).delete()
    await message.reply_text("It went")


async def think(message: Message) -> None:
    await message.reply_chat_action(ChatAction.TYPING)


async def picture(message: Message) -> None:
    await message.reply_photo(PIXEL, caption="A pixel")
    await message.reply_document(b"{}", filename="export.json")


async def talk(message: Message) -> None:
    for number in range(30):
        await message.reply_text(f"Line {number}")


ANSWERS = {"/start": greet, "keys": ask} | {
    answer.__name__: answer for answer in (count, vanish, think, picture, talk)
}


async def on_text(update: Update, context: Context) -> None:
    """Does what the words ask for; echoes everything else."""
    message = update.effective_message
    if answer := ANSWERS.get(message.text):
        await answer(message)
    else:
        await message.reply_text(f"{'Now: ' if update.edited_message else ''}{message.text}")


async def on_anything(update: Update, context: Context) -> None:
    message = update.message
    if message.location:
        words = f"You are at {message.location.latitude:.0f}"
        await message.reply_text(words, reply_markup=ReplyKeyboardRemove())
    else:
        await message.reply_text("A photo" if message.photo else "A voice note")


async def on_tap(update: Update, context: Context) -> None:
    query = update.callback_query
    match query.data:
        case "why":
            await query.answer("Because hips like it.", show_alert=True)
        case "done":
            await query.answer("Logged")
            await query.edit_message_text("Done. That is 1 of 5.")
        case "count":
            await context.bot_data["gate"].acquire()
            await query.answer()
            count = context.chat_data["taps"] = context.chat_data.get("taps", 0) + 1
            await query.edit_message_text(f"Tapped {count}", reply_markup=COUNTER)


async def on_reaction(update: Update, context: Context) -> None:
    given = update.message_reaction.new_reaction
    words = f"Thanks for {given[0].emoji}" if given else "Taken back"
    await context.bot.send_message(update.effective_chat.id, words)


@asynccontextmanager
async def running_bot(url: str, token: str, gate: asyncio.Semaphore) -> AsyncIterator[None]:
    """The bot while the block runs; `gate` lets it answer taps on the counter."""
    builder = Application.builder().token(token).base_url(f"{url}/bot")
    bot = builder.base_file_url(f"{url}/file/bot").build()
    bot.add_handler(MessageReactionHandler(on_reaction))
    bot.add_handler(CallbackQueryHandler(on_tap))
    bot.add_handler(MessageHandler(filters.TEXT, on_text))
    bot.add_handler(MessageHandler(filters.ALL, on_anything))
    bot.bot_data["gate"] = gate
    async with bot:
        await bot.bot.set_my_commands(
            [BotCommand("start", "Begin"), BotCommand("done", "Log it"), BotCommand("help", "Help")]
        )
        await bot.start()
        await bot.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield
        await bot.updater.stop()
        await bot.stop()
