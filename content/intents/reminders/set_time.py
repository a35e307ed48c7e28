"""At what time: set, moved, once on a day, until a day, to the minute."""

from datetime import date, time, timedelta

from content.intents.meaning import Intent, Meaning
from content.intents.reminders import about, pauses, series
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.clock import Clock, later_today
from content.language.when.dates import chosen, every_such, in_days
from content.language.when.dates import weekdays as named_weekdays
from content.language.when.week_turns import week_turn
from content.language.when.weekly_times import weekly_times

NOW = ("now", "just")  # "make it 9 now" is from now on
ONCE_AT = ("at", "on", "please", "only", "today", "tomorrow")  # after "once", the only time
TOLD = ("log:done", "log:did", "log:worked", "log:missed", "log:undo", "log:cut")


def at(plan: ReminderMessage) -> Meaning | None:
    """A time: with a word of reminding always, else when nothing else could be meant."""
    if not plan.clocks or plan.clocks[-1].at is None or weekly_times(plan.reading):
        return None
    if (
        (pauses.removes(plan) and not plan.was)
        or pauses.hush(plan)
        or about.quiet(plan)
        or about.is_query(plan)
    ):
        return None
    if series.apart(plan):
        return None
    if _two_moved(plan) or _snoozed_too(plan) or _hushed_then(plan):
        return None
    change = (
        plan.was or plan.has("change", "only", "times-a-day", "once") or plan.reading.has("every")
    )
    wished = plan.reading.has("moment") and plan.reading.has("wish", "feel")
    alone = not plan.content and not wished and not plan.reading.has(*TOLD, "meta:off-topic")
    exact = not plan.clocks[0].named or plan.has("change")
    if not plan.named and not (alone and exact and (change or plan.short)):
        return None
    clock = plan.clocks[-1] if plan.has("change") else plan.clocks[0]
    days = frozenset() if plan.from_day or _of_runs(plan) else chosen(plan.reading)
    turn = week_turn(plan.reading)
    lasts = (days and len(days) > 1) or plan.reading.has("every") or plan.has("until") or turn
    once = None if lasts or _last_day(plan) else _once(plan)
    mark = Mark(clock.start, clock.end, "")
    soon = _once_more(plan) or (_only_once(plan) and not (days or once or lasts))
    at, once = later_today(clock, plan.now) if soon else (clock.at, once)
    return plan.mean(
        Intent.REMIND,
        [mark],
        at=at,
        also=_also(plan, clock),
        guessed=clock.guessed,
        day=once,
        days=frozenset() if once else days,
        mends=bool(days) and not once and plan.has("change") and not plan.has("only"),
        until=_last_day(plan),
        exact=_exact(plan, clock),
        slot=_slot(plan),
        also_on=tuple(each for each in _days_to_come(plan) if once and each > once),
        weeks=turn.weeks if turn else None,
        skips=series.days(plan.left_out),
        silent=_silent(plan),
        was=plan.was.at if plan.was else None,
    )


def _once_more(plan: ReminderMessage) -> bool:
    """Is it to come again, after what came before? "At 12:30 and again at 9" are two times."""
    return plan.has("once-more") and len(plan.clocks) == 1


def _only_once(plan: ReminderMessage) -> bool:
    """Is it told to come one time: "just once at 8"? Not "once a week", nor "just this week"."""
    found = plan.reading.all("remind:once", "told:just-once")
    marks = [
        mark for mark in found if "week" not in map(plan.reading.word, range(mark.start, mark.end))
    ]
    return any(
        not plan.reading.word(m.end).isalpha() or plan.reading.word(m.end) in ONCE_AT for m in marks
    )


def _slot(plan: ReminderMessage) -> int | None:
    """One more for "add 12:30"; "twice a day, 7 and 19" names none."""
    if plan.has("times-a-day") or plan.was:
        return None
    return 0 if plan.reading.word(0) == "add" or _beside(plan) else pauses.slot(plan)


def _beside(plan: ReminderMessage) -> bool:
    """Is it one more: "remind me at 18:30 as well"?"""
    said = [token.text for token in plan.reading.tokens if token.text[0].isalnum()]
    more = said[-1:] == ["too"] or said[-2:] == ["as", "well"] or said[:1] == ["also"]
    return more and plan.named and not plan.has("change")


def _of_runs(plan: ReminderMessage) -> bool:
    """Are the days those of a run, told beside it: "I run on fridays, make it 8"?"""
    runs = {plan.reading.clause_of(mark) for mark in plan.reading.all("elsewhere:run")}
    runs -= {plan.reading.clauses[each.start] for each in plan.clocks}
    return any(plan.reading.clauses[day.start] in runs for day in named_weekdays(plan.reading))


def _two_moved(plan: ReminderMessage) -> bool:
    """Two old times, each with a new one: "the 7 to 8 and the 9 to 10"."""
    joints = [plan.reading.word(each.start - 1) == "to" for each in plan.reading.clocks]
    return plan.has("change") and sum(joints) > 1


