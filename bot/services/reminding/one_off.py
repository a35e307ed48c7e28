"""What comes once more: a snooze, a repeat until done, a reminder on a day that was named."""

from bot.dispatch.conversation import Conversation
from bot.services.reminding import pauses
from scheduler.calendar.repeats import next_repeat
from scheduler.planning.memory import Reminder
from scheduler.reminders.series import rule_of
from scheduler.reminders.slots import ONCE, REPEAT, SNOOZE
from scheduler.reminders.snooze import Snoozed


def end(chat: Conversation) -> None:
    """Drop the snooze and the repeat, with the count of how often it was put off."""
    for row in chat.work.reminders.all(chat.runner.id):
        if row.slot in (SNOOZE, REPEAT) and (row.due or row.handed or row.data):
            chat.work.reminders.plan(Reminder(chat.runner.id, row.slot, None, None, {}))


def cancel(chat: Conversation) -> None:
    """The same at the runner's own wish, which can be taken back."""
    for row in chat.work.reminders.all(chat.runner.id):
        if row.slot in (SNOOZE, REPEAT) and row.due:
            chat.replaces(row.slot, row)
    end(chat)


def snooze(chat: Conversation, found: Snoozed) -> int:
    """Once more then; the series stays. Returns how many times in a row that makes."""
    kept = chat.work.reminders
    before, repeat = (kept.get(chat.runner.id, slot) for slot in (SNOOZE, REPEAT))
    chat.replaces(SNOOZE, before)
    if repeat:
        chat.replaces(REPEAT, repeat)
    data = dict(before.data) if before and before.data.get("on") == chat.day.isoformat() else {}
    times: int = data.get("times", 0) + 1
    asked = {"asked": repeat.data["asked"] - 1} if repeat and repeat.due else {}
    data = {**data, **asked, "times": times, "on": chat.day.isoformat()}
    due = None if found.by_series else found.due
    kept.plan(Reminder(chat.runner.id, SNOOZE, due, found.day, data))
    kept.rest(chat.runner.id, REPEAT)
    return times


def on_a_day(chat: Conversation, found: Snoozed) -> None:
    """One reminder on a day that was named; the series stays."""
    slot = f"{ONCE}:{found.due:%Y-%m-%dT%H:%M}"
    known = (each for each in chat.work.reminders.all(chat.runner.id) if each.slot == slot)
    chat.replaces(slot, next(known, None))
    chat.work.reminders.plan(Reminder(chat.runner.id, slot, found.due, found.day, {}))


def ask_again(chat: Conversation, told: Reminder) -> None:
    """After a reminder that repeats until done: plan the next time, if there is to be one."""
    rule = rule_of(told.data)
    asked = 0 if rule and rule.repeat else told.data.get("asked")
    if asked is None:
        return
    due = next_repeat(chat.now, asked, chat.zone, pauses.quiet(chat))
    if due:
        data = {"asked": asked + 1}
        chat.work.reminders.plan(Reminder(chat.runner.id, REPEAT, due, told.day, data))
