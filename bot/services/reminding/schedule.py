"""A runner's reminders: the rules in their rows, and what is planned by them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.dispatch.conversation import Conversation
from bot.services.reminding import desk_breaks, keyboards, one_off, pauses
from bot.values.overview import Overview
from scheduler.calendar.recurrence import (
    DAY,
    Occurrence,
    RecurrenceRule,
    begin,
    fire,
    next_occurrence,
    replan,
)
from scheduler.planning.memory import Reminder
from scheduler.reminders.series import rule_of, stored
from scheduler.reminders.slots import (
    CARE,
    CHECK_IN,
    DAILY,
    HOLD,
    ONCE,
    REPEAT,
    SERIES,
    SNOOZE,
    check_in,
    settles,
)
from scheduler.reminders.snooze import MORNING
from storage.answers import AnswerKey

ASKED = "asked"  # in a row of the question how it is: how often it went unanswered
ASIDE = (CARE, CHECK_IN, HOLD)  # these are no reminders in a runner's words
HELD_BACK = (*SERIES, ONCE, SNOOZE, REPEAT)
Find = Callable[[RecurrenceRule, date | None, datetime], Occurrence | None]


def rules(chat: Conversation) -> dict[str, RecurrenceRule]:
    """The reminders that repeat, by slot. Empty while the zone isn't known."""
    rows = _rows(chat)
    found = {slot: _rule(chat, slot, rows.get(slot)) for slot in SERIES}
    return {slot: rule for slot, rule in found.items() if rule}


def daily(chat: Conversation) -> RecurrenceRule | None:
    """The first reminder's rule; None without one."""
    return _rule(chat, DAILY, _rows(chat).get(DAILY))


def _rows(chat: Conversation) -> Mapping[str, Reminder]:
    return {each.slot: each for each in chat.work.reminders.all(chat.runner.id)}


def _rule(chat: Conversation, slot: str, row: Reminder | None) -> RecurrenceRule | None:
    kept = rule_of(row.data) if row else None
    if chat.runner.zone is None:
        return None
    if slot == DAILY:
        kept = _answered(chat, kept)
    if kept is None:
        return None
    skips = frozenset(day for day in kept.skips if day >= chat.local.date())
    return replace(kept, zone=chat.runner.zone, pauses=pauses.pauses(chat), skips=skips)


def _answered(chat: Conversation, kept: RecurrenceRule | None) -> RecurrenceRule | None:
    """The first reminder's time and days are answers of the first chat."""
    at, days = chat.answers.remind_at, frozenset(chat.answers.remind_days)
    if at is None:
        return None
    return replace(kept, at=at, days=days) if kept else RecurrenceRule(at, days, chat.zone)


def keep(chat: Conversation, slot: str, rule: RecurrenceRule | None) -> None:
    """Set a reminder, change it, or (None) drop it."""
    if slot == DAILY:
        days = {AnswerKey.REMIND_DAYS.value: sorted(rule.days)} if rule else {}
        chat.remember(remind_at=f"{rule.at:%H:%M}" if rule else None, **days)
    if slot == DAILY and rule is None and chat.runner.locks:
        ask_tomorrow(chat)  # the reminder that would have asked is gone
    rule = replace(rule, pauses=pauses.pauses(chat)) if rule else None
    rows = _rows(chat)
    row = rows.get(slot)
    if (row.data if row else {}) != (stored(rule) if rule else {}):
        chat.replaces(slot, row)
    _plan(chat, slot, rule, _served(rows.get(slot)), begin)
    _plan_recap(chat, rows.get(CHECK_IN), moved=False)


def refresh(chat: Conversation, *, moved: bool = False) -> None:
    """Plan everything anew after something changed that all of it depends on."""
    rows = _rows(chat)
    for slot in SERIES:
        row = rows.get(slot)
        rule = _rule(chat, slot, row)
        if row or rule:
            _plan(chat, slot, rule, _served(row), replan if moved else begin)
    _plan_recap(chat, rows.get(CHECK_IN), moved=moved)
    if held := desk_breaks.get(chat):
        desk_breaks.keep(chat, held)


def _plan_recap(chat: Conversation, row: Reminder | None, *, moved: bool) -> None:
    """The look back on Sunday, for those who are reminded and did not refuse it."""
    wanted = chat.answers.recap and daily(chat) is not None
    rule = replace(check_in(chat.zone), pauses=pauses.pauses(chat)) if wanted else None
    if row or rule:
        _plan(chat, CHECK_IN, rule, _served(row), replan if moved else begin)


def _served(row: Reminder | None) -> date | None:
    """The last date that was told; one that is only on its way there is taken back."""
    if row is None or row.served is None:
        return None
    return row.served - DAY if row.handed else row.served


