"""An author's walk: a new lay word and a new alias take one line each, and no Python."""

import shutil
from pathlib import Path

import pytest

from content.authoring.document import library_folder
from content.catalog.taxonomy import Area
from content.intents.meaning import Intent
from content.intents.understanding import understand
from content.language.lexicon import LexiconError, load_lexicon
from content.screening.screen import own_lexicon, screen
from tests.unit.content.test_understand import CARDS, NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An author's copy of the lexicon."""
    shutil.copytree(str(library_folder() / "lexicon"), tmp_path / "lexicon")
    return tmp_path / "lexicon"


def add_line(page: Path, after: str, line: str) -> None:
    text = page.read_text()
    assert text.count(after) == 1
    page.write_text(text.replace(after, f"{after}\n{line}"))


def test_a_new_lay_word_for_an_area_is_one_line(folder: Path) -> None:
    add_line(folder / "areas.yaml", "      - hip bender", "      - step lifter")
    lexicon = load_lexicon(folder)
    for text in ("my step lifters are so tight", "tight step-lifter", "stiff stepp lifters"):
        (meaning,) = understand(text, now=NOW, lexicon=lexicon, cards=CARDS)
        assert (meaning.intent, meaning.areas) == (Intent.ASK, (Area.HIP_FLEXORS,)), text


def test_a_new_alias_of_an_exercise_is_one_line() -> None:
    cards = {**CARDS, "clamshell": ("Clamshell", "oyster opener")}
    (meaning,) = understand("show me the oyster opner", now=NOW, lexicon=own_lexicon(), cards=cards)
    assert meaning.card == "clamshell"


def test_a_group_of_words_is_written_once_and_used_by_name(folder: Path) -> None:
    add_line(folder / "flags.yaml", "    foot-drop:", '      - "<cant> wave my foot"')
    lexicon = load_lexicon(folder)
    for text in ("I can't wave my foot", "unable to wave my foot", "barely able to wave my foot"):
        assert screen(text, lexicon), text


def test_a_group_that_nobody_wrote_is_named_with_its_file(folder: Path) -> None:
    add_line(folder / "flags.yaml", "    foot-drop:", '      - "<cannot> wave"')
    with pytest.raises(LexiconError, match=r"flags\.yaml.*<cannot>.*words:"):
        load_lexicon(folder)
