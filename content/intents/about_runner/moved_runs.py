"""A run that changes its day: "thursday's tempo to saturday", "friday instead of tuesday". Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.dates import next_such, weekdays

BETWEEN = ("on", "the", "my", "this", "a", "coming", "in", "for")  # before a day, and no direction
FROM = ("from", "of", "than", "not", "no", "skip", "cancel", "drop")
TO = ("to", "for", "with", "until", "onto", "become", "becomes")
BEFORE_RUN = 3  # tokens between a day and the run that is its own: "friday's long easy run"
PAIRING = ("and", "&", "/")  # "swap my tuesday and thursday runs" says no direction
SWAPPED = 2  # days that a run is moved between
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A day in tokens `start` to `end`."""

    start: int
    end: int
    day: date


def moved_run(reading: ParsedMessage, today: date) -> Meaning | None:
    """The run of one day on another, told in one of the clauses or in all of them."""
    whole = _moved(reading, today)
    if whole or len(set(reading.clauses)) == 1:
        return whole
    alone = (reading.without(set(reading.clauses) - {each}) for each in set(reading.clauses))
    return next((found for each in alone if (found := _moved(each, today))), None)


def _moved(reading: ParsedMessage, today: date) -> Meaning | None:
    """The same in one message; a question where it is not clear which of the days it leaves."""
    marks = reading.all("run:swap")
    days = list(_days(reading, today))
    if len({each.day for each in days}) != SWAPPED or not _of_a_run(reading, marks, days):
        return None
    first, second = days[0], next(each for each in days if each.day != days[0].day)
    paired = reading.word(first.end) in PAIRING and second.start - first.end == 1
    left = [each for each in days if _leaves(reading, each) and not paired]
    taken = [each for each in days if _takes(reading, each)]
    said = reading.said(*reading.all("run:swap", "elsewhere:run"))
    if not (left or taken) or {e.day for e in left} & {e.day for e in taken}:
        both = tuple(
            _move(reading, one.day, other.day, said)
            for one, other in ((first, second), (second, first))
        )
        return Meaning(Intent.SURE, offers=both, because=said)
    target = taken[0].day if taken else None
    source = left[0].day if left else None
    for each in (first, second):
        target = each.day if target is None and each.day != source else target
        source = each.day if source is None and each.day != target else source
    if source is None or target is None or len({e.day for e in taken}) > 1:
        return None
    moved = _move(reading, source, target, said)
    asked = any(map(reading.asks, set(reading.clauses)))
    return Meaning(Intent.SURE, offers=(moved,), because=said) if asked else moved


def _move(reading: ParsedMessage, source: date, target: date, said: tuple[str, ...]) -> Meaning:
    at = next((each.at for each in reading.clocks if not each.named), None)
    return Meaning(Intent.RUN_TOLD, mends=True, day=target, at=at, skips=(source,), because=said)


def _days(reading: ParsedMessage, today: date) -> Iterator[Told]:
    """The weekdays that are named, today and tomorrow, in their order."""
    found = [Told(e.start, e.end, next_such(reading, e, today)) for e in weekdays(reading)]
    for name, ahead in (("today", 0), ("tomorrow", 1), ("after-tomorrow", 2)):
        marks = reading.all(f"when:{name}")
        found += [Told(each.start, each.end, today + ahead * DAY) for each in marks]
    yield from sorted(found, key=lambda each: each.start)


def _of_a_run(reading: ParsedMessage, swap: list[Mark], days: list[Told]) -> bool:
    """Is it a run that is moved, and neither a reminder nor a session, nor a run that is over?"""
    runs = [mark for mark in reading.all_marks if mark.concept in ("elsewhere:run", "run:kind")]
    over = reading.has("remind:word", "log:did", "log:done")
    over = over or any(mark.concept == "run:did" for mark in reading.all_marks)
    if not runs or over or reading.has("wish:show"):
        return False
    told = {_direction(reading, each) for each in days}
    return bool(swap) or not told.isdisjoint(FROM) or any(_denied(reading, e) for e in days)


def _denied(reading: ParsedMessage, told: Told) -> bool:
    """Is it a day without a run: "can't run friday, saturday it is"?"""
    clause = reading.clauses[told.start]
    return any(m.start < told.start for m in reading.inside(clause, "grammar:not"))


def _leaves(reading: ParsedMessage, told: Told) -> bool:
    """Is it the day that the run had?"""
    if _direction(reading, told) in FROM:
        return True
    if _direction(reading, told) in TO or _instead(reading, told):
        return False
    ahead = range(told.end, told.end + BEFORE_RUN)
    starts = {m.start for m in reading.all_marks if m.concept in ("elsewhere:run", "run:kind")}
    joints = [reading.word(at) for at in range(told.end, min(starts & {*ahead}, default=told.end))]
    own = bool(starts.intersection(ahead)) and not {*joints} & {*TO, *FROM, ",", "and"}
    return own or _denied(reading, told)


def _takes(reading: ParsedMessage, told: Told) -> bool:
    """Is it the day that the run has now?"""
    return _direction(reading, told) in TO or _instead(reading, told)


def _instead(reading: ParsedMessage, told: Told) -> bool:
    behind = [reading.word(told.end + n) for n in range(2)]
    return (behind[0] == "instead" and behind[1] != "of") or behind == ["it", "is"]


def _direction(reading: ParsedMessage, told: Told) -> str:
    """The word that says whether the run leaves that day or comes to it."""
    at = told.start - 1
    while reading.word(at) in BETWEEN and reading.word(at) not in TO:
        at -= 1
    if reading.word(at) in BETWEEN or reading.word(at) in TO:
        before = reading.word(at - 1)
        return reading.word(at) if before not in FROM else before
    return reading.word(at)
