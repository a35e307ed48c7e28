"""The plan as a file for a calendar."""

from telegram.ext import CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services.reminding import plan_calendar
from bot.views.account import calendar as views
from content.intents.meaning import Intent
from scheduler.calendar.ics import calendar as written


def calendar(chat: Conversation) -> None:
    """Reminders and run days of the next weeks."""
    events = plan_calendar.events(chat)
    if not events:
        chat.say(views.empty(chat.wording))
        return
    text = written(events, chat.wording.words["calendar"]["name"], chat.now)
    document = {"filename": f"limber-{chat.day}.ics", "text": text}
    caption = views.caption(chat.wording, plan_calendar.WEEKS)
    chat.send("send_document", {"document": document, **caption})


INTENTS = {Intent.CALENDAR: calendar}
HANDLERS: Handlers = [CommandHandler("calendar", handle(calendar))]
