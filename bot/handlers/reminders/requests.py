"""Reminders in words: set, moved, one_off, ended, paused, asked about."""

from dataclasses import replace
from datetime import date, time, timedelta

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import enrolment
from bot.services.questionnaire import answer, summary
from bot.services.reminding import days_off, one_off, pauses, schedule
from bot.services.training_state import training_state
from bot.values.profile import days_spoken
from bot.views.onboarding.questions import settings
from bot.views.reminders import requests as views
from content.intents.meaning import Intent
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.slots import DAILY, SERIES, free_slot
from scheduler.reminders.snooze import SnoozeRefusal, on
from storage.answers import EVERY_DAY, AnswerKey

WEEK, LONGEST = timedelta(days=7), timedelta(days=180)


def remind(chat: Conversation) -> None:
    """Set or change a reminder by what was said of it; with nothing said, show them all."""
    wish = chat.meaning
    about = (wish.at, wish.days, wish.until)
    if not any(about) and wish.shift is None and wish.exact is None:
        when(chat)
    elif chat.runner.zone is None:
        _note(chat)
    elif wish.at and wish.day:
        _once(chat, wish.day, wish.at)
    else:
        _set(chat)


def _note(chat: Conversation) -> None:
    """Without a zone there is no reminder yet, but what was said of it is kept."""
    if chat.meaning.days:
        answer(chat, "remind_days", sorted(chat.meaning.days))
    if chat.meaning.at:
        answer(chat, "remind_at", f"{chat.meaning.at:%H:%M}")
    chat.say(views.zone_first(chat.wording))


def _once(chat: Conversation, day: date, at: time) -> None:
    found = on(day, at, chat.now, chat.zone)
    if isinstance(found, SnoozeRefusal):
        chat.say(views.over(chat.wording, found))
        return
    one_off.on_a_day(chat, found)
    usual = ", ".join(map(_face, schedule.rules(chat).values()))
    due = found.due.astimezone(chat.local.tzinfo)
    today = found.day == chat.local.date()
    chat.say(
        views.once(chat.wording, due, usual or None, today=today, guessed=chat.meaning.guessed)
    )


def _set(chat: Conversation) -> None:
    rules = schedule.rules(chat)
    slot = _slot(chat, rules)
    if slot is None:
        _no_room(chat)
        return
    rule = _wished(chat, rules.get(slot))
    if rule is None:  # days, but no time yet
        answer(chat, "remind_days", sorted(chat.meaning.days))
        chat.say(
            views.days_noted(
                chat.wording, days_spoken(chat.wording, sorted(chat.meaning.days) or EVERY_DAY)
            )
        )
        return
    ended = chat.runner.paused_until
    if ended:
        chat.change(paused_until=None)
        days_off.plan(chat)
        schedule.refresh(chat)
    schedule.keep(chat, slot, rule)
    confirm(chat, slot, ended=ended)
    for at in chat.meaning.also:  # "at 7 and at 18:30"
        _another(chat, replace(rule, at=at))


def _another(chat: Conversation, rule: RecurrenceRule) -> None:
    rules = schedule.rules(chat)
    if any(each.at == rule.at for each in rules.values()):
        return
    slot = free_slot(rules)
    if slot is None:
        _no_room(chat)
    else:
        schedule.keep(chat, slot, rule)
        confirm(chat, slot)


def _no_room(chat: Conversation) -> None:
    chat.say(views.full(chat.wording, [*map(_face, schedule.rules(chat).values())]))


def _slot(chat: Conversation, rules: dict[str, RecurrenceRule]) -> str | None:
    """The reminder that is meant: by its number, or the first; None if there is no room."""
    number = chat.meaning.slot
    if number is None:
        return DAILY
    known = list(rules)
    return known[number - 1] if 0 < number <= len(known) else free_slot(rules)


def _wished(chat: Conversation, rule: RecurrenceRule | None) -> RecurrenceRule | None:
    """The rule with what was said of it."""
    wish = chat.meaning
    at = wish.at or (_shifted(rule.at, wish.shift) if rule and wish.shift is not None else None)
    if rule is None:
        known = chat.answers.remind_days
        rule = RecurrenceRule(at, frozenset(known), chat.zone) if at else None
    if rule is None:
        return None
    over = rule.until is not None and rule.until < chat.local.date()
    return replace(
        rule,
        at=at or rule.at,
        days=wish.days or rule.days,
        until=wish.until or (None if over else rule.until),
        exact=rule.exact if wish.exact is None else wish.exact,
    )


