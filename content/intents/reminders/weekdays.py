"""On which weekdays: chosen, left out, or stopped."""

from content.intents.meaning import Intent, Meaning
from content.intents.reminders import series
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.dates import WEEK, chosen, day_groups, every_such
from content.language.when.dates import weekdays as named_weekdays

TOLD = ("log:done", "log:did", "log:worked", "log:missed", "log:undo", "log:cut")


def once_or_always(plan: ReminderMessage) -> Meaning | None:
    """Both, where a day is left out and nothing says for how long: "no saturday", "off sunday"."""
    always = _days_out(plan) if _is_open(plan) else None
    if always is None:
        return None
    once = tuple(sorted(day for day, _ in plan.days_named))
    said = [Mark(start, start + 1, "") for _, start in plan.days_named]
    because = (*always.because, *plan.reading.said(*said))
    offers = (Meaning(Intent.REMIND, skips=once, because=because), always)
    return Meaning(Intent.SURE, offers=offers, because=because)


def _is_open(plan: ReminderMessage) -> bool:
    """Does it name days by themselves, and neither reminders nor how long it shall be so?"""
    reading, named = plan.reading, named_weekdays(plan.reading)
    lasting = reading.has("every", "lasting:always", "remind:from-now", "remind:change")
    if plan.named or lasting or not plan.short or any(every_such(reading, day) for day in named):
        return False
    return bool(named) and _only_leaves_out(plan)


def excluded_days(plan: ReminderMessage) -> Meaning | None:
    """Days left out ("no reminders at weekends"), which ends nothing."""
    return None if _is_open(plan) else _days_out(plan)


def _days_out(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:off", "remind:only", "grammar:not")
    days = _kept(plan)
    other = plan.content or plan.reading.has("remind:until") or plan.left_out
    if not marks or not days or plan.clocks or other or _of_the_past(plan):
        return None
    if series.moved_session(plan):
        return None
    repeated = plan.reading.has("every") or len(named_weekdays(plan.reading)) > 0
    fewer = _only_leaves_out(plan)
    more = _wanted(plan) if _stopped(plan) else frozenset()
    found = plan.mean(
        Intent.REMIND_DAYS, marks[:1], days=days | more, fewer_days=fewer, more_days=more
    )
    return found if repeated else None


def _of_the_past(plan: ReminderMessage) -> bool:
    """Is it asked or told what was done, or about runs: "did i do nothing tuesday?" """
    if plan.named:
        return False
    told = plan.reading.has("log:did", "log:missed", "meta:progress") or _of_runs(plan)
    return told or any(map(plan.reading.asks, set(plan.reading.clauses)))


def _of_runs(plan: ReminderMessage) -> bool:
    return any(mark.concept == "elsewhere:run" for mark in plan.reading.all_marks)


def _only_leaves_out(plan: ReminderMessage) -> bool:
    """Does it name no days that shall have a reminder?"""
    return bool(_stopped(plan)) or all(group.excluded for group in day_groups(plan.reading))


def _kept(plan: ReminderMessage) -> frozenset[int]:
    """The weekdays that stay: what is stopped "on wednesdays" is stopped on that day alone."""
    if stopped := _stopped(plan):
        return WEEK - stopped
    return chosen(plan.reading)


def _stopped(plan: ReminderMessage) -> frozenset[int]:
    groups = day_groups(plan.reading)
    stopped = [mark for mark in plan.reading.all("remind:off") if not _answers(plan, mark)]
    if groups and stopped and stopped[0].start < groups[0].start and not plan.has("only-word"):
        elsewhere = _wanted(plan)
        if len(groups) > 1 and groups[0].days == WEEK:  # "off every day except sunday"
            return WEEK - frozenset(day for group in groups[1:] for day in group.days)
        return frozenset(day for group in groups for day in group.days) - elsewhere
    return frozenset()


def _answers(plan: ReminderMessage, mark: Mark) -> bool:
    """A "no" with a sign behind it speaks of what was said before: "no, mondays"."""
    return plan.reading.word(mark.end) in (",", ".", "!")


def _wanted(plan: ReminderMessage) -> frozenset[int]:
    """Days of a clause that puts them in the place of others: "send them on fridays instead"."""
    placing = {plan.reading.clause_of(m) for m in plan.reading.all("remind:change", "remind:send")}
    ending = {plan.reading.clause_of(mark) for mark in plan.reading.all("remind:off")}
    groups = day_groups(plan.reading)
    asked = [g for g in groups if plan.reading.clauses[g.start] in placing - ending]
    return frozenset(day for group in asked for day in group.days)


def days(plan: ReminderMessage) -> Meaning | None:
    days = chosen(plan.reading)
    if days == WEEK and plan.has("off") and not plan.has("only", "change"):
        return None  # "stop messaging me every day" asks for no day more
    if not days or (plan.content and not plan.named) or plan.reading.has("moment", "log:write"):
        return None
    if (plan.one_day and not plan.has("only")) or plan.left_out or series.moved_session(plan):
        return None
    if plan.from_day or _is_open(plan):
        return None
    listed = sum(1 for _ in named_weekdays(plan.reading)) + len(plan.reading.all("every"))
    alone = plan.short and not plan.reading.has(*TOLD, "meta:progress", "when:yesterday")
    asked = any(map(plan.reading.asks, set(plan.reading.clauses)))
    if not plan.named and (asked or _of_runs(plan)):
        return None
    wanted = (
        plan.named
        or plan.has("only", "change")
        or (alone and (listed > 1 or plan.reading.has("every")))
    )
    return plan.mean(Intent.REMIND_DAYS, plan.reading.all("every"), days=days) if wanted else None
