"""Days left out of an answer: "weekdays, weekends never", "every day except when I work". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from content.intents.answers.question_words import LEFT_OUT
from content.intents.answers.said import Said, places
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.dates import WEEK, DayGroup, weekdays

LAST = ("not", "no", "never", "nope", "out")  # where nothing follows: "weekends no"
EXCEPT = ("except", "excluding", "without", "minus", "bar", "but", "save", "unless", "excepting")
MISSING = ("miss", "skip", "missed", "skipped")  # "never miss a sunday"
ADDING = ("too", "also", "well", "even", "including", "especially", "plus", "definitely")


@dataclass(frozen=True, slots=True)
class Run:
    """Days in tokens `start` to `end`, told together; `first` and `last` bound what is said of
    them.
    """

    start: int
    end: int
    days: frozenset[int]
    excluded: bool = False
    lead: int | None = None
    first: int = 0
    last: int = 0

    @classmethod
    def of(cls, group: DayGroup) -> "Run":
        return cls(group.start, group.end, group.days, group.excluded, group.lead)

    def with_(self, group: DayGroup) -> "Run":
        days, excluded = self.days | group.days, self.excluded or group.excluded
        return replace(self, end=group.end, days=days, excluded=excluded)

    def within(self, reading: ParsedMessage, before: int, behind: int) -> "Run":
        """With the words between two signs: those before it, and those behind it where no other
        days, which begin at `behind`, follow.
        """
        ends = [at for at, token in enumerate(reading.tokens) if token.ends]
        first = max([at + 1 for at in ends if at < self.start] + [before])
        last = min([at for at in ends if at >= self.end] + [len(reading.tokens)])
        return replace(self, first=first, last=last if last <= behind else self.end)

    @property
    def named(self) -> frozenset[int]:
        """The places of the days, and of the word that leaves them out."""
        lead = self.start if self.lead is None else self.lead
        return frozenset(range(min(lead, self.start), self.end))

    @property
    def words(self) -> frozenset[int]:
        """The places of all that is said of them."""
        return self.named | frozenset(range(self.first, self.last))


def left_out(said: Said, runs: Sequence[Run]) -> list[Run]:
    """The days of which it is said that they are none."""
    return [run for at, run in enumerate(runs) if _is_out(said, runs[:at], run)]


def nothing_named(said: Said, runs: Sequence[Run], every: Mark | None) -> bool:
    """Is something left out of all days that is no day: "every day except when I work late"?"""
    ends = [run.end for run in runs if run.days == WEEK]
    whole = [*ends, *([every.end] if every else [])]
    if not whole:
        return False
    named = [run for run in runs if _is_named(said, run)]
    leads = [at for at in _excepts(said, whole[0] - 1) if not any(r.start >= at for r in named)]
    return any(_goes_on(said, at + 1) for at in leads)


def _is_named(said: Said, run: Run) -> bool:
    """Is nothing else said of them, or a weekday: "except when I work", unlike "… work nights"?"""
    days = [each for each in weekdays(said.reading) if run.start <= each.start < run.end]
    return bool(days) or not said.left(run.named) or run.days == WEEK


def _goes_on(said: Said, at: int) -> bool:
    """Is more said from there on than a small word: "every day, but thanks"?"""
    rest = [token.text for token in said.reading.tokens[at:] if token.text[0].isalnum()]
    return len(rest) > 1 or any(word not in said.words.small for word in rest)


def _is_out(said: Said, before: Sequence[Run], run: Run) -> bool:
    if run.excluded or _denied(said, run):
        return True
    whole = next((each for each in before if each.days == WEEK), None)
    if whole and any(at < run.start for at in _excepts(said, whole.end)):
        return True
    told = {day for each in before if each.days != WEEK for day in each.days}
    beyond = told and not told & run.days and told | run.days == WEEK
    return bool(beyond) and bool(_says_more(said, run))


def _denied(said: Said, run: Run) -> bool:
    """Is it said of them that nothing comes: "weekends never", "leave my sundays in peace"?"""
    reading = said.reading
    words = [reading.word(at) for at in sorted(run.words)]
    if not set(words).isdisjoint(MISSING):
        return False
    last = reading.word(run.last - 1) in LAST and run.last > run.end
    around = run.words - run.named
    return last or any(not around.isdisjoint(places([mark])) for mark in said.of(LEFT_OUT))


def _says_more(said: Said, run: Run) -> bool:
    """Is something said of them that is no part of an answer: "weekends I sleep in"?"""
    words = {said.reading.word(at) for at in run.words}
    more = run.words.intersection(said.left(run.named))
    timed = any(not each.named for each in said.reading.clocks)
    return bool(more) and words.isdisjoint(ADDING) and not timed


def _excepts(said: Said, after: int) -> Iterator[int]:
    """Where a word stands that takes something out of what was said before it."""
    marks = {at for mark in said.reading.all("told:except") for at in places([mark])}
    for at in range(after, len(said.reading.tokens)):
        if at in marks or said.reading.word(at) in EXCEPT:
            yield at
