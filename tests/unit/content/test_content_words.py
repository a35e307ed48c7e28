"""What a message says beside what a reading explains."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.deciding.reading import Reading
from content.intents.meaning import Intent, Meaning
from content.language.compiler import compiled
from content.language.content_words import content_words, covered, written
from content.language.parsed_message import ParsedMessage, parse
from content.language.spans import Span
from tests.unit.content.test_understand import LEXICON


def parsed(text: str) -> ParsedMessage:
    return parse(text, compiled(LEXICON))


def explained(said: ParsedMessage) -> Reading:
    """All that stands in a clock, a length or a word of reminding."""
    spans: list[Span] = [*said.clocks, *said.lengths, *said.all("remind:word", "every")]
    return Reading((Meaning(Intent.REMIND),), covered(spans))


def left_of(said: ParsedMessage, spans: Iterable[Span]) -> tuple[str, ...]:
    """The content words that these spans do not explain."""
    return written(said, content_words(said) - covered(spans))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hey coach, could you please remind me at 7, thanks 🙏", ("remind", "7")),
        ("a reminder that isn't loud", ("reminder", "isn't", "loud")),
        ("so, um, well … yes!", ()),
        ("lunges but not squats", ("lunges", "but", "not", "squats")),
        ("", ()),
        ("🙂🙂 ?!", ()),
    ],
)
def test_small_words_thanks_and_signs_say_nothing(text: str, said: tuple[str, ...]) -> None:
    assert written(parsed(text), content_words(parsed(text))) == said


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("remind me every day at 7:30 please", ()),
        ("remind me every day at 7:30 by carrier pigeon", ("carrier", "pigeon")),
        ("remind me at 9:00 unless it rains", ("unless", "rains")),
        ("remind me at noon, it isn't dark", ("isn't", "dark")),
    ],
)
def test_what_no_span_explains_is_left_as_it_was_written(text: str, left: tuple[str, ...]) -> None:
    said = parsed(text)
    assert explained(said).left(said) == left
    spans: list[Span] = [*said.clocks, *said.all("remind:word", "every")]
    assert left_of(said, spans) == left


def test_the_share_of_a_message_that_is_explained() -> None:
    whole, part = parsed("remind me at 7"), parsed("remind me at 7 riding home")
    assert explained(whole).share(whole) == 1
    assert explained(part).share(part) == pytest.approx(0.5)
    assert Reading((), frozenset()).share(parsed("oh well")) == 1


@given(st.text(max_size=80))
def test_words_are_either_explained_or_left(text: str) -> None:
    said = parsed(text)
    assert left_of(said, ()) == written(said, content_words(said))
    every = Reading((), frozenset(range(len(said.tokens))))
    assert (every.left(said), every.share(said)) == ((), 1)


@pytest.mark.parametrize("word", ["not", "but", "except", "if", "only", "every", "again", "unless"])
def test_a_word_that_turns_a_sentence_round_is_never_small(word: str) -> None:
    assert left_of(parsed(word), ()) == (word,)
