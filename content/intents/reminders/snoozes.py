"""Putting a reminder off: by minutes, until a time, or just not now. Answers a Meaning or None."""

from datetime import time, timedelta

from content.intents.meaning import Intent, Meaning
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.clock import later_today

LEADS = ("in", "for", "another", "me", "wait", "delay", "hold")  # before a bare "10"
BARE = 4  # words of "in 10 minutes"
GRIPS, ONTO = ("hold", "hang"), ("to", "onto", "the", "my", "something")
LONGEST_SNOOZE = 720  # minutes; whoever says "in two days" means a day


def snooze(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:snooze")
    if longer := _snoozed_until(plan):
        return longer
    if plan.has("until") and any(each.at is None for each in plan.clocks):
        return None  # no clock shows that time, which is what is said
    if plan.has("change") and plan.has("earlier", "later") and not marks:
        return None
    again = plan.named or plan.has("again")
    told = [each for each in plan.clocks if each.at or not marks]
    if (plan.content and not plan.named) or (told and not _only_hinted(plan)):
        return None
    minutes = _snooze_minutes(plan, bool(marks))
    if marks or (again and (minutes or _put_off(plan))):
        return plan.mean(Intent.SNOOZE, marks, minutes=minutes, at=_hinted(plan))
    brief = plan.brief is not None and plan.brief.lead == "in" and plan.reading.size <= BARE
    put_off = _put_off(plan)
    later = put_off and plan.short and not any(map(plan.reading.asks, set(plan.reading.clauses)))
    if later or (minutes and _more(plan)) or brief:
        at = None if minutes else _hinted(plan)
        return plan.mean(Intent.SNOOZE, put_off, minutes=minutes, at=at)
    return None


def _put_off(plan: ReminderMessage) -> list[Mark]:
    """Words of not now, where they are neither a "no wait" nor a grip: "hold on to a chair"."""
    marks = plan.reading.all("remind:put-off")
    return [m for m in marks if not _turns(plan, m) and not _grips(plan, m)]


def _turns(plan: ReminderMessage, mark: Mark) -> bool:
    """Does it only take back what was said: "no wait, 4"?"""
    opens = any(each.start == mark.start for each in plan.reading.all("mends:opener"))
    denied = plan.reading.word(mark.start - 1 - (plan.reading.word(mark.start - 1) == ","))
    return opens and denied in ("no", "nope")


def _grips(plan: ReminderMessage, mark: Mark) -> bool:
    """Is it a thing that is held, and no time: "hang on the bar", not "hang on a minute"?"""
    held = plan.reading.word(mark.start) in GRIPS
    timed = any(mark.end <= each.start <= mark.end + 2 for each in plan.reading.lengths)
    onto = (mark.end - 1, mark.end)
    words = {plan.reading.word(at) for at in onto}
    return held and not timed and not words.isdisjoint(ONTO)


def _snoozed_until(plan: ReminderMessage) -> Meaning | None:
    """When a snooze ends: "until 9pm", "till tomorrow at 8", "not now. 9"."""
    marks = plan.reading.all("remind:snooze-word") or _not_now(plan)
    clock = plan.clocks[0] if plan.clocks else None
    day = plan.day
    if marks and plan.span and plan.span.days and not clock:
        day = plan.today + timedelta(days=plan.span.days)
    if not marks or not (clock or day) or (clock and clock.at is None):
        return None
    at, today = later_today(clock, plan.now) if clock else (None, None)
    if clock and day:
        at = clock.at
    guessed = bool(clock and clock.guessed)
    return plan.mean(Intent.SNOOZE, marks[:1], at=at, day=day or today, guessed=guessed)


def _not_now(plan: ReminderMessage) -> list[Mark]:
    """Words of not now beside one time, and of no change: "later, at 8 pm"."""
    one = len(plan.clocks) == 1 and plan.short and not (plan.named or plan.content or plan.day)
    if not one or plan.has("change", "from-now", "until"):
        return []
    return [each for each in _put_off(plan) if not _judges(plan, each)]


def _judges(plan: ReminderMessage, mark: Mark) -> bool:
    """Does it say of another time that it does not suit: "7 is too early, 8:40 please"?"""
    return plan.reading.word(mark.start - 1) in ("is", "was") and any(
        plan.reading.tokens[at].is_number for at in range(max(0, mark.start - 2), mark.start)
    )


def _only_hinted(plan: ReminderMessage) -> bool:
    """Is the only time a named one, for today: "remind me again this evening"?"""
    today = plan.reading.has("when:today") or plan.has("snooze", "again", "put-off")
    return today and all(clock.named for clock in plan.clocks)


def _hinted(plan: ReminderMessage) -> time | None:
    return plan.clocks[0].at if plan.clocks else None


def _more(plan: ReminderMessage) -> bool:
    return bool(plan.brief and plan.brief.lead == "more") or plan.has("give-me")


def _snooze_minutes(plan: ReminderMessage, snoozing: bool) -> int | None:
    """A length, or a bare number where only minutes can be meant: "again in 25", "snooze 20"."""
    if plan.brief and (snoozing or plan.brief.minutes <= LONGEST_SNOOZE):
        return round(plan.brief.minutes * (plan.brief.amount > 0))
    for at in range(len(plan.reading.tokens)):
        number = plan.reading.number(at)
        lead = plan.reading.word(at - 1) in LEADS or snoozing
        follows = plan.reading.word(at + 1) in (
            "",
            ".",
            "!",
            ",",
            "please",
            "more",
            "then",
            "and",
            "?",
            "or",
        )
        likely = plan.has("snooze-word") or (number and 1 < number <= LONGEST_SNOOZE)
        if number is not None and lead and follows and likely:
            return number
    return None
