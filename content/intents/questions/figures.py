"""Questions about runs, done or to come, and about how it goes: "longest run this month?". Pure."""

from datetime import date

from content.intents.about_runner.distances import distances
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.remarks import remarks
from content.language.when.past_spans import PastSpan, past_span

ADVICE = (
    "should",
    "could",
    "can",
    "would",
    "if",
    "before",
    "after",
)  # what to do is another matter
OTHER = (
    "card",
    "area",
    "spot",
    "feel",
    "kind",
    "kit",
    "remind:word",
    "grammar:other",
    "run:others",
)
PLAIN = ("weeks", "longest", "last", "far")  # what may be asked without a word of a question
OF_RUNS = ("longest", "far")
ORDER = ("missed", "weeks", "longest", "last", "next", "far")  # which counts where several are said


def asked(reading: ParsedMessage, today: date) -> Meaning | None:
    """Which figure is asked for, and of which days: `since` is None for all there are."""
    marks = reading.all("figure")
    if not marks or reading.has(*OTHER) or distances(reading):
        return None
    said = {mark.concept.partition(":")[2] for mark in marks}
    figure = min(said, key=ORDER.index)
    if figure in OF_RUNS and reading.has("log:session"):
        return None
    span = past_span(reading, today)
    if not _inquires(reading) and not (figure in PLAIN and _is_all(reading, marks, span)):
        return None
    because = reading.said(*marks, *_words(span))
    first, last = (span.first, span.last) if span else (None, None)
    return Meaning(Intent.HISTORY, topic=figure, since=first, until=last, because=because)


def _inquires(reading: ParsedMessage) -> bool:
    """About what is, and not about what would be best."""
    advice = any(token.text in ADVICE for token in reading.tokens)
    told = reading.has("wish:show") or any(map(reading.inquires, set(reading.clauses)))
    return told and not advice


def _is_all(reading: ParsedMessage, marks: list[Mark], span: PastSpan | None) -> bool:
    """Does it say no more than that: "km in october"?"""
    known = covered([*marks, *reading.all("span", "grammar:polite"), *_words(span)])
    return content_words(reading) <= known | remarks(reading)


def _words(span: PastSpan | None) -> list[Mark]:
    return [Mark(span.start, span.end, "")] if span else []
