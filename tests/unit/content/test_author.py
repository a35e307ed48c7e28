"""An author's run: a new card from the guide alone, then twelve slips, each told with its mend."""

import re
import shutil
from pathlib import Path

import pytest

import content
from content.authoring.document import Problem
from content.catalog.library import load
from content.checks.everything import check
from content.pictures.checks import check_pose

CONTENT = Path(content.__file__).parent / "library"
GUIDE = (CONTENT / "README.md").read_text()
CARD, POSE = "cards/soleus-stretch.yaml", "poses/soleus-stretch.yaml"
WARM_UP, DONE = "routines/pre-run-warm-up-hip-flexor.yaml", "messages/missed.j2"

# What takes long to check, and no slip but the last is about; that one brings its own.
NOT_NEEDED = shutil.ignore_patterns("*.md")

# What the author of a new card changes in the card that the guide shows.
NEW = {
    "name: Calf stretch\n": "name: Soleus stretch\n",
    "  - wall calf stretch\n  - gastroc stretch\n": "  - bent knee calf stretch\n",
    "  - standing calf stretch\n  - calf stretch at the wall\n": "  - low calf stretch\n",
    "with the back knee straight": "with the back knee bent",
    "  - Bend the front knee until the back calf stretches.\n": "  - Bend both knees slowly.\n",
    "  - The heel is down, the knee straight.\n": "  - The heel is down, the knee bent.\n",
    "The upper half": "The lower half",
}


def example(name: str) -> str:
    return re.search(rf"`{name}`:\n\n```yaml\n(.*?)```", GUIDE, re.DOTALL)[1]


@pytest.fixture
def dispatcher(tmp_path: Path) -> Path:
    """A copy of the content with the new card on it."""
    shutil.copytree(CONTENT, tmp_path / "content", ignore=NOT_NEEDED)
    card = example("cards/calf-stretch.yaml")
    for old, new in NEW.items():
        assert old in card
        card = card.replace(old, new)
    (tmp_path / "content" / CARD).write_text(card)
    (tmp_path / "content" / POSE).write_text(example("poses/calf-stretch.yaml"))
    return tmp_path / "content"


def test_the_guide_alone_leads_to_a_card(dispatcher: Path):
    assert check(dispatcher) == []
    assert check_pose("soleus-stretch", dispatcher) == []
    card = load(dispatcher).cards["soleus-stretch"]
    assert (card.name, card.dose.hold_s, card.links.easier) == (
        "Soleus stretch",
        30,
        "knee-to-wall-ankle-rock",
    )


# File, what stood there, what the author wrote; line (None: wherever that stands), field, words of
# the fault, words of the mend.
SLIPS = [
    pytest.param(
        (CARD, "stop: Ease off if it pulls sharply. Stop if it hurts.\n", ""),
        (1, "stop", "is missing", "add a line that starts with “stop:”"),
        id="no stop rule",
    ),
    pytest.param(
        (CARD, "side_is: Your working side is the leg behind you.\n", ""),
        (1, "side_is", "is missing, and the sides take turns", "which leg or hip is the working"),
        id="no side",
    ),
    pytest.param(
        (CARD, "status: standard\n", "status: sourced\n"),
        (None, "sources", "is empty, but the status is sourced", "list the articles"),
        id="no source",
    ),
    pytest.param(
        (CARD, "easier: knee-to-wall-ankle-rock", "easier: knee-to-wal-ankle-rock"),
        (None, "links.easier", "no card is called", "did you mean “knee-to-wall-ankle-rock”"),
        id="broken link",
    ),
    pytest.param(
        (CARD, "  hold_s: 30\n", "  hold_s: 300\n"),
        (None, "dose.hold_s", "is “300”, too much", "use 120 or less"),
        id="dose outside the limits",
    ),
    pytest.param(
        (CARD, "moments: [after-run,", "moments: [before-run,"),
        (None, "moments.1", "a stretch card is offered before a run", "remove before-run"),
        id="static before a run",
    ),
    pytest.param(
        (CARD, "  - Slow breath.\n", "  - This prevents injury.\n"),
        (None, "cues.2", "promises", "may"),
        id="a claim",
    ),
    pytest.param(
        (
            CARD,
            "  - Breathe slowly and stay there.\n",
            "  - Subsequently maintain diaphragmatic respiration while continuously minimising"
            " compensatory hyperextension throughout the lumbar vertebrae.\n",
        ),
        (None, "steps.4", "years of school", "make two sentences of it"),
        id="hard to read",
    ),
    pytest.param(
        (CARD, "  - Point the back toes", "  - Look: point the back toes"),
        (None, "steps.1", "should be text, not a group of fields", "quoted if it has a colon"),
        id="a colon in a sentence",
    ),
    pytest.param(
        (POSE, "contacts: {floor: feet, wall: hands}", "contacts: {floor: feet, wall: hnads}"),
        (None, "contacts.2.2", "is “hnads”, which is not known", "did you mean “hands”"),
        id="a pose with a typo",
    ),
    pytest.param(
        (WARM_UP, "cards:\n", "cards:\n  - soleus-stretch\n"),
        (None, "cards.1", "is a stretch card in a routine for before a run", "take a dynamic"),
        id="static card in a warm-up",
    ),
    pytest.param(
        (DONE, "#}", "#}\n{{ runer }}"),
        (2, "runer", "is not documented", "add its line to the comment on top"),
        id="template that does not render",
    ),
]


@pytest.mark.parametrize(("slip", "told"), SLIPS)
def test_each_slip_is_told_with_file_line_and_mend(dispatcher: Path, slip, told):
    file, old, new = slip
    line, field, fault, mend = told
    (dispatcher / file).parent.mkdir(exist_ok=True)
    if not (dispatcher / file).exists():
        shutil.copytree(CONTENT / "messages", dispatcher / "messages", dirs_exist_ok=True)
    text = (dispatcher / file).read_text()
    assert old in text
    (dispatcher / file).write_text(text.replace(old, new, 1))
    found = check(dispatcher, file)
    assert [each for each in found if fits(each, file, field, fault, mend)], found
    problem = next(each for each in found if fits(each, file, field, fault, mend))
    assert problem.line == (line or problem.line)
    assert 1 <= problem.line <= (dispatcher / file).read_text().count("\n") + 1


def fits(problem: Problem, file: str, field: str, fault: str, mend: str) -> bool:
    return (problem.file, problem.field) == (file, field) and (
        fault in problem.fault and mend in problem.mend
    )


def test_a_card_without_a_picture_is_told(dispatcher: Path):
    (dispatcher / POSE).unlink()
    [problem] = check(dispatcher, CARD)
    assert str(problem) == (
        "cards/soleus-stretch.yaml:1: has no picture. "
        "Mend: add poses/soleus-stretch.yaml, the guide tells how."
    )


def test_a_knee_that_no_body_has_is_told(dispatcher: Path):
    pose = dispatcher / POSE
    pose.write_text(pose.read_text().replace("knee: 52", "knee: 170"))
    told = f"{POSE}:12 key.left_leg.knee: is 170 degrees. Mend: bodies go from -4 to 155."
    assert told in map(str, check_pose("soleus-stretch", dispatcher))
