"""General questions: what an author may get wrong in their file, told with line and mend."""

from pathlib import Path

import pytest

import content
from content.intents.questions.topics import TOPICS, read_topics

OURS = Path(content.__file__).parent / "library" / TOPICS


def test_ours_are_whole():
    assert read_topics(OURS.parents[1])[1] == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("\nanswers:\n", "\nanswer:\n", "“faster” has no answer"),
        ("\nphrases:\n", "\nphrase:\n", "is never asked for"),
        ("\n  faster:\n", "\n  fast:\n", "“faster” has no answer"),
        ("despite-areas:", "despite-area:", "despite-areas: []"),
        ("    cite: ours\n", "", "is not whole"),
        ("    cite: ours\n", "    cites: ours\n", "give it a text and a cite"),
        ("answers:\n", "answers: :\n", "is not YAML"),
    ],
)
def test_a_slip_is_told(tmp_path: Path, right: str, wrong: str, told: str):
    page = tmp_path / TOPICS
    page.parent.mkdir()
    assert right in OURS.read_text()
    page.write_text(OURS.read_text().replace(right, wrong, 1))
    problems = [str(each) for each in read_topics(tmp_path)[1]]
    assert any(told in each for each in problems), problems
    assert all(each.startswith(f"{TOPICS}:") for each in problems)
