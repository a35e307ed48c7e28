"""Days in words: weekdays, groups of them, and dates around today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from content.language.parsed_message import ParsedMessage
from content.language.tokens import Token
from content.language.when.calendar_days import coming, past
from content.language.when.written_dates import WrittenDate

WEEK = frozenset(range(7))
LIST = ("and", "or", "nor", "on", "the", ",", "/", "&", "-")  # between such days
FAR = 6  # tokens between "except" and the day that it leaves out
ALL = ("all", "any", "every", "day", "week")  # before a "but" that leaves a day out
RUN = ("elsewhere:run", "run:kind")
BESIDE = 2  # tokens between the days of a list, such as "and"


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday in the message. `how` is the word before it, such as "last" or "next"."""

    start: int
    end: int
    day: int
    how: str = ""


def weekdays(reading: ParsedMessage) -> list[Named]:
    """Every weekday that is named; "sun" and "sat" only where a day must be meant."""
    table: Mapping[str, Any] = reading.tables["clock"]
    tokens = reading.tokens
    sure = [at for at, token in enumerate(tokens) if _day(token, table) is not None]
    runs = {mark.end for mark in reading.all_marks if mark.concept in RUN} if sure else set()
    return [
        Named(at, at + 1 + _week_behind(tokens, at), day, tokens[at - 1].text if at else "")
        for at in sure
        if (day := _day(tokens[at], table)) is not None
        if tokens[at].raw not in table["shy"]
        or _is_day(at, sure, tokens, table)
        or (at in runs and not reading.word(at + 1)[:1].isalpha())  # "race sat", "run sat 9am"
    ]


def every_such(reading: ParsedMessage, day: Named) -> bool:
    """Are all such days meant, as by "mondays"?"""
    return reading.tokens[day.start].raw in reading.tables["clock"]["every-such"]


def _week_behind(tokens: Sequence[Token], at: int) -> bool:
    """ "Saturday week" is the one after the next."""
    return at + 1 < len(tokens) and tokens[at + 1].text == "week"


def _day(token: Token, table: Mapping[str, Any]) -> int | None:
    return table["weekdays"].get(token.text)  # type: ignore[no-any-return]


