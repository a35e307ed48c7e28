"""Ending, pausing and resuming reminders. Each rule answers with a Meaning or None."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from content.intents.about_runner.whereabouts import moved
from content.intents.meaning import Intent, Meaning
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.clock import Clock, later_today
from content.language.when.dates import weekdays


def resume(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:resume")
    clear = plan.named or plan.has("resume-alone")
    if not (marks or plan.has("resume-alone")) or not clear or plan.clocks:
        return None
    return plan.mean(Intent.RESUME, marks)


def off(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:off")
    alone = plan.reading.all("remind:off-alone")
    clocks = [each for each in plan.reading.clocks if not _stays(plan, each)]
    if alone and plan.short:
        marks = alone
    elif (
        not marks
        or not (plan.named or (clocks and removes(plan)))
        or (plan.content and not plan.reading.has("elsewhere"))
    ):
        return None
    if plan.span or plan.was or plan.reading.has("remind:until", "when", "meta:bug"):
        return None
    ends = removes(plan) or (plan.named and all(each.named for each in clocks))
    if clocks and not (ends and _beside(plan, marks[0], clocks)):
        return None
    at, half = _of_that_time(plan, clocks), next((each.at for each in clocks if each.named), None)
    guessed = at is None and half is not None
    return plan.mean(
        Intent.REMIND_OFF, marks[:1], slot=slot(plan), at=half if guessed else at, guessed=guessed
    )


def _stays(plan: ReminderMessage, clock: Clock) -> bool:
    """Is that one to be kept: "turn off the 7am, keep the 8pm"?"""
    first = plan.reading.clauses.index(plan.reading.clauses[clock.start])
    return plan.reading.word(first) in ("keep", "leave")


def _beside(plan: ReminderMessage, mark: Mark, clocks: Sequence[Clock]) -> bool:
    """Is the time said in the same clause: not "bin mornings, evenings at 8 are better"?"""
    clause = plan.reading.clause_of(mark)
    return all(plan.reading.clauses[each.start] == clause for each in clocks)


def _of_that_time(plan: ReminderMessage, clocks: Sequence[Clock]) -> time | None:
    """The time by which one of several is called: "remove the 19:00 one", "my 7 reminder"."""
    for at in range(len(plan.reading.tokens) - 1):
        number = plan.reading.number(at)
        if number is not None and plan.reading.word(at + 1) in ("reminder", "one", "nudge"):
            clock = plan.reading.times.hour(at)
            return clock.at if clock else None
    return next((each.at for each in clocks if not each.named), None)


def removes(plan: ReminderMessage) -> bool:
    """Does it begin with an end: "remove the 19:00 one"?"""
    answers = plan.reading.word(0) == "no" and not plan.named  # "no, 8 please"
    corrects = plan.reading.word(1) in (",", ".", "that")
    ended = any(mark.start == 0 for mark in plan.reading.all("remind:off"))
    return ended and not answers and not corrects


def slot(plan: ReminderMessage) -> int | None:
    """Which of several reminders is meant, counted from 1; 0 is one more, whatever there is."""
    names = ("more-slot", "first-slot", "second-slot", "third-slot")
    return next((at for at, name in enumerate(names) if plan.has(name)), None)


def pause(plan: ReminderMessage) -> Meaning | None:
    """The first day with reminders again ("pause for ten days"); None is open-ended."""
    strong = plan.reading.all("remind:pause")
    if (away := from_to(plan)) and (strong or plan.has("away") or _until_then(plan)):
        since, last = away
        marks = strong or plan.reading.all("remind:away")
        return plan.mean(Intent.PAUSE, marks[:1], since=since, day=last + timedelta(days=1))
    weak = plan.reading.all("remind:away", "remind:off", "remind:off-alone")
    weak = [mark for mark in weak if not _corrects(plan, mark)]
    if _leaves_out_dates(plan):
        return None
    end = until(plan)
    if not strong and not (weak and (plan.named or plan.has("away")) and end):
        return None
    if plan.brief and not end:
        return None  # nothing for some hours is no pause
    if (not strong and moved(plan.reading)) or (plan.content and not plan.named and not end):
        return None
    return plan.mean(Intent.PAUSE, strong[:1] or weak[:1], since=_only_tomorrow(plan), day=end)


def _until_then(plan: ReminderMessage) -> bool:
    """Nothing from one day until another: "thursday till sunday, don't bother me"."""
    return plan.has("until") and plan.has("off", "off-alone", "hush")


def _only_tomorrow(plan: ReminderMessage) -> date | None:
    """The one day off, where today stays as it is: "leave me alone tomorrow"."""
    alone = plan.reading.has("when:tomorrow") and not plan.has("until") and plan.span is None
    return plan.today + timedelta(days=1) if alone and not plan.dates else None


def _corrects(plan: ReminderMessage, mark: Mark) -> bool:
    """Is it a "no" to what was said just before: "no wait, I did"?"""
    return plan.reading.word(mark.start) == "no" and plan.reading.word(mark.end) in (
        "wait",
        "sorry",
    )


def _leaves_out_dates(plan: ReminderMessage) -> bool:
    """Does it speak of single dates ("skip the 25th"), and neither of an end nor of being away?"""
    leads = {each.lead for each in plan.left_out}
    away = any(mark.start not in leads for mark in plan.reading.all("remind:away"))
    return bool(leads) and not away and not plan.has("until")


def hush(plan: ReminderMessage) -> Meaning | None:
    """Nothing for some hours, and all stays as it is: "mute for 2 hours"."""
    marks = plan.reading.all("remind:hush", "remind:pause")
    brief = plan.brief
    if not marks or plan.content or plan.span:
        return None
    clock = plan.clocks[0] if plan.clocks and plan.has("until") else None
    if clock and clock.at:
        at, day = later_today(clock, plan.now)
        return plan.mean(Intent.HUSH, marks[:1], at=at, day=day, guessed=clock.guessed)
    if brief is None or plan.clocks:
        return None
    if brief.lead != "for" and all(mark.end != brief.start for mark in marks):
        return None
    return plan.mean(Intent.HUSH, marks[:1], minutes=brief.minutes)


def from_to(plan: ReminderMessage) -> tuple[date, date] | None:
    """The first and the last day off: "from 20 december to 3 january"."""
    days = plan.dates or _weekdays(plan)
    return (days[0], days[1]) if len(days) > 1 and days[0] < days[1] else None


def _weekdays(plan: ReminderMessage) -> list[date]:
    """Two weekdays as the next dates of that name, the second after the first."""
    named = [] if plan.reading.has("every:weekend") else weekdays(plan.reading)
    through = plan.reading.tables["clock"]["through"]
    if len(named) != 2 or plan.reading.word(named[0].end) not in through:  # noqa: PLR2004
        return []
    first = plan.today + timedelta(days=(named[0].day - plan.today.weekday()) % 7)
    return [first, first + timedelta(days=(named[1].day - named[0].day) % 7 or 7)]


def until(plan: ReminderMessage) -> date | None:
    """The first day with reminders again, where the message says until when."""
    months = plan.reading.tables["clock"]["months"]
    if plan.has("until") or any(token.text in months for token in plan.reading.tokens):
        return plan.day
    if plan.span and plan.span.days:
        return plan.today + timedelta(days=plan.span.days)
    monday = plan.today + timedelta(days=7 - plan.today.weekday())
    if plan.reading.has("remind:this-week"):
        return monday
    if plan.reading.has("remind:next-week"):
        return monday + timedelta(days=7)
    if plan.reading.has("when:tomorrow"):
        return plan.today + timedelta(days=2)
    today = plan.reading.has("when:today") and not plan.has("from-now")
    return plan.today + timedelta(days=1) if today else None
