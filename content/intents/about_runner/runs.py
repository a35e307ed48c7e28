"""What was run, and what will be: "12 km easy", "the race moved to 20 december"."""

from datetime import date, timedelta
from itertools import pairwise

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.dates import coming_day, in_days, next_such, past_day, weekdays

SOME_TIME = (("next", "month"), ("next", "year"))
LONG_AGO = timedelta(days=14)
MILE = 1.609344


def run_told(reading: ParsedMessage, today: date) -> Meaning | None:
    """A run that was or will be run, with its kilometres and day when they are said."""
    said = {
        mark.concept for mark in reading.all_marks
    }  # also inside "8k done", an after-run moment
    runs = [mark for mark in reading.all_marks if mark.concept == "elsewhere:run"]
    of_others = "run:others" in said or any(
        other.start < run.start  # "my sister ran", and not "I ran with my sister"
        for run in runs
        for other in reading.inside(reading.clause_of(run), "grammar:other")
    )
    open_ = any(map(reading.asks, set(reading.clauses))) or any(
        token.text == "might" for token in reading.tokens
    )
    if not runs or of_others or open_:
        return None
    if changed := _plan_changed(reading, runs, today) or _as_long(reading, runs):
        return changed
    if reading.has("wish:show", "place:moved"):
        return None
    kilometres = _kilometres(reading)
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
    raced = "run:did" not in said
    if raced and _some_time(reading):
        return None
    days = [] if ahead else past_day(reading, today)
    if raced and days and today - days[0] > LONG_AGO:  # nobody tells of it that late
        ahead = True
    day = coming_day(reading, today) if ahead else next(iter(days), None)
    clock = next(iter(reading.clocks), None) if ahead else None
    bare = None if kilometres or clock else _bare_number(reading)
    return Meaning(
        Intent.RUN_TOLD,
        amount=kilometres or bare,
        topic=_unit(reading) if kilometres else None,
        at=clock.at if clock else None,
        day=day,
        guessed=bare is not None,
        because=reading.said(*runs[:1]),
    )


def _plan_changed(reading: ParsedMessage, runs: list[Mark], today: date) -> Meaning | None:
    """A planned run that is on another day now, or off: "the race moved to 20 december"."""
    if reading.has("remind:word", "run:did"):
        return None
    told = {reading.clause_of(run) for run in runs}
    changed = (mark for mark in reading.all_marks if mark.concept in ("run:moved", "run:off"))
    marks = [mark for mark in changed if reading.clause_of(mark) in told]
    said = reading.said(*runs[:1], *marks)
    if any(mark.concept == "run:off" for mark in marks):
        return Meaning(Intent.RUN_TOLD, on=False, because=said)
    day = _moved_to(reading, today) if marks else None
    if day is None:
        return None
    at = next((each.at for each in reading.clocks if not each.named), None)
    return Meaning(Intent.RUN_TOLD, mends=True, day=day, at=at, because=said)


def _moved_to(reading: ParsedMessage, today: date) -> date | None:
    """The day behind the "to": of "from thursday to friday", the friday."""
    to = [day for day in weekdays(reading) if reading.word(day.start - 1) == "to"]
    return next_such(reading, to[-1], today) if to else coming_day(reading, today)


def _as_long(reading: ParsedMessage, runs: list[Mark]) -> Meaning | None:
    """How long a run is that is planned, on the day that it has: "it's a 10k"."""
    kilometres = _kilometres(reading)
    if not kilometres or (reading.word(0), reading.word(1)) != ("it", "is"):
        return None
    said = reading.said(*runs[:1])
    unit = _unit(reading)
    return Meaning(Intent.RUN_TOLD, amount=kilometres, topic=unit, mends=True, because=said)


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


def _unit(reading: ParsedMessage) -> str:
    """In what the distance was told: it is told back so."""
    miles = any(
        token.is_number and reading.word(at + 1).startswith("mile")
        for at, token in enumerate(reading.tokens)
    )
    return "miles" if miles else "km"


def _kilometres(reading: ParsedMessage) -> float | None:
    for at, token in enumerate(reading.tokens):
        unit = reading.word(at + 1)
        if token.is_number and unit in ("k", "km", "kilometre", "mile", "miler"):
            amount = token.text.replace(",", ".")
            if amount.replace(".", "", 1).isdecimal() and len(amount) <= 6:  # noqa: PLR2004
                return round(float(amount) * (MILE if unit.startswith("mile") else 1), 1)
    return None
