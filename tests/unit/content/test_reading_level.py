"""Grades as others have published them, and the faults that follow from them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from content.catalog.files.loader import read
from content.checks.readability import hard, readable
from content.checks.reading_level import grade, sentences, syllables

FOG = """In linguistics, the Gunning fog index is a readability test for English writing. The \
index estimates the years of formal education a person needs to understand the text on the first \
reading. For instance, a fog index of 12 requires the reading level of a United States high \
school senior (around 18 years old). The test was developed in 1952 by Robert Gunning, an American \
businessman who had been involved in newspaper and textbook publishing.
The fog index is commonly used to confirm that text can be read easily by the intended audience. \
Texts for a wide audience generally need a fog index less than 12. Texts requiring near-universal \
understanding generally need an index less than 8."""


# As fkscore 1.1.4 and the tests of textstat 0.7.13 grade them; two are the encyclopedia's examples.
PUBLISHED = {
    "The cat sat on the mat.": -1.45,
    "Cool dogs wear da sunglasses.": 2.88,
    "This sentence, taken as a reading passage unto itself, is being used to prove a point.": 7.613,
}


@pytest.mark.parametrize(("text", "published"), PUBLISHED.items())
def test_a_grade_that_others_have_published(text: str, published: float):
    assert grade(sentences(text)) == pytest.approx(published, abs=0.001)


def test_long_texts_are_near_what_others_say():
    assert grade(sentences(FOG)) == pytest.approx(10.13, abs=0.3)  # py-readability-metrics 1.4.5


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "hip hold leg raise squeezed the one use bridge once quads don't tucked glutes thigh"),
        (2, "shoulder ankle ankles flexor lifted pinches isn't going quiet quickly couches metres"),
        (2, "doing something sideways evening staying trial pigeon surgeon tendon people"),
        (
            3,
            "area idea physio easier every-day everything piriform usual exercise video",
        ),
        (4, "mobility exercises anatomy alternating kilometre"),
    ],
)
def test_syllables(count: int, words: str):
    counted = {word: sum(map(syllables, word.split("-"))) for word in words.split()}
    wrong = {word: found for word, found in counted.items() if found != count}
    assert wrong == {}


def test_figures_and_abbreviations_count_as_one():
    assert [syllables(word) for word in ("30", "s", "DPT")] == [1, 1, 1]


def test_lines_and_quotes_end_sentences():
    assert sentences("Say “done.” Then rest…\n1. Couch stretch\n\n(7!) ok?") == [
        "Say “done.", "Then rest…", "Couch stretch", "(7!", "ok?",
    ]  # fmt: skip


@given(st.lists(st.sampled_from(["hip", "walk", "mobility", "easy"]), min_size=1, max_size=30))
def test_longer_sentences_ask_for_more(words: list[str]):
    sentence = " ".join(words)
    assert grade([f"{sentence} {sentence}"]) > grade([sentence, sentence])


def test_nothing_is_easy():
    assert grade([]) == 0.0
    assert list(hard([])) == []


def test_one_hard_sentence_is_told_and_an_easy_text_is_not():
    easy = ["Lie on your back."] * 20
    monster = (
        "Considerable inactivity necessitates particularly conservative progression afterwards."
    )
    assert [sentence for sentence, _ in hard([*easy, f"{monster[:-1]} for athletes."])] == [
        f"{monster[:-1]} for athletes."
    ]
    assert list(hard(easy)) == []


def test_a_text_that_is_hard_as_a_whole_tells_its_hardest_sentence():
    text = [
        "The glutes and the hamstrings together extend the hip in every single running stride.",
        "Their activity in the middle of the stance is what the exercise is about to imitate.",
    ]
    (found,) = hard(text)
    assert found == (text[1], found[1])
    assert "years of school" in found[1]


def test_a_hard_step_in_a_card_is_found_with_its_line(tmp_path: Path):
    folder = Path(content.__file__).parent / "library"
    for name in ("cards", "routines", "programmes", "facts"):
        (tmp_path / name).mkdir()
    text = (folder / "cards/clamshell.yaml").read_text()
    step = "Simultaneously externally rotate the superior femur, maintaining lumbopelvic stability."
    lines = text.splitlines()
    at = lines.index("steps:") + 1
    (tmp_path / "cards/clamshell.yaml").write_text(
        "\n".join([*lines[:at], f"  - {step}", *lines[at:]])
    )
    (problem,) = readable(read(tmp_path))
    assert (problem.file, problem.line, problem.field) == (
        "cards/clamshell.yaml",
        at + 1,
        "steps.1",
    )
    assert problem.mend == "make two sentences of it, or use shorter words"
