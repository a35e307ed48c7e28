"""What a message wants of the reminders: set, move, other days, off, paused, snoozed, told.

Each rule looks at the words of one sentence or of the whole message and answers with a Meaning
or None; the first that answers wins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from content.days import chosen, coming_day, weekdays
from content.lengths import Length
from content.meaning import Intent, Meaning
from content.phrases import Mark
from content.reading import Reading
from content.times import Clock
from content.whereabouts import moved

NOON = 12
BARE = 4  # words of "in 10 minutes"
LONGEST_SNOOZE = 720  # minutes; whoever says "in two days" means a day
DAY_UNITS = ("day", "week", "month")
TOLD = ("log:done", "log:did", "log:worked", "log:missed", "log:undo", "log:cut")
SHORT = 7  # words of a message that may be nothing but a time


@dataclass(frozen=True)
class Plan:
    """A reading with what a reminder needs from it."""

    reading: Reading
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def named(self) -> bool:
        """Does the message name reminders, or a deed of reminding?"""
        return self.reading.has("remind:word")

    @cached_property
    def content(self) -> bool:
        """Is it about exercises, runs or something else with times of its own?"""
        return self.reading.has("area", "card", "spot", "elsewhere", "kind", "when:not-mine")

    @cached_property
    def span(self) -> Length | None:
        """A length in days, weeks or months."""
        return next((each for each in self.reading.lengths if each.unit in DAY_UNITS), None)

    @cached_property
    def brief(self) -> Length | None:
        """A length in minutes or hours, but not one that repeats."""
        lengths = [each for each in self.reading.lengths if each.unit not in DAY_UNITS]
        return next((each for each in lengths if each.lead != "every"), None)

    @cached_property
    def clocks(self) -> list[Clock]:
        """The times that are wanted: what comes after "from" or "instead of" is the old one."""
        return [each for each in self.reading.clocks if not self._old(each)]

    def _old(self, clock: Clock) -> bool:
        before = [self.reading.word(at) for at in range(clock.start - 3, clock.start)]
        return (
            before[-1] in ("from", "than", "swap", "not")
            or before[-2:] == ["instead", "of"]
            or (before[1] in ("from", "swap", "than", "not") and before[-1] in ("at", "the", "my"))
        )

    def has(self, *names: str) -> bool:
        return self.reading.has(*(f"remind:{name}" for name in names))

    def mean(self, intent: Intent, marks: list[Mark], **slots: object) -> Meaning:
        return Meaning(intent, because=self.reading.said(*marks), **slots)  # type: ignore[arg-type]


Rule = Callable[[Plan], Meaning | None]


def reminder(reading: Reading, now: datetime) -> Meaning | None:
    """What a message wants of the reminders, or None if it wants nothing of them."""
    plan = Plan(reading, now)
    if plan.has("recall") and not plan.clocks:
        return None
    answers = (rule(plan) for rule in RULES)
    return next((answer for answer in answers if answer), None)


def _bad_time(plan: Plan) -> Meaning | None:
    bad = [clock for clock in plan.reading.clocks if clock.at is None]
    clear = plan.named or plan.has("change") or plan.reading.size <= SHORT
    if not bad or plan.content or not clear:
        return None
    return plan.mean(Intent.BAD_TIME, [Mark(bad[0].start, bad[0].end, "")])


def _asked(plan: Plan) -> Meaning | None:
    """ "when do you remind me?"; a time in it makes it a wish."""
    asked = plan.reading.all("remind:query")
    wanted = plan.clocks and not any(mark.start == 0 for mark in asked)
    ended = (
        any(mark.start < asked[0].start for mark in plan.reading.all("remind:off"))
        if asked
        else False
    )
    if not asked or not plan.named or wanted or ended or plan.brief or plan.content:
        return None
    return plan.mean(Intent.REMIND_WHEN, asked[:1])


def _every(plan: Plan) -> Meaning | None:
    for length in plan.reading.lengths:
        if length.lead in ("every", "each") and length.unit in ("minute", "hour"):
            mark = Mark(length.start, length.end, "")
            return plan.mean(Intent.INTERVAL, [mark], minutes=length.minutes)
    if (plan.named or plan.reading.has("moment:desk")) and plan.reading.has("remind:hourly"):
        return plan.mean(Intent.INTERVAL, plan.reading.all("remind:hourly"), minutes=60)
    return None


def _fewer(plan: Plan) -> Meaning | None:
    marks = plan.reading.all("remind:fewer")
    return plan.mean(Intent.FEWER, marks) if marks else None


def _resume(plan: Plan) -> Meaning | None:
    marks = plan.reading.all("remind:resume")
    clear = plan.named or plan.has("resume-alone")
    if not (marks or plan.has("resume-alone")) or not clear or plan.clocks:
        return None
    return plan.mean(Intent.RESUME, marks)


def _excluded_days(plan: Plan) -> Meaning | None:
    """ "no reminders at weekends" leaves days out; it ends nothing."""
    marks = plan.reading.all("remind:off", "remind:only", "grammar:not")
    days = chosen(plan.reading)
    if not marks or not days or plan.clocks or plan.content or plan.reading.has("remind:until"):
        return None
    repeated = plan.reading.has("every") or len(weekdays(plan.reading)) > 0
    return plan.mean(Intent.REMIND_DAYS, marks[:1], days=days) if repeated else None


def _off(plan: Plan) -> Meaning | None:
    marks = plan.reading.all("remind:off")
    alone = plan.reading.all("remind:off-alone")
    if alone and plan.reading.size <= SHORT:
        marks = alone
    elif not marks or not plan.named or (plan.content and not plan.reading.has("elsewhere")):
        return None
    if plan.span or plan.reading.has("remind:until", "when"):
        return None
    if plan.clocks and not any(mark.start == 0 for mark in marks):
        return None
    return plan.mean(Intent.REMIND_OFF, marks[:1])


def _pause(plan: Plan) -> Meaning | None:
    """ "pause for ten days": `day` is the first day with reminders again, None is open-ended."""
    strong = plan.reading.all("remind:pause")
    weak = plan.reading.all("remind:away", "remind:off", "remind:off-alone")
    until = _until(plan)
    if not strong and not (weak and (plan.named or plan.has("away")) and until):
        return None
    if (not strong and moved(plan.reading)) or (plan.content and not plan.named and not until):
        return None
    return plan.mean(Intent.PAUSE, strong[:1] or weak[:1], day=until)


def _until(plan: Plan) -> date | None:
    if plan.reading.has("remind:until"):
        return coming_day(plan.reading, plan.today)
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


def _snooze(plan: Plan) -> Meaning | None:
    marks = plan.reading.all("remind:snooze")
    if plan.has("change") and plan.has("earlier", "later") and not marks:
        return None
    again = plan.named or plan.has("again")
    if (plan.content and not plan.named) or (plan.clocks and not _only_hinted(plan)):
        return None
    minutes = _snooze_minutes(plan, bool(marks))
    if marks or (again and (minutes or plan.has("put-off"))):
        return plan.mean(Intent.SNOOZE, marks, minutes=minutes, at=_hinted(plan))
    brief = plan.brief is not None and plan.brief.lead == "in" and plan.reading.size <= BARE
    if (plan.has("put-off") and plan.reading.size <= SHORT) or (minutes and _more(plan)) or brief:
        return plan.mean(Intent.SNOOZE, plan.reading.all("remind:put-off"), minutes=minutes)
    return None


def _only_hinted(plan: Plan) -> bool:
    """Is the only time a named one, for today: "remind me again this evening"?"""
    today = plan.reading.has("when:today") or plan.has("snooze", "again", "put-off")
    return today and all(clock.named for clock in plan.clocks)


def _hinted(plan: Plan) -> time | None:
    return plan.clocks[0].at if plan.clocks else None


def _more(plan: Plan) -> bool:
    return bool(plan.brief and plan.brief.lead == "more") or plan.has("give-me")


def _snooze_minutes(plan: Plan, snoozing: bool) -> int | None:
    """A length, or a bare number where only minutes can be meant: "again in 25", "snooze 20"."""
    if plan.brief and plan.brief.minutes <= LONGEST_SNOOZE:
        return plan.brief.minutes
    for at in range(len(plan.reading.tokens)):
        number = plan.reading.number(at)
        lead = plan.reading.word(at - 1) in ("in", "for", "another", "me") or snoozing
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
        if number and lead and follows and 1 < number <= LONGEST_SNOOZE:
            return number
    return None


def _shift(plan: Plan) -> Meaning | None:
    """ "half an hour later": moves the reminder by a length."""
    if not plan.brief or plan.clocks or not plan.has("earlier", "later"):
        return None
    if not (plan.named or plan.has("change")) or plan.content:
        return None
    shift = -plan.brief.minutes if plan.has("earlier") else plan.brief.minutes
    return plan.mean(Intent.REMIND, plan.reading.all("remind:earlier", "remind:later"), shift=shift)


def _at(plan: Plan) -> Meaning | None:
    """A time: with a word of reminding always, else when nothing else could be meant."""
    if not plan.clocks or plan.clocks[-1].at is None:
        return None
    change = plan.has("change", "only") or plan.reading.has("every")
    alone = not plan.content and not plan.reading.has(*TOLD, "moment", "meta:off-topic")
    exact = not plan.clocks[0].named
    if not plan.named and not (alone and exact and (change or plan.reading.size <= SHORT)):
        return None
    clock = plan.clocks[-1] if plan.has("change") else plan.clocks[0]
    days = chosen(plan.reading)
    once = None if (days and len(days) > 1) or plan.reading.has("every") else _once(plan)
    mark = Mark(clock.start, clock.end, "")
    at, once = _next(clock, plan.now) if plan.has("once-more") else (clock.at, once)
    return plan.mean(
        Intent.REMIND,
        [mark],
        at=at,
        guessed=clock.guessed,
        day=once,
        days=frozenset() if once else days,
    )


def _next(clock: Clock, now: datetime) -> tuple[time | None, date]:
    """ "again at 6" said at ten in the morning means this evening."""
    at = clock.at
    if at and clock.guessed and at <= now.time() and at.hour < NOON:
        at = at.replace(hour=at.hour + NOON)
    late = at is not None and at <= now.time()
    return at, now.date() + timedelta(days=late)


def _once(plan: Plan) -> date | None:
    """The day of a reminder that comes once: "tomorrow", "on friday", "tonight"."""
    if plan.reading.has("remind:next-days"):
        return None
    if plan.reading.has("when:today") and not plan.has("from-now"):
        return plan.today
    plural = any(plan.reading.tokens[day.start].raw.endswith("s") for day in weekdays(plan.reading))
    return None if plural or plan.has("only", "from-now") else coming_day(plan.reading, plan.today)


def _days(plan: Plan) -> Meaning | None:
    days = chosen(plan.reading)
    if not days or (plan.content and not plan.named) or plan.reading.has("moment", "log:write"):
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


def _open(plan: Plan) -> Meaning | None:
    """A wish to be reminded that names no time yet."""
    marks = plan.reading.all("remind:ask-for")
    if not marks:
        return None
    return plan.mean(Intent.REMIND, marks[:1], day=_once(plan))


RULES: tuple[Rule, ...] = (
    _bad_time,
    _every,
    _fewer,
    _asked,
    _resume,
    _excluded_days,
    _pause,
    _off,
    _snooze,
    _shift,
    _at,
    _days,
    _open,
)
