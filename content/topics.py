"""General questions, and what is answered: lexicon/topics.yaml. Pure."""

from dataclasses import dataclass

from content.lexicon import Lexicon
from content.meaning import Intent, Meaning
from content.reading import Reading

OURS = "ours"
# Questions that are about a card when there is one, and general without.
GENERAL = {
    Intent.HOW_LONG: "how-long",
    Intent.HOW_OFTEN: "how-often",
    Intent.WHEN_TO: "before-or-after",
    Intent.WHY: "why",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """An answer, and who says so: None for common coaching practice."""

    text: str
    cite: str | None


def asked(reading: Reading) -> Meaning | None:
    """A general question, unless somebody wants a reminder, a log or an exercise with it."""
    marks = reading.all("topic")
    if not marks or reading.has("card", "remind:word", "log:done"):
        return None
    name = marks[0].concept.partition(":")[2]
    local = reading.has("area", "kit") or (reading.has("spot") and reading.has("feel"))
    if local and name not in reading.tables["topics"]["despite-areas"]:
        return None
    return Meaning(Intent.TOPIC, topic=name, because=reading.said(marks[0]))


def topic(lexicon: Lexicon, name: str) -> Topic:
    """The answer of that name. Raises KeyError if there is none."""
    answer = lexicon.tables["topics"]["answers"][name]
    return Topic(answer["text"], None if answer["cite"] == OURS else answer["cite"])
