"""Faults planted in files that keep runners safe: seen by the check, at start and in hot reload.

Each is told with its file, line, field and mend. The start ends with exit code 2, and the hot
reload keeps what was good.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.operations import content_watch
from bot.operations.content_watch import ContentWatch
from content.authoring.document import Problem, library_folder
from content.bundle import Content
from content.checks.everything import check

FLAGS, AREAS = "lexicon/flags.yaml", "lexicon/areas.yaml"
STATES = "facts/states.yaml"
LOCKS, RUNS, WORDS = "facts/locks.yaml", "facts/runs.yaml", "messages/words.yaml"
# What to plant: the file, a text in it, what to put there. What is told: how many lines below that
# the fault is, the field, the fault, the mend.
FAULTS = [
    pytest.param(
        (FLAGS, "  - {id: heart,", "\t- {id: heart,"),
        (0, "", "is not YAML", "check the indentation"),
        id="a tab",
    ),
    pytest.param(
        (FLAGS, "{id: stroke, urgency: now,", "{id: stroke, urgency: nwo,"),
        (0, "flags.4.urgency", "“nwo” is no urgency", "use one of now, days, visit"),
        id="a misspelt urgency",
    ),
    pytest.param(
        (FLAGS, "{id: collapse, urgency: days,", "{id: collapse, urgency: soonish,"),
        (0, "flags.13.urgency", "“soonish” is no urgency", "use one of now, days, visit"),
        id="an urgency of one's own",
    ),
    pytest.param(
        (FLAGS, "saddle + numb|senseless, bladder", "sadle + numb|senseless, bladder"),
        (0, "flags.7.when.1", "names the sign “sadle”", "did you mean “saddle”"),
        id="an unknown sign",
    ),
    pytest.param(
        (FLAGS, "      - limp - joke|doms\n", "      - limp - joke|dooms\n"),
        (0, "flags.15.when", "is excused by “dooms”", "did you mean “doms”"),
        id="an unknown excuse",
    ),
    pytest.param(
        (FLAGS, "{id: heat-stroke, urgency: now, when: [heat,", "{id: heat-stroke, when: [heat,"),
        (0, "flags.5.urgency", "is missing", "add a line that starts with “urgency:”"),
        id="no urgency",
    ),
    pytest.param(
        (FLAGS, "      - headlamp died\n", "      - headphones died\n      - better off dead\n"),
        (1, "phrases.harmless.idiom", "hides what raises “self-harm”", "name the thing"),
        id="a harmless phrase that hides a sign",
    ),
    pytest.param(
        (WORDS, "  stroke: These can be", "  strokes: These can be"),
        (None, "flags.4.id", "“stroke” has no words", "write “stroke:” below “flags:”"),
        id="a flag without words",
    ),
    pytest.param(
        (WORDS, "  hurts: It hurts\n", ""),
        (None, "buttons.hurts", "is missing", "add a line that starts with “hurts:”"),
        id="a button without text",
    ),
    pytest.param(
        (LOCKS, "nerve: {rests: [", "nerve: {rests: [["),
        (None, "", "is not YAML", "check the indentation"),
        id="broken locks",
    ),
    pytest.param(
        (LOCKS, "hip-joint]}\nlump", "hip-joints]}\nlump"),
        (0, "locking.rests.1", "“hip-joints” is no area", "did you mean “hip-joint”"),
        id="a misspelt area",
    ),
    pytest.param(
        (LOCKS, "nerve:", "nerves:"),
        (0, "nerves", "is no red flag", "did you mean “nerve”"),
        id="a lock of no flag",
    ),
    pytest.param(
        (AREAS, "    quads:\n", "    quods:\n"),
        (0, "phrases.area.quods", "“quods” is no area", "did you mean “quads”"),
        id="words for no area",
    ),
    pytest.param(
        (AREAS, "    quads:\n", "    quads:\n      - hamstring\n"),
        (None, "phrases.area.hamstrings", "already belongs to quads", "keep it under one"),
        id="one word under two areas",
    ),
    pytest.param(
        ("lexicon/asides.yaml", "  hurts: [", "  hurt: ["),
        (0, "asides.hurt", "is not a field here", "did you mean “hurts”"),
        id="no word for pain during a move",
    ),
    pytest.param(
        (STATES, "disc: {grows: reps,", "disc: {grows: repz,"),
        (0, "disc.grows", "“repz” does not grow", "did you mean “reps”"),
        id="a dose that grows by nothing",
    ),
    pytest.param(
        (STATES, "asks: birth-check,", "asks: brith-check,"),
        (0, "after-birth.asks", "is no red flag", "did you mean “birth-check”"),
        id="a tick that stands for no flag",
    ),
    pytest.param(
        (LOCKS, "hernia: {rests: all, gone: false}", "# hernia: {rests: all, gone: false}"),
        (None, "", "has no line for hernia", "write “hernia: {rests: all}”"),
        id="a flag that rests nothing",
    ),
    pytest.param(
        (RUNS, "race: [race, ", "race: [[race], "),
        (0, "race.1", "should be text", "put it in “quotes”"),
        id="runs that are no words",
    ),
    pytest.param(
        ("barriers.yaml", "does: gentle", "does: gentel"),
        (0, "sore.does", "is “gentel”, which is not known", "did you mean “gentle”"),
        id="a barrier that does nothing",
    ),
    pytest.param(
        ("cards/clamshell.yaml", "steps:\n", "steps:\n  - Lie on your side.\n    - Bend.\n"),
        (1, "steps.1", "holds two lines", "begin each line below the one before"),
        id="a step that swallowed the next",
    ),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all content; each test puts back what it changed."""
    copy = tmp_path_factory.mktemp("whole") / "library"
    shutil.copytree(str(library_folder()), copy)
    return copy


