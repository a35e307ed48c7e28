"""The plan for a calendar: as a file, and under a secret address that a calendar follows."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services.reminding import plan_calendar
from bot.views.account import calendar as views
from content.intents.meaning import Intent


def calendar(chat: Conversation) -> None:
    """Reminders and run days of the next weeks."""
    events = plan_calendar.events(chat)
    if not events:
        chat.say(views.empty(chat.wording))
        return
    document = {"filename": f"limber-{chat.day}.ics", "text": plan_calendar.file(chat, events)}
    follows = chat.work.calendar_feeds.since(chat.runner.id) is not None
    below = views.below_file(chat.wording, plan_calendar.WEEKS, follows=follows)
    chat.send("send_document", {"document": document, **below})


def ended(chat: Conversation) -> None:
    """The address leads nowhere any more."""
    chat.work.calendar_feeds.close(chat.runner.id)
    _settled(chat)
    chat.say(views.feed_ended(chat.wording))


def _settled(chat: Conversation) -> None:
    if chat.tap and chat.tap.message_id:
        chat.unbutton(chat.tap.message_id)


def handlers(page: str | None) -> Handlers:
    """`page`: where the world reaches what is served here. Without it there are no addresses."""

    def made(chat: Conversation) -> None:
        """A new address; one from before leads nowhere any more."""
        secret = chat.work.calendar_feeds.open(chat.runner.id, chat.now)
        _settled(chat)
        chat.say(views.feed(chat.wording, plan_calendar.address(page or "", secret)))

    feeds = [
        CallbackQueryHandler(handle(made), r"^feed:new$"),
        CallbackQueryHandler(handle(ended), r"^feed:off$"),
    ]
    return [CommandHandler("calendar", handle(calendar)), *(feeds if page else [])]


INTENTS = {Intent.CALENDAR: calendar}
