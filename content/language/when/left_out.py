"""What a message leaves out: "except the 24th", "not this weekend", "but not on bank holidays"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.when.calendar_days import coming
from content.language.when.dates import next_such, weekdays

REACH = 5  # tokens between "not" and the date that it leaves out
ENDS = ("but", "only", "just", "make", "to", "set", "remind", "show", "give", ".", "until")
JOINTS = ("and", "or", ",", "the", "on", "&", "nor", "to", "-", "through")
ONCE = ("this", "next", "coming")
DAY = timedelta(days=1)
LONGEST = 366  # days of a span that is left out; a longer one is no holiday


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Dates to be left out, told in tokens `start` to `end`; `lead` is where "except" stands."""

    start: int
    end: int
    days: tuple[date, ...]
    lead: int


def left_out(reading: ParsedMessage, today: date, *, days_first: bool) -> list[LeftOut]:
    """The single dates that are excepted, not the weekdays that never count."""
    found: list[LeftOut] = []
    then = _then(reading)
    single = [*_single_days(reading, today, days_first=days_first)]
    for spoken in sorted([*single, *_other_days(reading, today, single)], key=_start):
        lead = _lead(reading, spoken[0])
        if lead is None and then and spoken[1] <= then:
            lead = _lead(reading, then)
        joined = found and _joined(reading, found[-1].end, spoken[0])
        if lead is not None or joined:
            start, end, days = spoken
            found.append(LeftOut(start, end, days, found[-1].lead if lead is None else lead))
    return _filled(reading, found)


Spoken = tuple[int, int, tuple[date, ...]]


def _start(spoken: Spoken) -> int:
    return spoken[0]


def _single_days(reading: ParsedMessage, today: date, *, days_first: bool) -> Iterator[Spoken]:
    """Each day to come that is one date: "the 20th", "tomorrow", "this thursday"."""
    for each in reading.written_dates:
        if day := coming(each, today, days_first=days_first):
            yield each.start, each.end, (day,)
    for name, ahead in (("tomorrow", 1), ("after-tomorrow", 2)):
        yield from ((m.start, m.end, (today + ahead * DAY,)) for m in reading.all(f"when:{name}"))
    for named in weekdays(reading):
        if named.how in ONCE or _then(reading) or reading.has("told:just-once", "remind:this-week"):
            yield named.start - (named.how in ONCE), named.end, (next_such(reading, named, today),)
    for mark in reading.all("when:this-weekend"):
        saturday = today + (5 - today.weekday()) % 7 * DAY
        yield mark.start, mark.end, (saturday, saturday + DAY)


def _other_days(reading: ParsedMessage, today: date, single: Sequence[Spoken]) -> Iterator[Spoken]:
    """Weekdays right after one date, which are dates too: "not tomorrow or thursday"."""
    ends = [end for _, end, _ in single]
    known = {start for start, _, _ in single}
    for named in weekdays(reading):
        if named.start not in known and any(_joined(reading, end, named.start) for end in ends):
            yield named.start, named.end, (next_such(reading, named, today),)
            ends.append(named.end)


def _lead(reading: ParsedMessage, at: int) -> int | None:
    """Where the word stands that leaves this out, if one does."""
    excepts = reading.tables["clock"]["except"]
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        word = reading.word(back)
        if word in excepts or any(m.start <= back < m.end for m in reading.all("told:except")):
            return back
        if word == "remind" and reading.word(back - 1) in excepts:  # "do not remind me"
            return back - 1
        if word in ENDS:
            return None
    return None


def _then(reading: ParsedMessage) -> int | None:
    """Where "then" or "that day" leaves out the day that was named before it."""
    marks = [mark.start for mark in reading.all("told:then")]
    return next((at for at in marks if _lead(reading, at) is not None), None)


def _joined(reading: ParsedMessage, end: int, start: int) -> bool:
    return end <= start and all(reading.word(at) in JOINTS for at in range(end, start))


def _filled(reading: ParsedMessage, found: list[LeftOut]) -> list[LeftOut]:
    """With all days between two that "to" joins."""
    whole: list[LeftOut] = []
    for each in found:
        last = whole[-1] if whole else None
        joint = reading.word(last.end) if last else ""
        span = (each.days[0] - last.days[-1]).days if last else 0
        if last and joint in ("to", "-", "through") and 0 < span <= LONGEST:
            days = tuple(last.days[-1] + n * DAY for n in range(1, span + 1))
            each = LeftOut(each.start, each.end, days, each.lead)  # noqa: PLW2901
        whole.append(each)
    return whole


def not_dates(reading: ParsedMessage) -> Mark | None:
    """What is left out and is no day: the words after "but not on", "unless", "except when"."""
    for mark in reading.all("told:except"):
        at = mark.end
        while reading.word(at) in SMALL:
            at += 1
        end = at
        while reading.word(end)[:1].isalnum():
            end += 1
        if end > at and not _is_when(reading, at, end):
            return Mark(at, end, "")
    feasts = reading.all("told:holidays")
    return next((mark for mark in feasts if _lead(reading, mark.start) is not None), None)


def _is_when(reading: ParsedMessage, start: int, end: int) -> bool:
    """Is a day, a date or a time among these words?"""
    known: list[Span] = [*reading.written_dates, *weekdays(reading), *reading.clocks]
    known += reading.all("every", "when")
    return any(each.start < end and start < each.end for each in known)


SMALL = (*JOINTS, "my", "in", "at", "any", "for", "when", "if")
