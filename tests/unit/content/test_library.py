"""The library as it ships: it loads from anywhere, and holds what a coach needs."""

import re
import shutil
import zipfile
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

import content
from content.authoring.document import ContentError
from content.authoring.yaml_reader import read_document
from content.catalog.card import Card
from content.catalog.library import load
from content.catalog.programme import Pool, Programme, ProgrammeWeek, Slot
from content.catalog.progression import ProgressionRule
from content.catalog.routine import Routine
from content.catalog.taxonomy import Area, Kind, Kit, Moment, Position, Sides
from content.checks.everything import check
from content.pictures.checks import check_pose
from content.pictures.posture.pose import Pose
from tests.support.library import library

CONTENT = Path(content.__file__).parent / "library"
CALF = "cards/calf-stretch.yaml"

LIBRARY = library()
CARDS = list(LIBRARY.cards.values())
EACH_CARD = pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)


def served(**wanted):
    """Cards that need no kit and carry each wanted area, moment or kind."""
    area, moment, kind = (wanted.get(name) for name in ("area", "moment", "kind"))
    return [
        card.id
        for card in CARDS
        if not card.kit.required
        and (area is None or area in card.areas)
        and (moment is None or moment in card.moments)
        and (kind is None or kind == card.kind)
    ]


def test_everything_comes_in_the_order_of_its_ids():
    for shelf in (LIBRARY.cards, LIBRARY.routines, LIBRARY.programmes):
        assert list(shelf) == sorted(shelf)
    assert len(LIBRARY.cards) >= 70


@pytest.mark.parametrize("area", Area)
def test_every_area_has_four_cards_without_kit(area):
    assert len(served(area=area)) >= 4


def test_there_are_three_cards_for_the_ankles_alone():
    assert len([card for card in CARDS if card.areas == (Area.ANKLES,)]) >= 3


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("area", Area)
def test_every_area_is_served_at_every_moment_without_kit_by_an_easy_card(area, moment):
    assert [card_id for card_id in served(area=area, moment=moment) if easy(card_id)]


def easy(card_id):
    return LIBRARY.cards[card_id].level == 1


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_card_without_kit(kind):
    assert served(kind=kind)


@pytest.mark.parametrize(
    ("moment", "least"),
    [
        (Moment.BEFORE_RUN, 4),
        (Moment.AFTER_RUN, 4),
        (Moment.DESK, 3),
        (Moment.BED, 3),
        (Moment.REST_DAY, 4),
    ],
)
def test_every_moment_has_cards_without_kit(moment, least):
    assert len(served(moment=moment)) >= least


def test_before_a_run_everything_moves():
    before = [card for card in CARDS if Moment.BEFORE_RUN in card.moments]
    assert {card.kind for card in before} <= {Kind.DYNAMIC, Kind.DRILL}
    assert not any(card.dose.hold_s for card in before)


def test_hip_flexor_stretches_cue_the_pelvis_first():
    for card in CARDS:
        if card.kind is Kind.STRETCH and Area.HIP_FLEXORS in card.areas:
            assert card.steps[0].startswith("Tuck your tail"), card.id
            assert card.cues[0].startswith("Tail tucked, glute on"), card.id


def test_bridges_and_curls_are_lifted_by_the_glutes():
    for card in CARDS:
        if re.search(r"bridge|thrust|curl", card.id):
            assert card.cues[0].startswith("Glutes lift, the back stays quiet"), card.id
            assert "lower back" in card.not_feel, card.id


def test_banded_cards_say_where_the_band_goes():
    place = re.compile(r"band .*(knees|thighs|feet|foot|floor)", re.IGNORECASE)
    for card in CARDS:
        if {Kit.BAND, Kit.LONG_BAND} & set(card.kit.required):
            assert place.search(" ".join(card.setup)), card.id


def test_kneeling_and_kit_have_a_way_around():
    for card in CARDS:
        kneels = card.position in (Position.HALF_KNEELING, Position.ALL_FOURS)
        assert not kneels or card.links.no_kneeling, card.id
        assert not card.kit.required or card.links.no_kit, card.id


def test_the_next_step_is_never_easier():
    level = {card.id: card.level for card in CARDS}
    for card in CARDS:
        assert level[card.links.easier or card.id] <= card.level, card.id
        assert level[card.links.harder or card.id] >= card.level, card.id


def test_hard_cards_have_an_easier_one():
    assert [card.id for card in CARDS if card.level == 3 and not card.links.easier] == []


def test_stretches_and_releases_say_how_to_breathe():
    for card in CARDS:
        if card.kind in (Kind.STRETCH, Kind.RELEASE):
            assert re.search(r"\bbreath", " ".join(card.steps).lower()), card.id


@EACH_CARD
def test_a_card_is_complete_and_calm(card):
    words = " ".join([card.name, card.summary, *card.setup, *card.steps, *card.cues, card.stop])
    assert card.setup
    assert card.why
    assert len(card.aliases) >= 4
    assert "!" not in words
    assert re.search(r"\bstop\b", card.stop.lower())


@EACH_CARD
def test_steps_are_short_and_begin_with_a_verb(card):
    for line in (*card.setup, *card.steps):
        assert len(line.split()) <= 18, line
        assert not re.match(r"(You|The|Your|It|This)\b", line), line


@EACH_CARD
def test_one_sided_cards_say_which_side_works(card):
    assert bool(card.side_is) == (card.sides is Sides.EACH)


