"""Days of the week: "mon wed and sat morning", "all but friday", "tues/thurs + long run sunday"."""

from collections.abc import Iterator

from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import WEEK, DayGroup, day_groups

EVERY = frozenset({0, 2, 4, 6})  # every other day, as near as a week comes to it
SHORT = {
    "mo": "monday",
    "tu": "tuesday",
    "we": "wednesday",
    "th": "thursday",
    "fr": "friday",
    "sa": "saturday",
    "su": "sunday",
}
A_FEW = 2
NONE, ALL, RUNS, RESTS = "none", "all", "runs", "rests"


def run_days(said: Said, known: Known) -> Found | None:
    """Weekdays; an empty list for somebody who does not run."""
    found = remind_days(said, known)
    none = said.value(NONE)
    return found or (Found([], frozenset(places([none]))) if none else None)


def remind_days(said: Said, known: Known) -> Found | None:
    """Weekdays, also as those with a run or without one."""
    picked, dropped, used = _told(said)
    if picked or dropped:
        days = (picked or WEEK) - dropped
        return Found(sorted(days), used) if days else None
    around = said.value(RUNS, RESTS)
    if around and known.get("run_days"):
        runs = frozenset(known["run_days"])
        days = runs if name_of(around) == RUNS else WEEK - runs
        return Found(sorted(days), frozenset(places([around]))) if days else None
    every = said.value(ALL)
    return Found(sorted(WEEK), frozenset(places([every]))) if every and not around else None


def _once(said: Said, group: DayGroup) -> bool:
    """Is it left out on one date only: "not this thursday"?"""
    return group.excluded and said.reading.word(group.start - 1) in ("this", "next")


def _told(said: Said) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The days that are picked, those that are left out, and the places of the words."""
    picked, dropped = set[int](), set[int]()
    used = set[int]()
    for each in (each for each in _groups(said) if not _once(said, each)):
        (dropped if each.excluded else picked).update(each.days)
        lead = each.start if each.lead is None else each.lead
        used.update(range(lead, each.end + (each.lead == each.start)))
    if dropped and picked == WEEK:
        picked = set()
    return frozenset(picked), frozenset(dropped), frozenset(used)


def _groups(said: Said) -> Iterator[DayGroup]:
    """Days, weekdays, weekends, every day, every other day."""
    reading = said.reading
    yield from (
        each
        for each in day_groups(_spelt_out(reading))
        if len(each.days) == 1 or reading.number(each.start - 1) is None  # "one weekday" is none
    )
    yield from (DayGroup(mark.start, mark.end, EVERY) for mark in reading.all("every:other"))
    groups = reading.tables["clock"]["groups"]
    for mark in said.values:
        if days := groups.get(name_of(mark)):
            yield DayGroup(mark.start, mark.end, frozenset(days))


def _spelt_out(reading: ParsedMessage) -> ParsedMessage:
    """With days in two letters, "mo we fr", in full where there are two or more."""
    if sum(token.text in SHORT for token in reading.tokens) < A_FEW:
        return reading
    tokens = tuple(
        token._replace(text=SHORT.get(token.text, token.text)) for token in reading.tokens
    )
    return ParsedMessage(reading.text, tokens, reading.words)