def _plan(
    chat: Conversation, slot: str, rule: RecurrenceRule | None, last: date | None, find: Find
) -> None:
    """Plan what comes after `last`, the last date that was served."""
    following = find(rule, last, chat.now) if rule else None
    due, day = (following.due, following.day) if following else (None, None)
    data = stored(rule) if rule else {}
    chat.work.reminders.plan(Reminder(chat.runner.id, slot, due, day, data, served=last))


def planned(chat: Conversation) -> dict[str, datetime]:
    """When each slot's next occurrence is meant to come, on the runner's own clock."""
    found = {slot: _meant(row) for slot, row in _rows(chat).items()}
    return {slot: due.astimezone(chat.local.tzinfo) for slot, due in found.items() if due}


def _meant(row: Reminder) -> datetime | None:
    """A busy minute may have moved the row's own `due` a little; that is not what was asked."""
    rule = rule_of(row.data)
    return fire(row.day, rule.at, rule.zone) if rule and row.due and row.day else row.due


def next_reminder(chat: Conversation) -> datetime | None:
    """When the next daily reminder is due, on the runner's own clock."""
    return min((due for slot, due in planned(chat).items() if slot in SERIES), default=None)


def overview(chat: Conversation) -> Overview:
    """All that is set, and when the next of it comes."""
    due = planned(chat)
    today = chat.local.date()
    until = max((each.until for each in pauses.pauses(chat) if each.covers(today)), default=None)
    away = next((each.since for each in pauses.pauses(chat) if each.since), None)
    return Overview(
        rules=rules(chat),
        once=sorted(when for slot, when in due.items() if slot.startswith(ONCE)),
        due=min((when for slot, when in due.items() if slot not in ASIDE), default=None),
        paused_until=until,
        away=away if away and today < away else None,
        breaks=desk_breaks.get(chat),
        quiet=pauses.quiet(chat),
    )


def hold_back(chat: Conversation, until: datetime) -> None:
    """Nothing before that instant: what is due earlier comes then, and desk breaks wait."""
    for slot, row in _rows(chat).items():
        if slot.partition(":")[0] in HELD_BACK and row.due and row.due < until:
            chat.replaces(slot, row)
            chat.work.reminders.plan(replace(row, due=until, handed=None))
    if held := desk_breaks.get(chat):
        desk_breaks.keep(chat, held, until)


# What a logged day does.


def settle_today(chat: Conversation) -> None:
    """Nothing more today: no snooze, no repeat, and what is still planned for it is passed over."""
    one_off.end(chat)
    keyboards.of_offers(chat)
    for slot, row in _rows(chat).items():
        rule = rule_of(row.data) if slot in SERIES else None
        if rule and row.due and row.day:
            meant = Occurrence(row.day, fire(row.day, rule.at, rule.zone))
            if settles(chat.day, chat.now, meant, chat.zone):
                _plan(chat, slot, rule, row.day, next_occurrence)


def reopen_today(chat: Conversation) -> None:
    """Today is open again: its reminders come, if their time is still ahead."""
    for slot, rule in rules(chat).items():
        _plan(chat, slot, rule, None, begin)


def settled(chat: Conversation, occurrence: Occurrence) -> bool:
    """Whether what was logged makes the occurrence needless."""
    entries = chat.work.session_log.entries(chat.runner.id, since=chat.day)
    return any(settles(each.day, each.logged_at, occurrence, chat.zone) for each in entries)


def ask_tomorrow(chat: Conversation, days: int = 1, asked: int = 0) -> None:
    """Ask how it is in some days, at the reminder's time; the reminder itself asks if it comes.

    `asked` counts the questions before it that nobody answered.
    """
    rule, day = daily(chat), chat.local.date() + days * DAY
    if chat.runner.zone is None:  # when it is morning is not known; a day from now they are awake
        due = chat.now + days * DAY
        chat.work.reminders.plan(Reminder(chat.runner.id, CARE, due, day, {ASKED: asked}))
    elif rule is None or not rule.means(day):
        due = fire(day, rule.at if rule else MORNING, chat.zone)
        chat.work.reminders.plan(Reminder(chat.runner.id, CARE, due, day, {ASKED: asked}))


# The chat as a whole.


def switch_off(chat: Conversation) -> None:
    """The runner has closed the chat: nothing is due until they write again."""
    chat.work.runners.switch_off(chat.runner.id, chat.now)
    chat.work.reminders.rest_all(chat.runner.id)


def switch_on(chat: Conversation) -> None:
    """The runner is back: what they had set is planned anew."""
    chat.change(off_since=None)
    refresh(chat)