@pytest.fixture(scope="module")
def tables(whole: Path) -> Path:
    """The files that keep runners safe alone: to check all the others takes seconds."""
    copy = whole.parent / "tables"
    for name in ("lexicon", "facts"):
        shutil.copytree(whole / name, copy / name)
    for name in (WORDS, "messages/openers.yaml", "barriers.yaml", "cards/clamshell.yaml"):
        (copy / name).parent.mkdir(exist_ok=True)
        shutil.copy(whole / name, copy / name)
    return copy


@contextmanager
def planted(tree: Path, name: str, old: str, new: str) -> Iterator[int]:
    """The fault in that file, and on which line it is; afterwards the file is whole again."""
    file = tree / name
    text = file.read_text()
    assert text.count(old) == 1, f"{old!r} should stand once in {name}"
    file.write_text(text.replace(old, new))
    try:
        yield text[: text.index(old)].count("\n") + 1
    finally:
        file.write_text(text)


@pytest.fixture
def edited(whole: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy takes the place of the installed content."""
    monkeypatch.setattr("content.bundle.library_folder", lambda: whole)
    monkeypatch.setattr(content_watch, "FOLDER", whole)
    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setenv("LIMBER_DATA_DIR", str(whole.parent / "data"))
    return whole


@pytest.mark.parametrize(("plant", "told"), FAULTS)
def test_the_check_names_file_line_field_and_mend(tables: Path, plant, told):
    with planted(tables, *plant) as line:
        where = FLAGS if told[1].startswith("flags.") else plant[0]  # or told of a flag
        (found,) = [each for each in check(tables, where) if fits(each, *told[1:])]
    if told[0] is not None:
        assert (found.file, found.line) == (plant[0], line + told[0])


def fits(problem: Problem, field: str, fault: str, mend: str) -> bool:
    whole_field = problem.field == field or problem.field.startswith(f"{field}.")
    return whole_field and fault in problem.fault and mend in problem.mend


@pytest.mark.parametrize(("plant", "told"), FAULTS)
def test_the_bot_does_not_start(edited: Path, plant, told, capsys: pytest.CaptureFixture[str]):
    with planted(edited, *plant):
        assert main(["run"]) == 2
    shown = capsys.readouterr().err
    assert "limber: content has mistakes; `limber content check` lists them" in shown
    assert told[2] in shown
    assert told[3] in shown


@pytest.mark.parametrize(("plant", "told"), FAULTS)
async def test_hot_reload_keeps_what_was_good(edited: Path, content: Content, plant, told):
    heard: list[str] = []
    taken: list[Content] = []
    watch = ContentWatch(content, taken.append, heard.append)
    with planted(edited, *plant):
        await watch.look()
    assert taken == []
    assert told[2] in heard[-1]
    assert told[3] in heard[-1]


async def test_what_is_good_again_is_taken(edited: Path, content: Content):
    heard: list[str] = []
    taken: list[Content] = []
    watch = ContentWatch(content, taken.append, heard.append)
    with planted(edited, "barriers.yaml", "label: No time", "label: Too little time"):
        await watch.look()
    assert heard == [""]
    assert taken[0].library.barriers["no-time"].label == "Too little time"


def test_a_file_that_ends_in_yml_is_told(tables: Path):
    card = tables / "cards" / "clamshell.yaml"
    card.rename(card.with_suffix(".yml"))
    found = [each for each in check(tables) if each.file == "cards/clamshell.yml"]
    card.with_suffix(".yml").rename(card)
    assert [each.mend for each in found] == ["rename it to cards/clamshell.yaml"]
