"""The reminders that stand: all of them at once, and ended by number, by time or together."""

from bot.dispatch.conversation import Conversation
from bot.services.reminding import one_off, schedule
from bot.services.reminding.named import meant
from bot.views.reminders import requests as views
from content.intents.meaning import Intent
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.slots import SERIES


def when(chat: Conversation) -> None:
    """All that is set, and when the next one comes."""
    if chat.runner.zone is None:
        chat.say(views.zone_first(chat.wording))
    else:
        chat.show(views.overview(chat.wording, schedule.overview(chat)))


def off(chat: Conversation) -> None:
    """No more of that reminder, or of any, until a time is set again."""
    rules = schedule.rules(chat)
    one = meant(rules, chat.meaning)
    if one is None and (chat.meaning.slot is not None or chat.meaning.at):
        when(chat)  # there is no such one: nothing ends
        return
    for slot in [one] if one else SERIES:
        schedule.keep(chat, slot, None)
    one_off.cancel(chat)
    left = [face(rule) for slot, rule in rules.items() if one and slot != one]
    chat.say(views.off(chat.wording, face(rules[one]) if one else None, left))


def face(rule: RecurrenceRule) -> str:
    return f"{rule.at:%H:%M}"


INTENTS = {Intent.REMIND_WHEN: when, Intent.REMIND_OFF: off}
