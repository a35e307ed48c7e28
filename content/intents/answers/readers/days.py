"""Days of the week: "mon wed and sat morning", "all but friday", "tues/thurs + long run sunday"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from content.intents.answers.answer import Aside, Found, Known
from content.intents.answers.exceptions import Run, left_out, nothing_named
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
SOFTENS = ("too", "so", "very", "before", "until", "only", "just", "always", "sure")  # a "not"
MISSING = ("miss", "skip")  # "never skip a sunday"
NONE, ALL, RUNS, RESTS = "none", "all", "runs", "rests"
JOINTS = ("and", "or", "nor", "&", "/", "+", "-", "on", "the")  # between days told together


def run_days(said: Said, known: Known) -> Found | None:
    """Weekdays; an empty list for somebody who does not run."""
    found = remind_days(said, known)
    none = said.value(NONE)
    return found or (Found([], frozenset(places([none]))) if none else None)


def remind_days(said: Said, known: Known) -> Found | None:
    """Weekdays, also as those with a run or without one."""
    runs = _runs(said)
    every = said.value(ALL)
    if nothing_named(said, runs, every):
        return Found(Aside.WHICH, frozenset(range(len(said.reading.tokens))))
    if runs:
        return _told(said, runs)
    around = said.value(RUNS, RESTS)
    if around and known.get("run_days"):
        with_run = frozenset(known["run_days"])
        days = with_run if name_of(around) == RUNS else WEEK - with_run
        return Found(sorted(days), frozenset(places([around]))) if days else None
    return Found(sorted(WEEK), frozenset(places([every]))) if every and not around else None


def _told(said: Said, runs: list[Run]) -> Found | None:
    """The days that are picked without those that are left out."""
    gone = left_out(said, runs)
    picked = set(chain.from_iterable(run.days for run in runs if run not in gone))
    dropped = set(chain.from_iterable(run.days for run in gone))
    words = set(chain.from_iterable(run.words if run in gone else run.named for run in runs))
    rest = said.value(ALL)
    if rest and not gone and rest.end - rest.start > 1 and rest.start > runs[-1].end - 1:
        picked, words = {*WEEK}, {*words, *places([rest])}  # "saturday, sunday, the lot"
    days = (picked if picked and picked != WEEK else WEEK) - dropped
    return Found(sorted(days), frozenset(words)) if days else None


def _runs(said: Said) -> list[Run]:
    """Days next to each other of which the same is said."""
    reading = said.reading
    runs: list[Run] = []
    groups = sorted(_groups(said), key=lambda each: (each.start, -each.end))
    for each in (each for each in groups if not _once(said, each)):
        if runs and each.end <= runs[-1].end:  # "weekend" in "every weekend"
            continue
        if runs and _joined(reading, runs[-1], each):
            runs[-1] = runs[-1].with_(each)
        else:
            runs.append(Run.of(each))
    starts = [*(run.start for run in runs), len(reading.tokens)]
    ends = [0, *(run.end for run in runs)]
    return [run.within(reading, ends[at], starts[at + 1]) for at, run in enumerate(runs)]


def _joined(reading: ParsedMessage, run: Run, group: DayGroup) -> bool:
    """ "Sat and sun off" says it of both, unlike "sat, sun off"; "no mondays and sat" of one."""
    between = [reading.word(at) for at in range(run.end, group.start)]
    single = len(group.days) <= A_FEW and len(run.days) < len(WEEK)
    alike = run.excluded == group.excluded or (group.excluded and bool(between))
    return single and alike and all(word in JOINTS for word in between)


def _once(said: Said, group: DayGroup) -> bool:
    """Is it left out on one date only: "not this thursday"?"""
    return group.excluded and said.reading.word(group.start - 1) in ("this", "next")


def _groups(said: Said) -> Iterator[DayGroup]:
    """Days, weekdays, weekends, every day, every other day."""
    reading = said.reading
    yield from (
        _softened(reading, each)
        for each in day_groups(_spelt_out(reading))
        if len(each.days) == 1 or reading.number(each.start - 1) is None  # "one weekday" is none
    )
    yield from (DayGroup(mark.start, mark.end, EVERY) for mark in reading.all("every:other"))
    groups = reading.tables["clock"]["groups"]
    for mark in said.values:
        if days := groups.get(name_of(mark)):
            yield DayGroup(mark.start, mark.end, frozenset(days))


def _softened(reading: ParsedMessage, group: DayGroup) -> DayGroup:
    """ "Mondays not too early and fridays" leaves out none."""
    if group.lead is None:
        return group
    before, word, behind = (reading.word(group.lead + step) for step in (-1, 0, 1))
    kept = word in MISSING and before in ("never", "not")
    return replace(group, lead=None) if kept or behind in (*SOFTENS, *MISSING) else group


def _spelt_out(reading: ParsedMessage) -> ParsedMessage:
    """With days in two letters, "mo we fr", in full where there are two or more."""
    if sum(token.text in SHORT for token in reading.tokens) < A_FEW:
        return reading
    tokens = tuple(
        token._replace(text=SHORT.get(token.text, token.text)) for token in reading.tokens
    )
    return ParsedMessage(reading.text, tokens, reading.words)
