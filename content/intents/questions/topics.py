"""General questions, and what is answered: lexicon/topics.yaml. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.authoring.document import Document, File, Problem
from content.catalog.taxonomy import Area
from content.intents.meaning import Intent, Meaning
from content.intents.questions import word_meanings
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage

TOPICS = "lexicon/topics.yaml"
NO_THANKS = "sting"  # thanks that are none
OURS, NO_CLAIM = "ours", "none"
OFFERED = ("today", "try", "fewer_first")
USUAL_OFFER = ("today",)
# Questions that are about a card when there is one, and general without.
GENERAL = {
    Intent.HOW_LONG: "how-long",
    Intent.HOW_OFTEN: "how-often",
    Intent.WHEN_TO: "before-or-after",
    Intent.WHY: "why",
}
WORDS = tuple(word_meanings.ANSWER.format(area=area) for area in Area)


@dataclass(frozen=True, slots=True)
class Topic:
    """An answer, and who says so: None for common coaching practice.

    It `claims` something unless it only tells of Limber. `offer` names buttons of words.yaml.
    """

    text: str
    cite: str | None
    claims: bool = True
    offer: tuple[str, ...] = USUAL_OFFER


def asked(reading: ParsedMessage) -> Meaning | None:
    """A general question, unless somebody wants a reminder, a log or an exercise with it."""
    if word := word_meanings.asked(reading):
        return word
    if reading.has("remind:query-alone"):
        return None  # "what is set now?" asks for no word
    marks = sorted(reading.all("topic"), key=lambda mark: mark.start - mark.end)  # the longest
    name = marks[0].concept.partition(":")[2] if marks else ""
    if name == NO_THANKS and reading.has("log:done", "log:did"):
        return None  # "yeah right, done and dusted" is asked about as a log
    if marks and not claims(reading, name):
        return Meaning(Intent.TOPIC, topic=name, because=reading.said(marks[0]))
    above = name in reading.tables["topics"]["despite-areas"]
    if not marks or reading.has("card", "log:done") or (reading.has("remind:word") and not above):
        return None
    local = reading.has("area", "kit") or (reading.has("spot") and reading.has("feel"))
    if local and not above:
        return None
    return Meaning(Intent.TOPIC, topic=name, because=reading.said(marks[0]))


def claims(reading: ParsedMessage, name: str) -> bool:
    """Does the answer of that name say anything of bodies? If not, no part of one is wanted."""
    answers: Mapping[str, Mapping[str, object]] = reading.tables["topics"]["answers"]
    return answers[name]["cite"] != NO_CLAIM


def read_topics(root: File) -> tuple[Document, list[Problem]]:
    """The answers under that folder as a page, and what keeps questions from being answered."""
    from content.authoring.yaml_reader import read_document  # late: see content/kept.py

    whole, problems = read_document(root.joinpath(*TOPICS.split("/")), TOPICS)
    data = whole.data if isinstance(whole.data, dict) else {}
    answers = _mapping(data.get("answers"))
    if not problems:
        problems = list(
            _faults(whole, _mapping(_mapping(data.get("phrases")).get("topic")), answers)
        )
    return Document(TOPICS, {"answers": answers}, whole.lines), problems


def _faults(
    document: Document, asked: Mapping[str, object], answers: Mapping[str, object]
) -> Iterator[Problem]:
    """Parts that are missing, questions without an answer, answers that are not whole or asked."""
    if not isinstance(document.data, dict) or "despite-areas" not in document.data:
        yield document.problem(
            (), "has no list of despite-areas", "write “despite-areas: []” on top"
        )
    elsewhere = {*GENERAL.values(), *WORDS}
    for name in (asked.keys() | elsewhere) - answers.keys():
        mend = f"write “{name}:” with text and cite below “answers:”"
        yield document.problem(("phrases", "topic", name), f"“{name}” has no answer", mend)
    for name, answer in answers.items():
        if not isinstance(answer, dict) or answer.keys() - {"offer"} != {"text", "cite"}:
            yield document.problem(("answers", name), "is not whole", "give it a text and a cite")
        if name not in asked and name not in elsewhere:
            mend = f"write “{name}:” with how people ask below “phrases:”"
            yield document.problem(("answers", name), "is never asked for", mend)


def _mapping(found: object) -> Mapping[str, object]:
    return found if isinstance(found, dict) else {}


def topic(lexicon: Lexicon, name: str) -> Topic:
    """The answer of that name. Raises KeyError if there is none."""
    answer = lexicon.tables["topics"]["answers"][name]
    text, cite = answer["text"], answer["cite"]
    if cite == NO_CLAIM:
        return Topic(text, None, claims=False, offer=tuple(answer.get("offer", ())))
    offer = tuple(answer.get("offer", USUAL_OFFER))
    return Topic(text, None if cite == OURS else cite, offer=offer)
