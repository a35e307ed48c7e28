"""How a complaint is and what a clinician allowed, in the words of their buttons. Pure."""

from content.intents.answers.question_words import question_words
from content.intents.answers.readers.one_of import one_of
from content.intents.answers.said import Said
from content.language.compiler import compiled
from content.language.corrected import corrected
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse

HOW, ALLOWED = "complaint", "allowed"  # questions of lexicon/answers.yaml


def told_of_complaint(question: str, text: str, lexicon: Lexicon) -> str | None:
    """The answer, if the message says nothing else and asks nothing."""
    words = compiled(lexicon)
    said = Said(corrected(parse(text, words)), question_words(question, words))
    found = one_of(said, {})
    if found is None or said.left(found.used) or said.other_matters(found.used):
        return None
    return None if said.opens_as_question or "?" in text else str(found.value)
