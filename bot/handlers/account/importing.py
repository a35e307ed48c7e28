"""A log from elsewhere: a file is read and shown, and comes in with a tap.

The file itself is not kept: between the two only its id is, and it is fetched once more.
"""

import asyncio
from functools import partial
from typing import TypeAlias

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.dispatch.context import Context, Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.gateway.client import BotClient, TooLarge
from bot.services.reminding import schedule
from bot.views.account import importing as views
from content.intents.meaning import Intent
from scheduler.log.entries import ACTIVE
from scheduler.log.import_files import LARGEST, ImportRefusal, Row, rows_of
from scheduler.log.imported import ImportedLog, read
from storage.store import UnitOfWork

PATIENCE = 10  # seconds for the file to come
WAITING = "import"  # where the file is kept in mind: its id, and the message that it came with
ENDINGS = ("csv", "json", "tsv", "txt")
Found: TypeAlias = list[Row] | ImportRefusal


def how(chat: Conversation) -> None:
    """What to send."""
    chat.say(views.how(chat.wording))


async def _received(update: Update, context: Context) -> None:
    document = update.effective_message and update.effective_message.document
    assert document  # noqa: S101 - the filter looked
    found = await _fetched(context, document.file_id)
    await handle(partial(_preview, document.file_id, found))(update, context)


async def _fetched(context: Context, file_id: str) -> Found:
    """The rows of a file, read outside of any transaction."""
    assert isinstance(context.bot, BotClient)  # noqa: S101 - as it was built
    try:
        async with asyncio.timeout(PATIENCE):
            content = await context.bot.download(file_id, LARGEST)
    except TooLarge:
        return ImportRefusal.LARGE
    except (TelegramError, TimeoutError):
        return ImportRefusal.LOST
    return await asyncio.to_thread(rows_of, content)


def _preview(file_id: str, rows: Found, chat: Conversation) -> None:
    found = _read(chat, rows)
    if isinstance(found, ImportRefusal):
        chat.say(views.refused(chat.wording, found))
        return
    key = str(chat.message_id)
    _remember(chat, {"file": file_id, "key": key} if found.entries else None)
    chat.say(views.preview(chat.wording, found, key))


def _read(chat: Conversation, rows: Found) -> ImportedLog | ImportRefusal:
    if isinstance(rows, ImportRefusal):
        return rows
    log = chat.work.session_log.entries(chat.runner.id)
    return read(rows, log, chat.content.library.cards, chat.now, chat.day)


def _remember(chat: Conversation, waiting: dict[str, str] | None) -> None:
    chat.change(shown={**(chat.runner.shown or {}), WAITING: waiting})


def _check_asked(chat: Conversation) -> None:
    """Raises StaleTap for the button of another file than the last one."""
    waiting = (chat.runner.shown or {}).get(WAITING) or {}
    key = chat.args(2)[1]
    if waiting.get("key") != key:
        raise StaleTap(key)


async def _agreed(update: Update, context: Context) -> None:
    chat = update.effective_chat  # none, if the tap came without its message
    file_id = await context.bot_data.store.run(partial(_file_of, chat.id)) if chat else None
    rows = await _fetched(context, file_id) if file_id else ImportRefusal.LOST
    await handle(partial(_add, rows))(update, context)


def _file_of(runner_id: int, work: UnitOfWork) -> str | None:
    """The id of the file that is asked about."""
    runner = work.runners.get(runner_id)
    waiting = (runner.shown or {}).get(WAITING) if runner else None
    return str(waiting["file"]) if waiting else None


def _add(rows: Found, chat: Conversation) -> None:
    """All of it at once, read by what the log says now."""
    _check_asked(chat)
    found = _read(chat, rows)
    if isinstance(found, ImportRefusal):
        chat.say(views.refused(chat.wording, found))
        return
    _remember(chat, None)
    chat.work.session_log.record(chat.runner.id, *found.entries)
    if any(each.day == chat.day and each.status in ACTIVE for each in found.entries):
        schedule.settle_today(chat)
    chat.toast("saved")
    chat.show(views.imported(chat.wording, len(found.entries)))


def _refused(chat: Conversation) -> None:
    _check_asked(chat)
    _remember(chat, None)
    chat.toast("kept_as_it_is")
    if chat.tap and chat.tap.message_id:
        chat.unbutton(chat.tap.message_id)


INTENTS = {Intent.IMPORT: how}
_FILES = filters.Document.MimeType("text/csv") | filters.Document.MimeType("application/json")
for _ending in ENDINGS:
    _FILES |= filters.Document.FileExtension(_ending)
HANDLERS: Handlers = [
    CommandHandler("import", handle(how)),
    MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & _FILES, _received),
    CallbackQueryHandler(_agreed, r"^import:yes:"),
    CallbackQueryHandler(handle(_refused), r"^import:no:"),
]