@pytest.mark.parametrize(
    ("card_id", "field", "figure", "source"),
    [
        ("half-kneeling-hip-flexor-stretch", "hold_s", 30, "001"),
        ("half-kneeling-hip-flexor-stretch", "sets", 2, "001"),
        ("glute-bridge", "reps", 10, "001"),
        ("glute-bridge", "rep_hold_s", 3, "001"),
        ("standing-it-band-stretch", "hold_s", 30, "004"),
        ("high-knees", "move_s", 30, "004"),
        ("high-knees", "sets", 2, "004"),
        ("seated-leg-lift-over", "reps", 20, "004"),
        ("seated-leg-lift-over", "sets", 2, "004"),
        ("couch-stretch", "hold_s", 30, "ours"),
        ("foam-roll-hip-flexors", "move_s", 30, "004"),
        ("foam-roll-it-band", "move_s", 30, "004"),
        ("standing-banded-march", "rep_hold_s", 5, "004"),
        ("glute-bridge-hold", "hold_s", 5, "001"),
        ("glute-bridge-leg-extension", "reps", 10, "001"),
        ("glute-bridge-leg-extension", "rep_hold_s", 5, "001"),
        ("strides", "move_s", 80, "ours"),
        ("single-leg-deadlift", "reps", 10, "ours"),
    ],
)
def test_doses_are_those_of_the_articles(card_id, field, figure, source):
    dose = LIBRARY.cards[card_id].dose
    assert (getattr(dose, field), dose.source) == (figure, source)


def test_no_other_dose_claims_an_article():
    cited = {card.id for card in CARDS if card.dose.source != "ours"}
    assert cited == {
        *("half-kneeling-hip-flexor-stretch", "glute-bridge", "glute-bridge-hold", "high-knees"),
        *("glute-bridge-leg-extension", "foam-roll-hip-flexors", "foam-roll-it-band"),
        *("standing-it-band-stretch", "seated-leg-lift-over", "standing-banded-march"),
    }


def test_reasons_only_say_may():
    assert [why_id for why_id, why in LIBRARY.whys.items() if " may " not in why.text] == []


def test_every_reason_is_used():
    items = [*CARDS, *LIBRARY.routines.values(), *LIBRARY.programmes.values()]
    assert {why for item in items for why in item.why} == set(LIBRARY.whys)


def test_nothing_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        LIBRARY.cards["clamshell"].level = 3
    with pytest.raises(FrozenInstanceError):
        LIBRARY.routines["desk-day-break"].minutes = 1
    with pytest.raises(TypeError):
        LIBRARY.cards["mine"] = LIBRARY.cards["clamshell"]


def test_it_loads_out_of_an_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "content.zip", "w") as archive:
        for file in CONTENT.rglob("*.yaml"):
            archive.write(file, file.relative_to(CONTENT).as_posix())
    assert load(zipfile.Path(tmp_path / "content.zip")) == LIBRARY


def test_a_broken_folder_tells_all_its_problems(tmp_path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/one.yaml").write_text("name: [One\n")
    (tmp_path / "cards/two.yaml").write_text("name: Two\n")
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems) > 5
    assert any(line.startswith("cards/one.yaml:2: is not YAML") for line in lines)
    assert "cards/two.yaml:1 stop: is missing. Mend: add a line that starts with “stop:”." in lines


@pytest.mark.parametrize(
    ("written", "read"),
    [("no", "no"), ("004", "004"), ("12", 12), ("12:30", "12:30"), ("", None), ("on", "on")],
)
def test_only_whole_numbers_are_not_text(tmp_path, written, read):
    (tmp_path / "page.yaml").write_text(f"field: {written}\n")
    page, problems = read_document(tmp_path / "page.yaml", "page.yaml")
    assert (page.data, problems) == ({"field": read}, [])


def guide():
    return (CONTENT / "README.md").read_text()


def examples():
    """Each file that the guide shows, by its name."""
    shown = re.findall(r"`([a-z/-]+\.yaml)`:\n\n```yaml\n(.*?)```", guide(), re.DOTALL)
    return dict(shown)


def test_the_guide_shows_a_card_a_routine_and_a_programme_as_they_are():
    folders = [name.split("/")[0] for name in examples()]
    assert folders == ["cards", "poses", "routines", "programmes"]
    for name, text in examples().items():
        assert text == (CONTENT / name).read_text(), name


def test_following_the_guide_brings_a_card_into_the_library(tmp_path):
    shutil.copytree(CONTENT, tmp_path, dirs_exist_ok=True)
    text = re.sub(r"(?s)^name.*?summary", "name: Soleus stretch\nsummary", examples()[CALF])
    (tmp_path / "cards/soleus-stretch.yaml").write_text(text)
    (tmp_path / "poses/soleus-stretch.yaml").write_text(examples()["poses/calf-stretch.yaml"])
    assert check(tmp_path, "cards") == check(tmp_path, "poses") == []
    assert load(tmp_path).cards["soleus-stretch"].dose.hold_s == 30
    assert check_pose("soleus-stretch", tmp_path) == []


@pytest.mark.parametrize(
    "model", [Card, Routine, Programme, Slot, Pool, ProgrammeWeek, ProgressionRule, Pose]
)
def test_the_guide_explains_every_field(model):
    first_cells = re.findall(r"^\| (.*?) \|", guide(), re.MULTILINE)
    told = set(re.findall(r"`([a-z_]+)`", " ".join(first_cells)))
    assert {field.name for field in fields(model)} - {"id"} <= told
