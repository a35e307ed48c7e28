"""A message with what every rule about reminders needs to know of it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from content.intents.meaning import Intent, Meaning
from content.language.content_words import covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.remarks import remarks
from content.language.when.calendar_days import coming, day_first
from content.language.when.clock import Clock
from content.language.when.dates import coming_day, next_such, weekdays
from content.language.when.durations import Length
from content.language.when.left_out import LeftOut, left_out

SHORT = 7  # words of a message that may be nothing but a time
REPLACING = ("do", "put", "add", "make", "set", "send", "use", "have", "try", "instead")
FROM = ("from", "starting")
LED_BY = ("at", "@", "around", "about", "by", "for")
DAY_UNITS = ("day", "week", "month")


@dataclass(frozen=True)
class ReminderMessage:
    """A reading with what a reminder needs from it."""

    reading: ParsedMessage
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def named(self) -> bool:
        """Does the message name reminders, or a deed of reminding?"""
        return self.reading.has("remind:word")

    @cached_property
    def short(self) -> bool:
        """May it be nothing but a time, clauses aside that only say why?"""
        reasons = remarks(self.reading)
        words = (at for at, token in enumerate(self.reading.tokens) if token.text[0].isalnum())
        return sum(at not in reasons for at in words) <= SHORT

    @cached_property
    def content(self) -> bool:
        """Is it about exercises, runs or something else with times of its own?"""
        reasons = remarks(self.reading)
        about = self.reading.all("area", "card", "spot", "elsewhere", "kind", "when:not-mine")
        about = [mark for mark in about if mark.start not in reasons]
        occasions = self.reading.times.occasions
        return any(not any(o.start <= m.start < o.end for o in occasions) for m in about)

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
        beside = remarks(self.reading) | covered(self.reading.all("told:rest-stays"))
        clocks = [each for each in self.reading.clocks if each.start not in beside]
        wanted = [each for each in clocks if not self._old(each)]
        mine = [each for each in wanted if not self._aside(each)]
        direct = next((each.start for each in mine if self._asked_for(each)), 0)
        return [each for each in mine if each.start >= direct] or wanted

    @cached_property
    def was(self) -> Clock | None:
        """The time that goes, where another one comes in its stead: "bin the 7, do 12:30"."""
        changed = self.has("change")
        clocks = [each for each in self.reading.clocks if each.at]
        old = [c for c in clocks if self._replaced(c) or (changed and self._old(c))]
        return old[0] if old and any(each.at for each in self.clocks) else None

    @cached_property
    def days_first(self) -> bool:
        return day_first(getattr(self.now.tzinfo, "key", ""))

    @cached_property
    def dates(self) -> list[date]:
        """The dates that are written, as days to come; one after the other, if two are a span."""
        first = self.today
        found: list[date] = []
        for each in self.reading.written_dates:
            if day := coming(each, first, days_first=self.days_first):
                found.append(day)
                first = max(first, day)
        return found

    @cached_property
    def day(self) -> date | None:
        """The one day to come that it speaks of."""
        return coming_day(self.reading, self.today, days_first=self.days_first)

    @cached_property
    def left_out(self) -> list[LeftOut]:
        """The dates that are excepted."""
        return left_out(self.reading, self.today, days_first=self.days_first)

    @cached_property
    def one_day(self) -> bool:
        """Does "next thursday" or "this thursday" say that one date is meant?"""
        named = weekdays(self.reading)
        return (
            len(named) == 1 and named[0].how in ("next", "this") and not self.reading.has("every")
        )

    @cached_property
    def from_day(self) -> bool:
        """Is it told from when on: "from tomorrow", "from monday on"? A series begins at once."""
        marks = self.reading.all("when:tomorrow", "when:after-tomorrow")
        starts = [mark.start for mark in marks] + [day.start for day in weekdays(self.reading)]
        spans = any(self.reading.word(at + 1) in ("to", "-", "until") for at in starts)
        return not spans and any(self.reading.word(at - 1) in FROM for at in starts)

    @cached_property
    def days_named(self) -> list[tuple[date, int]]:
        """Each weekday that is named as its next date, and where it stands."""
        named = weekdays(self.reading)
        return [(next_such(self.reading, each, self.today), each.start) for each in named]

    def _asked_for(self, clock: Clock) -> bool:
        """Does it stand right behind the wish? Then one before is something else's: "meeting at 9,
        nudge me at 8:40".
        """
        ends = {mark.end for mark in self.reading.all("remind:ask-for", "remind:word")}
        before = clock.start - (self.reading.word(clock.start - 1) in LED_BY)
        return before in ends

    def _aside(self, clock: Clock) -> bool:
        """Does it say when something else happens: "I get up at 5, so 5.15"?"""
        before = (self.reading.word(at) for at in range(clock.start - 3, clock.start))
        return any(word in self.reading.tables["clock"]["aside"] for word in before)

    def _old(self, clock: Clock) -> bool:
        before = [self.reading.word(at) for at in range(clock.start - 3, clock.start)]
        if "from" in before and len(self.reading.clocks) == 1:
            return False  # "quiet from 9 pm" is no old time
        return (
            before[-1] in ("from", "than", "swap", "not")
            or before[-2:] == ["instead", "of"]
            or (before[1] in ("from", "swap", "than", "not") and before[-1] in ("at", "the", "my"))
            or self._dropped(clock)
        )

    def _replaced(self, clock: Clock) -> bool:
        """Does it go for another: "bin the 7, do 12:30", unlike "bin the 7, keep the 8"?"""
        clauses = self.reading.clauses
        others = (at for at, each in enumerate(clauses) if each != clauses[clock.start])
        return any(self.reading.word(at) in REPLACING for at in others) and self._dropped(clock)

    def _dropped(self, clock: Clock) -> bool:
        """Is it told to go, in a clause of its own: "add 9pm and drop the 7am"?"""
        clause = self.reading.clauses[clock.start]
        ended = self.reading.inside(clause, "remind:off")
        clauses = {self.reading.clauses[each.start] for each in self.reading.clocks}
        return len(clauses) > 1 and any(mark.end <= clock.start for mark in ended)

    def has(self, *names: str) -> bool:
        return self.reading.has(*(f"remind:{name}" for name in names))

    def mean(self, intent: Intent, marks: list[Mark], **slots: Any) -> Meaning:
        return Meaning(intent, because=self.reading.said(*marks), **slots)
