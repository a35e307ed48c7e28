"""The lexicon as authors meet it: one line adds a word, and a mistake is told in plain words."""

import shutil
from collections.abc import Iterator
from importlib.resources import as_file
from pathlib import Path

import pytest

from content.authoring.document import library_folder
from content.intents.understanding import understand
from content.language.compiler import compiled, slots_of, stems_of
from content.language.lexicon import LexiconError, load_lexicon
from content.screening.screen import screen
from tests.unit.content.test_understand import CARDS, LEXICON, NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with as_file(library_folder() / "lexicon") as installed:
        shutil.copytree(installed, tmp_path / "lexicon")
    return tmp_path / "lexicon"


def add(page: Path, after: str, line: str) -> None:
    text = page.read_text()
    assert after in text
    page.write_text(text.replace(after, f"{after}\n{line}", 1))


def test_one_line_adds_a_word_for_an_area(folder: Path) -> None:
    add(folder / "areas.yaml", "    hip-flexors:", "      - hinge muscle")
    (meaning,) = understand(
        "my hinge muscles are tight", now=NOW, lexicon=load_lexicon(folder), cards=CARDS
    )
    assert meaning.areas == ("hip-flexors",)


def test_one_line_adds_a_name_for_an_exercise(folder: Path) -> None:
    page = folder / "exercises.yaml"
    page.write_text(page.read_text().replace("say: [frog,", "say: [frog, amphibian squat,", 1))
    (meaning,) = understand("amphibian squats?", now=NOW, lexicon=load_lexicon(folder), cards=CARDS)
    assert meaning.card == "frog-stretch"


def test_one_line_adds_a_red_flag(folder: Path) -> None:
    add(folder / "flags.yaml", "    foot-drop:", "      - my foot does the wobble")
    assert screen("my foot does the wobble", load_lexicon(folder))


def test_a_new_card_brings_its_own_names() -> None:
    cards = {**CARDS, "moon-walk": ("Moon walk", "slide back step")}
    (meaning,) = understand("how do slide back steps go", now=NOW, lexicon=LEXICON, cards=cards)
    assert meaning.card == "moon-walk"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("phrases: {area: {quads: [quad, 7]}}", "“7” in “quads”"),
        ("phrases: {area: {quads: quad}}", "“quads” is no list"),
        ("phrases: [", "areas.yaml"),
        ("- quad", "holds no entries"),
    ],
)
def test_a_mistake_names_the_file_the_fault_and_the_mend(
    folder: Path, broken: str, told: str
) -> None:
    (folder / "areas.yaml").write_text(broken)
    with pytest.raises(LexiconError, match="Mend") as error:
        load_lexicon(folder)
    assert "areas.yaml" in str(error.value)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("dnoe", "done"),
        ("doen", "done"),
        ("finshed", "finished"),
        ("tihgt", "tight"),
        ("strech", "stretch"),
        ("hamstirngs", "hamstring"),
        ("qauds", "quad"),
        ("piriformus", "piriformis"),
        ("sun", "sun"),
        ("dine", "dine"),
        ("fun", "fun"),
        ("table", "table"),
        ("lunch", "lunch"),
        ("bunion", "bunion"),
    ],
)
def test_slips_are_mended_and_real_words_left_alone(slip: str, word: str) -> None:
    (token,) = compiled(LEXICON).spelling.tokens(slip)
    assert token.text == word


def test_words_written_in_one_are_read_as_two() -> None:
    tokens = compiled(LEXICON).spelling.tokens("hipflexor")
    assert [token.text for token in tokens] == ["hip", "flexor"]


def test_no_word_is_a_form_of_two_verbs() -> None:
    # It would be read as one of them, and phrases with the other would never match.
    written = {word for said in LEXICON.phrases.values() for each in said for word in _words(each)}
    forms = list(stems_of(sorted(written), LEXICON.tables["spelling"]["irregular"]))
    verbs = dict(forms)
    assert [(form, stem, verbs[form]) for form, stem in forms if verbs[form] != stem] == []


def _words(phrase: str) -> Iterator[str]:
    return (word for slot in slots_of(phrase) for word in slot)