def _hushed_then(plan: ReminderMessage) -> bool:
    """Is it the sound that goes, for a part of the day: "no sound on reminders at night"?"""
    no = {mark.start for mark in plan.reading.all_marks if mark.concept == "grammar:not"}
    quiet = [mark.start for mark in plan.reading.all("remind:silent") if mark.start in no]
    words = [mark.start for mark in plan.reading.all("remind:word")]
    hinted = all(each.named for each in plan.clocks)
    return bool(quiet and words) and quiet[0] < words[0] and hinted


def _snoozed_too(plan: ReminderMessage) -> bool:
    """Is there a snooze beside it: "in half an hour and again at 9"?"""
    return plan.has("once-more") and plan.brief is not None and plan.brief.lead == "in"


def _days_to_come(plan: ReminderMessage) -> list[date]:
    """All the single days that are named: "tomorrow and friday", "2 and 9 december"."""
    tomorrow = [plan.today + timedelta(days=1)] * plan.reading.has("when:tomorrow")
    return sorted({*plan.dates, *tomorrow, *(day for day, _ in plan.days_named)})


def _silent(plan: ReminderMessage) -> bool | None:
    if plan.has("aloud"):
        return False
    return True if plan.has("silent") else None


def _also(plan: ReminderMessage, first: Clock) -> tuple[time, ...]:
    """The further times of a day: "at 7 and at 18:30"."""
    moved = (plan.has("change") or _once_more(plan)) and not plan.has("ask-for")
    later = () if moved else plan.clocks[plan.clocks.index(first) + 1 :]
    return tuple(each.at for each in later if each.at and not each.named)


def shift(plan: ReminderMessage) -> Meaning | None:
    """The reminder moved by a length: "half an hour later"."""
    if not plan.brief or plan.clocks or not plan.has("earlier", "later"):
        return None
    alone = plan.has("earlier") and plan.short
    if not (plan.named or plan.has("change") or alone) or plan.content:
        return None
    shift = -plan.brief.minutes if plan.has("earlier") else plan.brief.minutes
    return plan.mean(Intent.REMIND, plan.reading.all("remind:earlier", "remind:later"), shift=shift)


def ends(plan: ReminderMessage) -> Meaning | None:
    """The last day, said by itself ("until 20 december") or with the reminders."""
    last = _last_day(plan)
    alone = plan.dates and plan.short and plan.reading.word(0) == "until"
    if last is None or plan.clocks or plan.content or not (alone or plan.has("go-on")):
        return None
    return plan.mean(Intent.REMIND, plan.reading.all("remind:until"), until=last)


def _last_day(plan: ReminderMessage) -> date | None:
    """A series with its last day: "until 12 december", "for the next 10 days"."""
    span = plan.span
    if span and {plan.reading.word(span.start - n) for n in (1, 2, 3)} & {"for", "next"}:
        return plan.today + timedelta(days=span.days)
    return plan.day if plan.has("until") else None


def _exact(plan: ReminderMessage, clock: Clock | None = None) -> bool | None:
    """Exact for "at 7 sharp", not exact for "around 7", None if it was not said."""
    about = plan.reading.all("remind:about")
    if plan.has("exactly"):
        return not any(map(plan.reading.negated, plan.reading.all("remind:exactly")))
    near = clock and any(clock.start - 1 <= mark.start <= clock.end for mark in about)
    return False if near else None


def punctual(plan: ReminderMessage) -> Meaning | None:
    """How closely the reminder keeps its time: "be exactly on time please"."""
    exact = _exact(plan)
    if exact is None or plan.clocks or plan.content or not plan.named:
        return None
    return plan.mean(Intent.REMIND, plan.reading.all("remind:exactly"), exact=exact)


def _once(plan: ReminderMessage) -> date | None:
    """The day of a reminder that comes once: "tomorrow", "on friday", "tonight"."""
    if plan.left_out or plan.from_day:
        return None
    if plan.reading.has("remind:next-days"):
        return None
    if days := in_days(plan.reading):
        return plan.today + timedelta(days=days)
    today = [m for m in plan.reading.all("when:today") if plan.reading.word(m.start) not in NOW]
    if today and not plan.has("from-now"):
        return plan.today
    if plan.reading.has("when:tomorrow", "when:after-tomorrow"):
        return plan.day
    plural = any(every_such(plan.reading, day) for day in named_weekdays(plan.reading))
    lasting = plan.has("only", "from-now") and not plan.has("once")
    return None if plural or lasting else plan.day


def no_time_yet(plan: ReminderMessage) -> Meaning | None:
    """A wish to be reminded that names no time yet."""
    marks = plan.reading.all("remind:ask-for")
    if not marks:
        return None
    return plan.mean(Intent.REMIND, marks[:1], day=_once(plan), slot=pauses.slot(plan))