def _shifted(at: time, minutes: int) -> time:
    """Earlier or later by what was said; it stays within its day."""
    shifted = at.hour * 60 + at.minute + minutes
    return time(*divmod(min(max(shifted, 0), 24 * 60 - 1), 60))


def confirm(chat: Conversation, slot: str, *, ended: date | None = None) -> None:
    rules = schedule.rules(chat)
    number = list(rules).index(slot) + 1 if len(rules) > 1 else None
    due = schedule.planned(chat).get(slot)
    guessed = chat.meaning.guessed
    chat.say(
        views.confirmed(chat.wording, slot, rules[slot], number, due, guessed=guessed, ended=ended)
    )


def nag(chat: Conversation) -> None:
    """Ask again until it is done, or once only: all reminders alike."""
    rules = schedule.rules(chat)
    if not rules:
        when(chat)
        return
    for slot, rule in rules.items():
        schedule.keep(chat, slot, replace(rule, repeat=chat.meaning.on))
    confirm(chat, next(iter(rules)))


def when(chat: Conversation) -> None:
    """All that is set, and when the next one comes."""
    if chat.runner.zone is None:
        chat.say(views.zone_first(chat.wording))
    else:
        chat.show(views.overview(chat.wording, schedule.overview(chat)))


def off(chat: Conversation) -> None:
    """No more of that reminder, or of any, until a time is set again."""
    rules = schedule.rules(chat)
    number, known = chat.meaning.slot, list(rules)
    one = known[number - 1] if number is not None and number <= len(known) and known else None
    for slot in [one] if one else SERIES:
        schedule.keep(chat, slot, None)
    one_off.end(chat)
    left = [_face(rule) for slot, rule in rules.items() if one and slot != one]
    chat.say(views.off(chat.wording, _face(rules[one]) if one else None, left))


def _face(rule: RecurrenceRule) -> str:
    return f"{rule.at:%H:%M}"


def pause(chat: Conversation) -> None:
    """No reminders for some days, a week unless said otherwise."""
    today = chat.local.date()
    until = chat.meaning.day or today + WEEK
    if chat.tap:
        until = _tapped(chat, today)
    since = chat.meaning.since
    if since and since > today:
        _holiday(chat, since, min(until, since + LONGEST))
        return
    until = min(max(until, today + timedelta(days=1)), today + LONGEST)
    days_off.rest_until(chat, until, chat.meaning.reason)
    waits = enrolment.goes_on(chat, training_state(chat))
    chat.show(views.paused(chat.wording, until, None, chat.meaning.reason, waits))


def _holiday(chat: Conversation, since: date, until: date) -> None:
    """A pause that is to come; what was set goes on until then."""
    pauses.plan_holiday(chat, since, until)
    days_off.plan(chat, chat.meaning.reason)
    schedule.refresh(chat)
    waits = enrolment.goes_on(chat, training_state(chat))
    chat.say(views.paused(chat.wording, until, since, chat.meaning.reason, waits))


def _tapped(chat: Conversation, today: date) -> date:
    """A number of days, or the day on which it ends."""
    (wish,) = chat.args(1)
    try:
        return today + timedelta(days=int(wish)) if wish.isdigit() else date.fromisoformat(wish)
    except (ValueError, OverflowError):
        raise StaleTap(wish) from None


def resume(chat: Conversation) -> None:
    """The pause is over, and a holiday that was told of is called off."""
    chat.change(answers=chat.answers.without(AnswerKey.AWAY))
    days_off.rest_until(chat, None)
    if chat.tap:
        chat.show(settings(chat.wording, summary(chat), pauses.paused(chat)), label="settings")
    else:
        when(chat)


def bad_time(chat: Conversation) -> None:
    chat.say(views.bad_time(chat.wording))


INTENTS = {
    Intent.REMIND: remind,
    Intent.REMIND_DAYS: remind,
    Intent.REMIND_WHEN: when,
    Intent.REMIND_OFF: off,
    Intent.NAG: nag,
    Intent.PAUSE: pause,
    Intent.RESUME: resume,
    Intent.BAD_TIME: bad_time,
}
HANDLERS: Handlers = [
    CommandHandler("resume", handle(resume)),
    CallbackQueryHandler(handle(pause), r"^pause:"),
    CallbackQueryHandler(handle(resume), r"^resume$"),
]
