"""A message with what every rule about reminders needs to know of it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from content.intents.meaning import Intent, Meaning
from content.language.dates import Dated, dates
from content.language.durations import Length
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.times import Clock

SHORT = 7  # words of a message that may be nothing but a time
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
        return [each for each in self.reading.clocks if not (self._old(each) or self.is_date(each))]

    def is_date(self, clock: Clock) -> bool:
        """Is its number the day of a date: "until 20 december"?"""
        return any(each.start <= clock.start < each.end for each in self.dates)

    @cached_property
    def dates(self) -> list[Dated]:
        return dates(self.reading, self.today)

    def _old(self, clock: Clock) -> bool:
        before = [self.reading.word(at) for at in range(clock.start - 3, clock.start)]
        return (
            before[-1] in ("from", "than", "swap", "not")
            or before[-2:] == ["instead", "of"]
            or (before[1] in ("from", "swap", "than", "not") and before[-1] in ("at", "the", "my"))
        )

    def has(self, *names: str) -> bool:
        return self.reading.has(*(f"remind:{name}" for name in names))

    def mean(self, intent: Intent, marks: list[Mark], **slots: Any) -> Meaning:
        return Meaning(intent, because=self.reading.said(*marks), **slots)
