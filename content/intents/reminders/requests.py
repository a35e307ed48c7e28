"""What a message wants of the reminders: set, moved, on other days, told, ended or put off.

Each rule looks at the words of one sentence or of the whole message and answers with a Meaning
or None; which answer counts is weighed against what else the message may mean.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from content.intents.meaning import Intent, Meaning
from content.intents.reminders import desk_breaks, limits, pauses, series
from content.intents.reminders.reminder_message import SHORT, ReminderMessage
from content.language.dates import WEEK, chosen, day_groups, in_days, no_such_day, weekdays
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.times import Clock, later_today
from content.language.when.week_turns import week_turn
from content.language.when.weekly_times import weekly_times

TOLD = ("log:done", "log:did", "log:worked", "log:missed", "log:undo", "log:cut")

OURS = ("remind", "break", "told", "every", "when")

Rule = Callable[[ReminderMessage], Meaning | None]


def proposed(reading: ParsedMessage, now: datetime) -> Iterator[Meaning]:
    """All that a message may want of the reminders; nothing that names no time or deed of them."""
    if not (reading.has(*OURS) or reading.lengths or reading.clocks or weekdays(reading)):
        return
    plan = ReminderMessage(reading, now)
    if plan.has("recall") and not plan.clocks:
        return
    answers = (rule(plan) for rule in RULES)
    yield from (answer for answer in answers if answer)


def _bad_time(plan: ReminderMessage) -> Meaning | None:
    bad = [clock for clock in plan.reading.clocks if clock.at is None]
    clear = plan.named or plan.has("change") or plan.reading.size <= SHORT
    if not bad or plan.content or not clear:
        return None
    return plan.mean(Intent.BAD_TIME, [Mark(bad[0].start, bad[0].end, "")])


def _bad_day(plan: ReminderMessage) -> Meaning | None:
    """A date that no calendar has: "31 february"."""
    gone = no_such_day(plan.reading, plan.today)
    if gone is None or plan.content or not (plan.named or plan.clocks or plan.has("until")):
        return None
    return plan.mean(Intent.CANNOT, [Mark(gone.start, gone.end, "")], topic="no-such-day")


def _recap(plan: ReminderMessage) -> Meaning | None:
    """The look back on Sunday, wanted or not."""
    marks = plan.reading.all("remind:recap")
    ended = plan.has("off", "off-alone", "only") or plan.reading.has("grammar:not")
    if not marks or not (ended or plan.has("resume")):
        return None
    return plan.mean(Intent.RECAP, marks[:1], on=plan.has("resume") and not plan.has("off-alone"))


def _asked(plan: ReminderMessage) -> Meaning | None:
    """A question about the reminder ("when do you remind me?"); a time in it makes it a wish."""
    asked = plan.reading.all("remind:query")
    wanted = plan.clocks and not any(mark.start == 0 for mark in asked)
    ended = any(mark.start < asked[0].start for mark in plan.reading.all("remind:off") if asked)
    if not asked or not plan.named or wanted or ended or plan.brief or plan.content:
        return None
    return plan.mean(Intent.REMIND_WHEN, asked[:1])


def _is_query(plan: ReminderMessage) -> bool:
    """ "Is my reminder still at 7?" changes none."""
    return _asked(plan) is not None


def _fewer(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:fewer")
    return plan.mean(Intent.FEWER, marks) if marks else None


def _excluded_days(plan: ReminderMessage) -> Meaning | None:
    """Days left out ("no reminders at weekends"), which ends nothing."""
    marks = plan.reading.all("remind:off", "remind:only", "grammar:not")
    days = _kept(plan)
    other = plan.content or plan.reading.has("remind:until") or plan.left_out
    if not marks or not days or plan.clocks or other:
        return None
    repeated = plan.reading.has("every") or len(weekdays(plan.reading)) > 0
    fewer = _only_leaves_out(plan)
    found = plan.mean(Intent.REMIND_DAYS, marks[:1], days=days, fewer_days=fewer)
    return found if repeated else None


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
    stopped = plan.reading.all("remind:off")
    if groups and stopped and stopped[0].start < groups[0].start and not plan.has("only-word"):
        return frozenset(day for group in groups for day in group.days)
    return frozenset()


def _shift(plan: ReminderMessage) -> Meaning | None:
    """The reminder moved by a length: "half an hour later"."""
    if not plan.brief or plan.clocks or not plan.has("earlier", "later"):
        return None
    alone = plan.has("earlier") and plan.reading.size <= SHORT
    if not (plan.named or plan.has("change") or alone) or plan.content:
        return None
    shift = -plan.brief.minutes if plan.has("earlier") else plan.brief.minutes
    return plan.mean(Intent.REMIND, plan.reading.all("remind:earlier", "remind:later"), shift=shift)


def _at(plan: ReminderMessage) -> Meaning | None:
    """A time: with a word of reminding always, else when nothing else could be meant."""
    if not plan.clocks or plan.clocks[-1].at is None or weekly_times(plan.reading):
        return None
    if pauses.removes(plan) or pauses.hush(plan) or _quiet(plan) or _is_query(plan):
        return None
    change = plan.has("change", "only", "times-a-day") or plan.reading.has("every")
    wished = plan.reading.has("moment") and plan.reading.has("wish", "feel")
    alone = not plan.content and not wished and not plan.reading.has(*TOLD, "meta:off-topic")
    exact = not plan.clocks[0].named or plan.has("change")
    if not plan.named and not (alone and exact and (change or plan.reading.size <= SHORT)):
        return None
    clock = plan.clocks[-1] if plan.has("change") else plan.clocks[0]
    days = chosen(plan.reading)
    turn = week_turn(plan.reading)
    lasts = (days and len(days) > 1) or plan.reading.has("every") or plan.has("until") or turn
    once = None if lasts or _last_day(plan) else _once(plan)
    mark = Mark(clock.start, clock.end, "")
    at, once = later_today(clock, plan.now) if plan.has("once-more") else (clock.at, once)
    return plan.mean(
        Intent.REMIND,
        [mark],
        at=at,
        also=_also(plan, clock),
        guessed=clock.guessed,
        day=once,
        days=frozenset() if once else days,
        until=_last_day(plan),
        exact=_exact(plan, clock),
        slot=_slot(plan),
        also_on=tuple(each for each in plan.dates if once and each > once),
        weeks=turn.weeks if turn else None,
        skips=series.days(plan.left_out),
        silent=_silent(plan),
    )


def _slot(plan: ReminderMessage) -> int | None:
    """One more for "add 12:30"; "twice a day, 7 and 19" names none."""
    if plan.has("times-a-day"):
        return None
    return 0 if plan.reading.word(0) == "add" else pauses.slot(plan)


def _silent(plan: ReminderMessage) -> bool | None:
    if plan.has("aloud"):
        return False
    return True if plan.has("silent") else None


def _also(plan: ReminderMessage, first: Clock) -> tuple[time, ...]:
    """The further times of a day: "at 7 and at 18:30"."""
    moved = plan.has("change", "once-more") and not plan.has("ask-for")
    later = () if moved else plan.clocks[plan.clocks.index(first) + 1 :]
    return tuple(each.at for each in later if each.at and not each.named)


def _ends(plan: ReminderMessage) -> Meaning | None:
    """The last day, said by itself ("until 20 december") or with the reminders."""
    last = _last_day(plan)
    alone = plan.dates and plan.reading.size <= SHORT and plan.reading.word(0) == "until"
    if last is None or plan.clocks or plan.content or not (alone or plan.has("go-on")):
        return None
    return plan.mean(Intent.REMIND, plan.reading.all("remind:until"), until=last)


def _quiet(plan: ReminderMessage) -> Meaning | None:
    """Quiet hours, their beginning alone, or none: "quiet hours from 21 to 7", "after 9 pm"."""
    marks = plan.reading.all("remind:quiet-hours")
    if not marks:
        return None
    ended = plan.has("off", "only") and not plan.clocks
    hours = desk_breaks.span(plan)
    begin = plan.clocks[0].at if plan.clocks and not hours else None
    return plan.mean(Intent.QUIET, marks[:1], hours=hours, at=begin, on=not ended)


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


def _nag(plan: ReminderMessage) -> Meaning | None:
    """Asking again until it is done ("keep reminding me"), or once only."""
    once = plan.reading.all("remind:once-only")
    until = plan.reading.all("remind:until-done")
    if once and not plan.clocks:
        return plan.mean(Intent.NAG, once, on=False)
    again = plan.named or plan.has("repeats")
    return plan.mean(Intent.NAG, until) if until and again else None


def _punctual(plan: ReminderMessage) -> Meaning | None:
    """How closely the reminder keeps its time: "be exactly on time please"."""
    exact = _exact(plan)
    if exact is None or plan.clocks or plan.content or not plan.named:
        return None
    return plan.mean(Intent.REMIND, plan.reading.all("remind:exactly"), exact=exact)


def _why_sent(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:why-sent")
    return plan.mean(Intent.WHY_SENT, marks[:1]) if marks and not plan.content else None


def _once(plan: ReminderMessage) -> date | None:
    """The day of a reminder that comes once: "tomorrow", "on friday", "tonight"."""
    if plan.left_out:
        return None
    if plan.reading.has("remind:next-days"):
        return None
    if days := in_days(plan.reading):
        return plan.today + timedelta(days=days)
    if plan.reading.has("when:today") and not plan.has("from-now"):
        return plan.today
    plural = any(plan.reading.tokens[day.start].raw.endswith("s") for day in weekdays(plan.reading))
    lasting = plan.has("only", "from-now") and not plan.has("once")
    return None if plural or lasting else plan.day


def _days(plan: ReminderMessage) -> Meaning | None:
    days = chosen(plan.reading)
    if not days or (plan.content and not plan.named) or plan.reading.has("moment", "log:write"):
        return None
    if (plan.one_day and not plan.has("only")) or plan.left_out or series.moved_session(plan):
        return None
    listed = sum(1 for _ in weekdays(plan.reading)) + len(plan.reading.all("every"))
    alone = plan.reading.size <= SHORT and not plan.reading.has(
        *TOLD, "meta:progress", "when:yesterday"
    )
    if not plan.named and any(map(plan.reading.asks, set(plan.reading.clauses))):
        return None
    wanted = (
        plan.named
        or plan.has("only", "change")
        or (alone and (listed > 1 or plan.reading.has("every")))
    )
    return plan.mean(Intent.REMIND_DAYS, plan.reading.all("every"), days=days) if wanted else None


def _open(plan: ReminderMessage) -> Meaning | None:
    """A wish to be reminded that names no time yet."""
    marks = plan.reading.all("remind:ask-for")
    if not marks:
        return None
    return plan.mean(Intent.REMIND, marks[:1], day=_once(plan), slot=pauses.slot(plan))


RULES: tuple[Rule, ...] = (
    _bad_time,
    _bad_day,
    _recap,
    limits.cannot,
    _nag,
    _why_sent,
    _quiet,
    desk_breaks.interval,
    desk_breaks.walked,
    desk_breaks.meeting,
    _fewer,
    _asked,
    pauses.resume,
    pauses.hush,
    series.by_run,
    series.on_run_days,
    series.moved_session,
    series.apart,
    series.weekly,
    series.skipped,
    series.silent,
    series.in_turn,
    _excluded_days,
    _ends,
    pauses.pause,
    pauses.off,
    pauses.snooze,
    _shift,
    _at,
    _punctual,
    _days,
    _open,
)
