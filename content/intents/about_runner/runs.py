"""What was run, and what will be: "12 km easy", "the race moved to 20 december"."""

from datetime import date, timedelta
from itertools import pairwise

from content.intents.about_runner.distances import (
    FARTHEST,
    Duration,
    distances,
    durations,
    paced,
    race_distance,
)
from content.intents.deciding.certainty import asked
from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.dates import coming_day, in_days, next_such, past_day, weekdays

SOME_TIME = (("next", "month"), ("next", "year"))
PAST = ("did", "have", "had", "was", "were")
RAN = ("run", "ran", "jog", "jogged")
MOST_OFF = 366  # days
LONG_AGO = timedelta(days=14)
OF_A_SESSION = ("kind", "own", "card", "log:session", "wish:show", "wish", "remind:word")


def run_told(reading: ParsedMessage, today: date) -> Meaning | None:
    """A run that was or will be run, with its kilometres and day when they are said."""
    said = {
        mark.concept for mark in reading.all_marks
    }  # also inside "8k done", an after-run moment
    runs = [mark for mark in reading.all_marks if mark.concept == "elsewhere:run"]
    if not (runs or paced(reading)) or _is_none(reading, runs, said, today):
        return None
    if changed := _plan_changed(reading, runs, today) or _as_long(reading, runs):
        return changed
    if reading.has("wish:show", "place:moved"):
        return None
    far, took = _how_far(reading) or _raced(reading, said), _took(reading)
    kilometres = far[0] if far else None
    will = "run:will" in said or bool(weekdays(reading))
    told = will or not said.isdisjoint(("run:did", "run:kind")) or kilometres is not None
    if not (told or _dated_race(reading, runs)):
        return None
    named = weekdays(reading)
    every = any(reading.tokens[day.start].raw.endswith("days") for day in named)
    if every or (len(named) > 1 and reading.has("told:run-days")):
        return Meaning(Intent.SETTINGS, because=reading.said(*runs[:1]))  # every week from now on
    over = "run:did" in said or any(token.text in ("was", "were") for token in reading.tokens)
    ahead = (will or bool(in_days(reading))) and not over
    undated = "run:did" not in said
    days = [] if ahead else past_day(reading, today)
    if undated and days and today - days[0] > LONG_AGO:  # nobody tells of it that late
        ahead = True
    day = coming_day(reading, today) if ahead else next(iter(days), None)
    clock = next(iter(reading.clocks), None) if ahead else None
    bare = None if kilometres or clock else _bare_number(reading)
    if _several(reading, bare) or (undated and _some_time(reading)):
        return None
    run = Meaning(
        Intent.RUN_TOLD,
        amount=kilometres or bare,
        topic=far[1] if far else None,
        minutes=took.minutes if took else None,
        at=clock.at if clock else None,
        day=day,
        guessed=bare is not None,
        because=reading.said(*runs[:1], *_span(took)),
    )
    return asked(run) if (run.amount or 0) > FARTHEST else run


def _is_none(reading: ParsedMessage, runs: list[Mark], said: set[str], today: date) -> bool:
    """Is it somebody else's run, one that did not happen, or a question?"""
    of_others = "run:others" in said or any(
        other.start < run.start  # "my sister ran", and not "I ran with my sister"
        for run in runs
        for other in reading.inside(reading.clause_of(run), "grammar:other")
    )
    open_ = any(map(reading.asks, set(reading.clauses))) or any(
        token.text == "might" for token in reading.tokens
    )
    denied = any(reading.negated(run) for run in runs if reading.word(run.start) in RAN)
    off = reading.has("run:off") or _not_run(reading, runs, today)
    return of_others or open_ or (denied and not off)


def _several(reading: ParsedMessage, bare: float | None) -> bool:
    """Runs of several days, of which none is the one that is meant: "friday 6, saturday 10"."""
    told = {reading.clauses[each.start] for each in distances(reading)}
    days = {each.day for each in weekdays(reading)}
    return len(told) > 1 or (bare is not None and len(days) > 1)


def _plan_changed(reading: ParsedMessage, runs: list[Mark], today: date) -> Meaning | None:
    """A planned run that is on another day now, or off: "the race moved to 20 december"."""
    if reading.has("remind:word", "when:yesterday", "when:before-yesterday"):
        return None
    if was_done(reading, "run:did"):
        return None
    told = {reading.clause_of(run) for run in runs}
    changed = (mark for mark in reading.all_marks if mark.concept in ("run:moved", "run:off"))
    marks = [mark for mark in changed if reading.clause_of(mark) in told or _behind(reading, mark)]
    said = reading.said(*runs[:1], *marks)
    if any(mark.concept == "run:off" for mark in marks) or _not_run(reading, runs, today):
        days = _days_off(reading, today)
        return Meaning(Intent.RUN_TOLD, on=False, skips=days, because=said)
    day = _moved_to(reading, today) if marks else None
    if day is None:
        return None
    at = next((each.at for each in reading.clocks if not each.named), None)
    return Meaning(Intent.RUN_TOLD, mends=True, day=day, at=at, because=said)