def _is_day(
    at: int, days: Sequence[int], tokens: Sequence[Token], table: Mapping[str, Any]
) -> bool:
    before = tokens[at - 1].text if at else ""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    timed = bool(at) and tokens[at - 1].is_number and not behind[:1].isalpha()  # "9 sat"
    listed = any(0 < abs(at - other) <= BESIDE for other in days)
    return timed or listed or before in table["shy-after"]


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Weekdays told together in tokens `start` to `end`.

    `lead` is where the word stands that leaves them out; None where none does.
    """

    start: int
    end: int
    days: frozenset[int]
    lead: int | None = None

    @property
    def excluded(self) -> bool:
        return self.lead is not None


def day_groups(reading: ParsedMessage) -> list[DayGroup]:
    """All weekdays and groups of them: "weekdays", "mon to thu", "not on sunday"."""
    table: Mapping[str, Any] = reading.tables["clock"]
    groups = [
        (mark.start, mark.end, frozenset(table["groups"][mark.concept.partition(":")[2]]))
        for mark in reading.all(
            "every:weekday", "every:weekend", "every:daily", "every:mwf", "every:tth"
        )
    ]
    inside = [(start, end) for start, end, _ in groups]
    named = [
        span
        for span in _spans(weekdays(reading), reading, table)
        if not any(start <= span[0] and span[1] <= end for start, end in inside)
    ]
    found: list[DayGroup] = []
    for start, end, days in sorted([*groups, *named], key=lambda each: each[0]):
        last = found[-1] if found else None
        goes_on = last and _listed(reading, last, start, end)
        lead = last.lead if last and goes_on else _lead(reading, start, end, table)
        found.append(DayGroup(start, end, days, lead))
    return found


def chosen(reading: ParsedMessage) -> frozenset[int]:
    """The weekdays that a message picks: "only weekdays", "mon wed fri", "every day but sunday"."""
    picked: set[int] = set()
    dropped: set[int] = set()
    for group in day_groups(reading):
        (dropped if group.excluded else picked).update(group.days)
    if reading.has("every:other") and not picked:
        picked = {0, 2, 4, 6}
    return frozenset((picked or WEEK) - dropped) if picked or dropped else frozenset()


def _spans(
    named: Sequence[Named], reading: ParsedMessage, table: Mapping[str, Any]
) -> list[tuple[int, int, frozenset[int]]]:
    """Single days, and "monday to friday" as all in between."""
    spans: list[tuple[int, int, frozenset[int]]] = []
    for index, day in enumerate(named):
        before = named[index - 1] if index else None
        between = [token.text for token in reading.tokens[before.end : day.start]] if before else []
        if before and len(between) == 1 and between[0] in table["through"]:
            days = frozenset(
                (before.day + step) % 7 for step in range((day.day - before.day) % 7 + 1)
            )
        else:
            days = frozenset({day.day})
        spans.append((day.start, day.end, days))
    return spans


def _lead(reading: ParsedMessage, start: int, end: int, table: Mapping[str, Any]) -> int | None:
    """Where these days are left out: "except", "not on", "no … at", up to "but" or "only"."""
    after = [reading.word(end), reading.word(end + 1)]
    if after[0] == "off" or after in (["is", "off"], ["are", "off"]):
        return start
    for at in range(start - 1, max(-1, start - 1 - FAR), -1):
        word = reading.word(at)
        if reading.tokens[at].ends:
            return None
        if word in table["except"]:
            return at
        if word in ("but", "only", "just", "make", "to"):
            return at if _leaves_out(reading, at, start) else None
    return None


def _listed(reading: ParsedMessage, last: DayGroup, start: int, end: int) -> bool:
    """Does it go on with days left out: "not on mondays, tuesdays or fridays"?

    A time behind a mere comma is a wish of its own: "not on mondays, fridays at 7".
    """
    between = [reading.word(at) for at in range(last.end, start)]
    timed = reading.word(end) in ("at", "@") or reading.number(end) is not None
    joined = all(word in LIST for word in between)
    placed = reading.word(end) == "instead"
    return last.excluded and joined and not placed and not (timed and between == [","])


def _leaves_out(reading: ParsedMessage, but: int, start: int) -> bool:
    """Is one day taken from all of them: "every day but sunday", unlike "mondays but fridays too"?

    "Only" and the like leave out nothing.
    """
    if reading.word(but) != "but" or start - but > 2:  # noqa: PLR2004
        return False
    groups = reading.all("every:daily", "every:weekday", "every:weekend")
    return reading.word(but - 1) in ALL or any(mark.end == but for mark in groups)


def past_day(reading: ParsedMessage, today: date) -> list[date]:
    """The days that a log speaks of, when it names any: "Sunday's", "last night", "2 days ago"."""
    if reading.has("when:before-yesterday"):
        return [today - timedelta(days=2)]
    if reading.has("when:yesterday"):
        return [today - timedelta(days=1)]
    if (gone := ago(reading)) is not None:
        return [today - timedelta(days=gone)]
    if dated := [day for each in reading.written_dates if (day := past(each, today))]:
        return dated
    named = weekdays(reading)
    meant = [day for day in named if reading.word(day.start - 1) != "not"]  # "monday, not tuesday"
    return [_last(day, today) for day in meant or named]


def ago(reading: ParsedMessage) -> int | None:
    """How many days back: "3 days ago", "a week ago"."""
    lengths = (each for each in reading.lengths if reading.word(each.end) in ("ago", "back"))
    return next((each.days for each in lengths if each.days), None)


def _last(day: Named, today: date) -> date:
    back = (today.weekday() - day.day) % 7
    return today - timedelta(days=back or 7 * (day.how == "last"))


def coming_day(reading: ParsedMessage, today: date, *, days_first: bool = True) -> date | None:
    """The day that a plan speaks of: "tomorrow", "on friday", "in 3 days", "14 march"."""
    if reading.has("when:after-tomorrow"):
        return today + timedelta(days=2)
    if reading.has("when:tomorrow"):
        return today + timedelta(days=1)
    if days := in_days(reading):
        return today + timedelta(days=days)
    if reading.written_dates:
        return coming(reading.written_dates[0], today, days_first=days_first)
    return next((next_such(reading, day, today) for day in weekdays(reading)), None)


def in_days(reading: ParsedMessage) -> int | None:
    """How many days on: "in 3 weeks", "a week from now"."""
    for length in reading.lengths:
        behind = [reading.word(length.end), reading.word(length.end + 1)]
        if length.days and (length.lead == "in" or behind in (["from", "now"], ["from", "today"])):
            return length.days
    return None


def next_such(reading: ParsedMessage, day: Named, today: date) -> date:
    """The next such weekday; a "next friday" is the one of next week, "friday week" a week on."""
    if day.how == "next":
        return today + timedelta(days=7 - today.weekday() + day.day)
    ahead = (day.day - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead + 7 * _a_week_on(reading, day))


def _a_week_on(reading: ParsedMessage, day: Named) -> bool:
    """ "saturday week", "a week on saturday"."""
    before = [reading.word(at) for at in range(day.start - 2, day.start)]
    return before == ["week", "on"] or day.end - day.start > 1


def no_such_day(reading: ParsedMessage, today: date) -> WrittenDate | None:
    """A date that no calendar has, this year or next: "31 february", "2026-13-40"."""
    gone = (each for each in reading.written_dates if coming(each, today) is None)
    return next((each for each in gone if past(each, today) is None), None)
