"""Ending, pausing, resuming and putting off reminders. Each rule answers with a Meaning or None."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from content.intents.about_runner.whereabouts import moved
from content.intents.meaning import Intent, Meaning
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.clock import Clock, later_today
from content.language.when.dates import weekdays

LEADS = ("in", "for", "another", "me", "wait", "delay", "hold")  # before a bare "10"
BARE = 4  # words of "in 10 minutes"
GRIPS, ONTO = ("hold", "hang"), ("to", "onto", "the", "my", "something")
LONGEST_SNOOZE = 720  # minutes; whoever says "in two days" means a day


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
    if (away := from_to(plan)) and (strong or plan.has("away")):
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
    return plan.mean(Intent.PAUSE, strong[:1] or weak[:1], day=end)


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
    return plan.today + timedelta(days=1) if plan.reading.has("when:today") else None


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
    """When a snooze ends: "until 9pm", "till tomorrow at 8"."""
    marks = plan.reading.all("remind:snooze-word")
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
