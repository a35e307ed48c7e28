"""Reminders in words: set, moved, on other days, sent once, repeated until done."""

from dataclasses import replace
from datetime import date, time

from bot.dispatch.conversation import Conversation
from bot.handlers.reminders.standing import face, off, when
from bot.services.asking.questionnaire import answer
from bot.services.reminding import days_off, one_off, schedule
from bot.values.profile import days_spoken
from bot.views.reminders import requests as views
from content.intents.meaning import Intent, Meaning
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.slots import DAILY, free_slot, slot_about, slot_numbered
from scheduler.reminders.snooze import MORNING, SnoozeRefusal, on
from scheduler.reminders.wished_rule import goes_by_run, run_known, wished
from storage.answers import EVERY_DAY


def remind(chat: Conversation) -> None:
    """Set or change a reminder by what was said of it; with nothing said, show them all."""
    wish = chat.meaning
    if not _says_something(wish):
        when(chat)
    elif chat.runner.zone is None:
        _note(chat)
    elif goes_by_run(wish) and not run_known(wish, chat.answers.profile):
        chat.say(views.run_first(chat.wording))
    elif wish.day:
        _on_a_day(chat, wish.day)
    elif wish.was and slot_about(schedule.rules(chat), wish.was) is None:
        when(chat)  # there is none at the old time: nothing changes
    elif wish.fewer_days and schedule.rules(chat):
        _leave_days_out(chat)
    else:
        _set(chat)


def _says_something(wish: Meaning) -> bool:
    """Is anything said of the reminder but that there shall be one?"""
    told = (wish.at, wish.days, wish.until, wish.day, wish.others, wish.weeks, wish.skips)
    kinds = (wish.shift, wish.exact, wish.silent, wish.run, wish.run_days)
    return any(told) or any(each is not None for each in kinds)


def _on_a_day(chat: Conversation, day: date) -> None:
    """Once on that day, at the usual time if none was said; for a session that moves, the old
    day is left out.
    """
    rule = schedule.rules(chat).get(DAILY)
    own = rule is not None and rule.means(day)
    if chat.meaning.skips:
        _set(chat)
        if own:
            return
    at = chat.meaning.at or (rule.at if rule and not own else None)
    if at is None:
        chat.say(views.which_time(chat.wording, day, face(rule) if rule else None))
    else:
        for each in (day, *chat.meaning.also_on):
            _once(chat, each, at)


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
    usual = ", ".join(map(face, schedule.rules(chat).values()))
    due = found.due.astimezone(chat.local.tzinfo)
    today = found.day == chat.local.date()
    chat.say(
        views.once(chat.wording, due, usual or None, today=today, guessed=chat.meaning.guessed)
    )


def _set(chat: Conversation) -> None:
    rules = schedule.rules(chat)
    chat.meaning = _for_some_days(chat.meaning, rules)
    slot = _slot(chat, rules)
    if slot is None:
        _no_room(chat)
        return
    rule = _wished(chat, rules.get(slot))
    if rule is None and not chat.meaning.days:  # nothing there to change
        when(chat)
        return
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
    for at, days in chat.meaning.others:  # "weekdays 7, weekends 9"
        _another(chat, replace(rule, at=at, days=days))


def _for_some_days(wish: Meaning, rules: dict[str, RecurrenceRule]) -> Meaning:
    """Another time for some of the days leaves the others: "Saturdays make it eleven"."""
    first = rules.get(DAILY)
    if first is None or wish.at is None or not wish.mends or wish.slot is not None or wish.was:
        return wish
    stay = first.days - wish.days
    known = frozenset().union(*(rule.days for rule in rules.values()))
    if not stay or not wish.days <= known:
        return wish
    return replace(wish, at=first.at, days=stay, others=((wish.at, wish.days),))


def _leave_days_out(chat: Conversation) -> None:
    """Those weekdays go from every series, and a series that has no other goes with them.

    What comes in their place comes with the first series that lost any, or with the first.
    """
    rules, wanted = schedule.rules(chat), chat.meaning.days
    more = chat.meaning.more_days
    kept = {slot: rule.days & wanted for slot, rule in rules.items()}
    losing = [slot for slot, days in kept.items() if days != rules[slot].days]
    for slot in losing[:1] or [*rules][:1]:
        kept[slot] |= more
    if not any(kept.values()):
        off(chat)
        return
    fewer = {slot: days for slot, days in kept.items() if days != rules[slot].days}
    for slot, days in fewer.items():
        schedule.keep(chat, slot, replace(rules[slot], days=days) if days else None)
    for slot in [slot for slot, days in fewer.items() if days] or [*schedule.rules(chat)][:1]:
        confirm(chat, slot)


def _another(chat: Conversation, rule: RecurrenceRule) -> None:
    """One more, or another time for the further one that has these days already."""
    rules = schedule.rules(chat)
    if any((each.at, each.days) == (rule.at, rule.days) for each in rules.values()):
        return
    parted = chat.meaning.others
    same = (slot for slot, each in rules.items() if slot != DAILY and each.days == rule.days)
    slot = next(same, None) if parted else None
    slot = slot or free_slot(rules)
    if slot is None:
        _no_room(chat)
    else:
        schedule.keep(chat, slot, rule)
        confirm(chat, slot)


def _no_room(chat: Conversation) -> None:
    chat.say(views.full(chat.wording, [*map(face, schedule.rules(chat).values())]))


def _slot(chat: Conversation, rules: dict[str, RecurrenceRule]) -> str | None:
    """The one that is meant: by its old time or its number, or the first; None if all are taken."""
    number = chat.meaning.slot
    if named := slot_about(rules, chat.meaning.was):
        return named
    if number is None:
        return DAILY
    return slot_numbered(rules, number) or free_slot(rules)


def _wished(chat: Conversation, rule: RecurrenceRule | None) -> RecurrenceRule | None:
    """The rule with what was said of it."""
    known = frozenset(chat.answers.remind_days)
    first = rule or RecurrenceRule(MORNING, known, chat.zone)
    profile = chat.answers.profile
    unset = rule is None and not (chat.meaning.at or chat.meaning.run is not None)
    return None if unset else wished(chat.meaning, first, profile, chat.now)


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


def bad_time(chat: Conversation) -> None:
    chat.say(views.bad_time(chat.wording))


def cannot(chat: Conversation) -> None:
    """What no reminder can do is said by name, and nothing changes."""
    chat.say(views.cannot(chat.wording, chat.meaning.topic or "", chat.meaning.named or ""))


INTENTS = {
    Intent.REMIND: remind,
    Intent.REMIND_DAYS: remind,
    Intent.NAG: nag,
    Intent.BAD_TIME: bad_time,
    Intent.CANNOT: cannot,
}