def was_done(reading: ParsedMessage, *concepts: str) -> bool:
    """Was it done, unlike in "didn't run"?"""
    did = [mark for mark in reading.all_marks if mark.concept in concepts]
    return any(reading.word(m.end) != "not" and not reading.negated(m) for m in did)


def _not_run(reading: ParsedMessage, runs: list[Mark], today: date) -> bool:
    """Is a day to come without it: "I won't run today", unlike "I didn't run today"?"""
    missed = {reading.clause_of(mark) for mark in reading.all("log:missed")}
    off = any(reading.negated(run) or reading.clause_of(run) in missed for run in runs)
    over = any(b.text == "not" and a.text in PAST for a, b in pairwise(reading.tokens))
    return off and not over and (_today(reading) or coming_day(reading, today) is not None)


def _today(reading: ParsedMessage) -> bool:
    """Is today named, also inside "go running today"?"""
    return any(mark.concept == "when:today" for mark in reading.all_marks)


def _behind(reading: ParsedMessage, mark: Mark) -> bool:
    """Right behind the run that it is about: "thursday's run: cancelled"."""
    before = {other.end for other in reading.all_marks if other.concept == "elsewhere:run"}
    return bool(before & {mark.start, mark.start - 1})


def _days_off(reading: ParsedMessage, today: date) -> tuple[date, ...]:
    """The days that are named, or all until one; none where the next such run is meant."""
    if _today(reading):
        return (today,)
    day = coming_day(reading, today)
    if day and reading.has("remind:until"):
        return tuple(today + timedelta(days=n) for n in range(min((day - today).days, MOST_OFF)))
    named = {next_such(reading, each, today) for each in weekdays(reading)}
    return tuple(sorted(named | {day} if day else named))


def _moved_to(reading: ParsedMessage, today: date) -> date | None:
    """The day behind the "to": of "from thursday to friday", the friday."""
    to = [day for day in weekdays(reading) if reading.word(day.start - 1) == "to"]
    return next_such(reading, to[-1], today) if to else coming_day(reading, today)


def _as_long(reading: ParsedMessage, runs: list[Mark]) -> Meaning | None:
    """How long a run is that is planned, on the day that it has: "it's a 10k"."""
    far = _how_far(reading)
    if not far or (reading.word(0), reading.word(1)) != ("it", "is"):
        return None
    said = reading.said(*runs[:1])
    return Meaning(Intent.RUN_TOLD, amount=far[0], topic=far[1], mends=True, because=said)


def _dated_race(reading: ParsedMessage, runs: list[Mark]) -> bool:
    """ "Race apr 25"."""
    return bool(reading.written_dates) and any(reading.word(run.start) == "race" for run in runs)


def _some_time(reading: ParsedMessage) -> bool:
    """Weeks or months ahead without a date: "half marathon next month", "in 12 weeks"."""
    months = reading.tables["clock"]["months"]
    spans = any(each.unit in ("week", "month") and each.lead == "in" for each in reading.lengths)
    pairs = [*pairwise(token.text for token in reading.tokens)]
    return spans or any(
        pair in SOME_TIME or (pair[0] == "in" and pair[1] in months) for pair in pairs
    )


def _bare_number(reading: ParsedMessage) -> float | None:
    """A bare number beside a long run, most likely kilometres: "long run Sunday 8"."""
    last = [at for at, token in enumerate(reading.tokens) if token.text[0].isalnum()][-1]
    dated = any(each.start <= last < each.end for each in reading.written_dates)
    number = None if dated else reading.number(last)
    return float(number) if number else None


def _how_far(reading: ParsedMessage) -> tuple[float, str | None] | None:
    """Kilometres, and in what they were told: they are told back so."""
    if told := distances(reading):
        return told[0].km, told[0].unit
    found = paced(reading)
    return (found[0].km, None) if found else None


def _raced(reading: ParsedMessage, said: set[str]) -> tuple[float, str | None] | None:
    """As far as the race is that was run."""
    far = None if said.isdisjoint(("run:did", "log:done")) else race_distance(reading)
    return (far, None) if far else None


def _span(took: Duration | None) -> list[Mark]:
    return [Mark(took.start, took.end, "")] if took else []


def _took(reading: ParsedMessage) -> Duration | None:
    """How long it took: minutes beside a word for a session are that one's."""
    found = paced(reading)
    if found:
        return found[1]
    return None if reading.has(*OF_A_SESSION) else next(durations(reading), None)
