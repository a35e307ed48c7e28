"""Questions about what was done in days that are over: "how many minutes in november?". Pure."""

from datetime import date

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.past_spans import past_span

BRIEF = 6  # words of a message that only wants to see such days


def asked(reading: ParsedMessage, today: date) -> Meaning | None:
    """The days that are asked about: `since` the first (None: all there are) `until` the last.

    This week and, without a question, last week are what the progress picture shows.
    """
    marks = [mark for mark in reading.all("meta:progress") if not _only_days(reading, mark)]
    if not marks and reading.size <= BRIEF:
        marks = reading.all("wish:show")
    week = reading.has("span:last-week") and not reading.has("grammar:asks")
    if not marks or week or reading.has("span:this-week"):
        return None
    span = past_span(reading, today)
    if span is None:
        return None
    because = reading.said(*marks, Mark(span.start, span.end, ""))
    return Meaning(Intent.HISTORY, since=span.first, until=span.last, because=because)


def _only_days(reading: ParsedMessage, mark: Mark) -> bool:
    return any(span.start <= mark.start and mark.end <= span.end for span in reading.all("span"))
