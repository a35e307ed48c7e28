"""Authors see how a sentence is heard: what its words are, where they stand, what weighs most."""

from content.authoring.document import library_folder
from content.bundle import Content
from content.checks.reports.hearing import concept_lines, hearing
from tests.unit.content.test_understand import NOW


def heard(text: str, content: Content) -> str:
    return "\n".join(hearing(text, content.lexicon, content.texts, NOW))


def test_marks_have_their_file_and_line_and_readings_their_weight(content: Content) -> None:
    told = heard("remind me at 18:30, quads are tight", content)
    assert "“quads”: area:quads (areas.yaml:" in told
    assert "remind [at] explains" in told
    assert "so: remind" in told or "so: ask" in told


def test_what_is_asked_first_says_what_it_leaves_and_offers(content: Content) -> None:
    told = heard("remind me at 18:30 by carrier pigeon post", content)
    assert "leaves carrier, pigeon, post" in told
    assert "so: sure, offering remind" in told


def test_signs_are_shown(content: Content) -> None:
    assert "sign:" in heard("I have chest pain when I run", content)


def test_every_line_is_one_of_its_concept() -> None:
    lines = concept_lines(library_folder() / "lexicon")
    assert len(lines) > 200
    folder = library_folder() / "lexicon"
    for concept in ("area:quads", "remind:word", "log:done"):
        at = lines[concept]
        text = (folder / at.file).read_text("utf-8").splitlines()[at.number - 1]
        assert concept.partition(":")[2] in text
