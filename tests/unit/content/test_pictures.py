"""Pictures: every card's pose is sound, and the engine does what authors and the bot rely on."""

import asyncio
import re
import shutil
import struct
import subprocess
import sys
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from content.authoring.document import library_folder
from content.catalog.taxonomy import Side
from content.checks.pictures import looking
from content.pictures.alike import check_alike
from content.pictures.canvas.shapes import Mark
from content.pictures.checks import check_pose
from content.pictures.figure.people import person
from content.pictures.output import studio
from content.pictures.output.film import loop
from content.pictures.output.still import moment, png, svg
from content.pictures.output.studio import PictureKind, Studio
from content.pictures.output.webp import WAY, moving
from content.pictures.palette import ORANGE
from content.pictures.posture import motion
from content.pictures.posture.joints import INDEX, LIMITS
from content.pictures.posture.pose import Pose
from content.pictures.posture.poses import NoPicture, glows, pose_ids, pose_page, posed
from content.pictures.posture.posture import Contact
from content.pictures.posture.skeleton import angles, body
from content.pictures.posture.solve import grounded, settle
from content.pictures.posture.surfaces import floors, gaps, where
from tests.support.library import library

CARDS = library().cards
HALF_KNEELING = "half-kneeling-hip-flexor-stretch"


def test_poses_belong_to_cards():
    assert set(pose_ids()) <= set(CARDS)
    assert len(pose_ids()) >= 70


@pytest.mark.parametrize("card_id", pose_ids()[::3])
def test_every_third_picture_is_small(card_id):  # that its pose is sound, the content check says
    picture = png(svg(card_id))
    assert struct.unpack(">II", picture[16:24]) == (1000, 750)
    assert len(picture) <= 170_000  # two runners in one, most of them


def test_a_picture_is_the_same_every_time_and_moves_with_its_moment():
    assert svg(HALF_KNEELING) == svg(HALF_KNEELING)
    assert len({moment(HALF_KNEELING, at) for at in (0.0, 0.5, 1.0)}) == 3
    assert svg(HALF_KNEELING) == moment(HALF_KNEELING, 1.0)  # a hold is shown as it is held


def test_the_other_side_is_the_mirror_image():
    right, left = svg(HALF_KNEELING, Side.RIGHT), svg(HALF_KNEELING, Side.LEFT)
    assert right == svg(HALF_KNEELING)
    assert left.replace(' transform="matrix(-1 0 0 1 1000 0)"', "") == right


@pytest.mark.parametrize(
    ("card_id", "middle"),
    [("bodyweight-squat", "500"), ("glute-bridge", "1000")],  # side by side, one above the other
)
def test_a_move_is_shown_from_start_to_end_whichever_side_works(card_id, middle):
    """The start stays on the left when the picture is mirrored: each half turns in its place."""
    drawn, turned = svg(card_id, Side.RIGHT), svg(card_id, Side.LEFT)
    assert drawn.count("<circle") == 2  # the numbers 1 and 2
    assert f"matrix(-1 0 0 1 {middle} 0)" in turned
    start = np.asarray(Image.open(BytesIO(png(drawn))).convert("L"), float)
    first, second = (start[:, :500], start[:, 500:]) if middle == "500" else np.vsplit(start, 2)
    assert np.abs(first - second).mean() > 1


@pytest.mark.parametrize(
    ("card_id", "marks"),
    [
        ("half-kneeling-hip-flexor-stretch", [Mark.HELD]),
        ("glute-bridge-hold", [Mark.FIRST, Mark.HELD]),
        ("glute-bridge", [Mark.FIRST, Mark.SECOND]),
        ("foam-roll-quads", []),
    ],
)
def test_what_is_held_has_a_watch_where_it_is_held(card_id, marks):
    assert [mark for mark in Mark if mark and mark in svg(card_id)] == marks
    assert Mark.HELD not in moment(card_id, 0.5)
    assert (Mark.HELD in moment(card_id, 1.0)) == (Mark.HELD in marks)


@pytest.mark.parametrize(
    ("said", "touch"),
    [
        (r"head on your arm", r"(left|right) elbow: head"),
        (r"hand on (it|a wall|the wall)\b|both hands on it", r"(wall|desk): .*(hand|palm)"),
        (r"on your forearms|on both forearms", r"floor: forearms"),
        (r"hands on your hips", r"right hip: right palm"),
        (r"[Hh]old behind", r"thigh: .*(hand|palm)"),
        (r"hands on (your|the) front thigh", r"left thigh: hands"),
        (r"take hold of that ankle", r"ankle: (left|right) hand"),
        (r"^Sit (tall|well|near).* chair", r"chair: seat"),
        (r"calves on the ball", r"stability-ball: (calves|heels)"),
        (r"(roller|ball) .*hip( bone)?\.$", r"(roller|ball): (left|right) (hip|thigh)"),
    ],
)
def test_what_the_words_put_somewhere_touches_it_in_the_picture(said, touch):
    """Hands do not hang beside a wall, and heads rest where a card lays them."""
    meant = [
        card_id for card_id in pose_ids() if any(re.search(said, line) for line in lines(card_id))
    ]
    assert meant
    assert [card_id for card_id in meant if not touches(card_id, touch)] == []


def lines(card_id: str) -> tuple[str, ...]:
    return (*CARDS[card_id].setup, *CARDS[card_id].steps)


def touches(card_id: str, touch: str) -> bool:
    pairs = posed(card_id)[1].touches
    return any(re.search(touch, f"{surface}: {place}") for surface, place in pairs)


@pytest.mark.parametrize(
    ("card_id", "side"), [("foam-roll-it-band", "left"), ("foam-roll-quads", "right")]
)
def test_a_roller_moves_along_the_thigh_and_stops_short_of_the_knee(card_id, side):
    _, pose = posed(card_id)
    along = [roller_along_the_thigh(pose, side, share) for share in (0.0, 0.5, 1.0)]
    assert along == sorted(along)
    assert along[-1] - along[0] > 0.2
    assert along[0] >= 0.1
    assert along[-1] <= 0.75


def roller_along_the_thigh(pose: Pose, side: str, share: float) -> float:
    points = motion.at(pose, share).points
    roller = next(prop for prop in pose.props_at(share) if prop.kind == "roller")
    hip, knee = (float(points[f"{side}.{joint}"][0]) for joint in ("hip", "knee"))
    return (hip - where(roller)) / (hip - knee)


def test_what_a_body_goes_through_is_in_its_film(tmp_path):
    """The leg goes over the bottle, not through it."""
    _, pose = posed("seated-leg-lift-over")
    heights = [motion.at(pose, share).points["right.heel"][1] for share in (0.0, 0.5, 1.0)]
    assert heights[1] > max(heights[0], heights[2]) + 0.15


@pytest.mark.parametrize(
    "line",
    [
        "arrow: right knee",
        "arrow: {at: seat, round: 0.3}",
        "arrows: [right knee, {at: seat, dir: 0}]",
    ],
)
def test_an_arrow_may_follow_a_place_or_go_around_it(tmp_path, line):
    shutil.copytree(library_folder() / "cards", tmp_path / "cards")
    without = "start: {}\nkey: {right_leg: {hip: 40, knee: 60}}\n"
    pose_in(tmp_path, without, HALF_KNEELING)
    plain = moment(HALF_KNEELING, 1.0, root=tmp_path)
    pose_in(tmp_path, without + line, HALF_KNEELING)
    drawn = moment(HALF_KNEELING, 1.0, root=tmp_path)
    assert drawn.count(ORANGE) - plain.count(ORANGE) == line.count("at:") + line.count("knee")
    assert moment(HALF_KNEELING, 0.0, root=tmp_path).count(ORANGE) == plain.count(ORANGE)


def test_a_pose_drawn_with_the_left_side_working_is_mirrored_for_the_right():
    assert "matrix(-1" in svg("side-plank-leg-lift", Side.RIGHT)
    assert "matrix(-1" not in svg("side-plank-leg-lift", Side.LEFT)


def test_cards_show_several_people():
    people = {person(card_id) for card_id in CARDS}
    assert len({someone.style for someone in people}) >= 4
    assert len({someone.skin for someone in people}) >= 4
    assert len({someone.shirt for someone in people}) >= 4


@given(st.floats(-180, 180), st.floats(-30, 60), st.floats(0, 140))
def test_bones_keep_their_length(lean, bend, knee):
    points = body(angles({"lean": lean, "spine.bend": bend, "left.knee.flex": knee})).points
    shank = np.linalg.norm(points["left.knee"] - points["left.ankle"])
    assert shank == pytest.approx(0.415)


@given(st.floats(-20, 90), st.floats(0, 120), st.floats(-20, 40))
def test_contacts_hold_and_joints_stay_human(hip, knee, lean):
    wanted = grounded(angles({"lean": lean, "right.hip.flex": hip, "right.knee.flex": knee}))
    contacts = [Contact("floor", "left foot")]
    settled = settle(wanted, contacts, [], {})
    standing = body(settled)
    assert max(abs(float(gap)) for gap in gaps(standing, contacts, [])) < 0.005
    assert floors(standing).min() > -0.005
    for name, (low, high) in LIMITS.items():
        assert low - 1e-6 <= settled[INDEX[name]] <= high + 1e-6


def test_planted_feet_do_not_slide():
    _, pose = posed("glute-bridge")
    low, high = motion.at(pose, 0.0), motion.at(pose, 1.0)
    assert np.abs(low.points["right.heel"] - high.points["right.heel"]).max() < 0.005
    assert high.points["pelvis"][1] > low.points["pelvis"][1] + 0.1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("contacts: {floor: [right kne]}", "did you mean “right knee”"),
        ("contacts: {wall: hands}", "add wall to props"),
        ("contacts: {right thigh: left fingers}", "write palm or hand"),
        ("view: sidewards", "did you mean “side”"),
        ("props: [rollr]", "did you mean “roller”"),
        ("glow: [gluts]", "did you mean “glutes”"),
        ("key: {right_leg: {nee: 90}}", "right_leg.nee: is not a field here"),
        ("key: {right_leg: {knee: {rot: 9}}}", "turns right.knee.rot, which no joint does"),
        ("arrow: {at: right knee, dir: up}", "arrow.dir"),
    ],
)
def test_a_faulty_pose_is_told_with_its_line_and_mend(tmp_path, line, said):
    pose_in(tmp_path, f"start: {{lean: 2}}\n{line}\n")
    _, pose, problems = pose_page("some-card", tmp_path)
    assert pose is None
    assert said in str(problems[0])
    assert "poses/some-card.yaml:" in str(problems[0])
    assert "Mend: " in str(problems[0])


def pose_in(root: Path, text: str, card_id: str = "some-card") -> None:
    (root / "poses").mkdir(exist_ok=True)
    (root / "poses" / f"{card_id}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "start: {}\nprops: [{kind: step, size: 2}]\ncontacts: {step: hands, floor: feet}",
            "3 contacts.step: misses it with hands by * Mend: turn the joints towards it, *",
        ),
        ("start:\n  right_leg:\n    knee: 170", "3 start.right_leg.knee: is 170 degrees. Mend: *"),
        ("start:\n  legs: {knee: 170}", "2 start.legs.knee: is 170 degrees. Mend: bodies go *"),
        ("start: {}\nview: side\narrow: {at: head, shift: [0, 1]}", "2 view: cuts something off.*"),
        (
            "start: {}\nkey: {right_leg: {hip: 90}}\narrow: {at: right knee, dir: -150}",
            "3 arrow: points * away from where the right knee goes. Mend: write dir: *",
        ),
        (
            "start: {}\narrow: {at: seat, dir: 0, shift: [0.5, 0]}",
            "2 arrow: is far from the seat. Mend: shift it less, *",
        ),
        ("start: {}\narrow: {at: head, dir: 0}", "2 arrow: hides the head. Mend: shift it."),
        ("start: {}\narrows: [{at: left sole, dir: 0}]", "2 arrows: hides the left foot. *"),
        ("start: {}\nglow: [ankles]", "2 glow: ankles is not an area of the card. Mend: use *"),
        ("start: {}\nglow: [left quads]", "2 glow: left quads is not the working side. Mend: *"),
    ],
)
def test_an_unsound_pose_is_told_with_its_line_and_mend(tmp_path, text, told):
    (tmp_path / "cards").mkdir()
    card = library_folder() / "cards" / f"{HALF_KNEELING}.yaml"
    (tmp_path / "cards" / card.name).write_bytes(card.read_bytes())
    pose_in(tmp_path, text, HALF_KNEELING)
    found = [str(problem) for problem in check_pose(HALF_KNEELING, tmp_path)]
    assert [each for each in found if fnmatch(each, f"poses/{HALF_KNEELING}.yaml:{told}")]


def test_many_poses_are_looked_at_side_by_side(tmp_path):
    shutil.copytree(library_folder() / "cards", tmp_path / "cards")
    pose_in(tmp_path, "start: {right_leg: {knee: 170}}", HALF_KNEELING)
    pose_in(tmp_path, "start: {}\nglow: [ankles]", "clamshell")
    with looking(tmp_path) as looks:
        assert {problem.field for problem in looks()} == {"start.right_leg.knee", "glow"}


def test_two_cards_that_look_alike_are_told(tmp_path):
    shutil.copytree(library_folder() / "cards", tmp_path / "cards")
    for card_id, hip in (("clamshell", 40), ("couch-stretch", 41), ("calf-raise", 70)):
        pose_in(tmp_path, f"start: {{}}\nkey: {{legs: {{hip: {hip}}}}}", card_id)
    assert [str(each) for each in check_alike(pose_ids(tmp_path), tmp_path)] == [
        "poses/couch-stretch.yaml:1: looks like clamshell. Mend: show what is different about it."
    ]


def test_a_card_without_a_pose_has_no_picture(tmp_path):
    with pytest.raises(NoPicture, match="some-card has no picture: add poses/some-card"):
        svg("some-card", root=tmp_path)


def test_what_glows_is_what_the_card_names():
    card, pose = posed("clamshell")
    assert glows(card, pose) == tuple((area, Side.RIGHT) for area in card.areas)


def test_a_loop_goes_there_and_back():
    film = loop("high-knees", Side.LEFT)
    assert len(film) <= 150_000
    with av.open(BytesIO(film), mode="r") as opened:
        stream = opened.streams.video[0]
        assert (stream.codec.name, stream.width, stream.height) == ("h264", 640, 480)
        decoded = list(opened.decode(stream))
    frames = [frame.to_ndarray(format="gray") for frame in decoded]
    corner = decoded[0].to_ndarray(format="rgb24")[5, 5]
    assert np.abs(corner - np.array([234, 243, 241])).max() <= 4  # as pale as the still, no paler
    assert 3 <= len(frames) / 20 <= 4
    moved = [np.abs(frame.astype(int) - frames[0]).mean() for frame in frames]
    assert max(moved) == pytest.approx(moved[len(moved) // 2], rel=0.3)
    assert moved[-1] < max(moved) / 5


async def test_pictures_are_drawn_elsewhere_and_kept(tmp_path):
    room = Studio(tmp_path)
    try:
        ask = ("clamshell", None, PictureKind.STILL)
        first, again = await asyncio.gather(room.render(*ask), room.render(*ask))
        assert first == again == png(svg("clamshell"))
        assert [file.suffix for file in tmp_path.iterdir()] == [".png"]
    finally:
        await room.close()
    kept = Studio(tmp_path)
    assert await kept.render("clamshell", None, PictureKind.STILL) == first
    assert not kept._workers.started


async def test_the_loop_runs_on_while_a_picture_is_drawn(tmp_path):
    room, beats = Studio(tmp_path), 0
    try:
        drawing = asyncio.create_task(room.render("couch-stretch", None, PictureKind.STILL))
        while not drawing.done():
            await asyncio.wait([drawing], timeout=0.01)
            beats += 1
        assert beats > 5
    finally:
        await room.close()


STOPPED_WHILE_DRAWING = """
import asyncio, sys, time
from pathlib import Path
from content.pictures.output.studio import Studio

async def main():
    room = Studio(Path(sys.argv[1]))
    filming = asyncio.create_task(room.run(time.sleep, 600))
    await room.run(time.sleep, 0)
    await room.close()
    filming.cancel()

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_who_stops_the_bot_does_not_wait_for_a_film(tmp_path):
    script = tmp_path / "stopped.py"  # a spawned process looks its parent's file up
    script.write_text(STOPPED_WHILE_DRAWING)
    subprocess.run([sys.executable, script, tmp_path], check=True, timeout=120)


@pytest.mark.parametrize("card_id", [HALF_KNEELING, "couch-stretch", "clamshell"])
def test_a_loop_for_the_page_moves_there_and_back_and_is_small(card_id):
    made = moving(card_id, Side.RIGHT)
    assert len(made) <= 150_000
    with Image.open(BytesIO(made)) as shown:
        assert (shown.format, shown.size, shown.info["loop"]) == ("WEBP", (560, 420), 0)
        frames = [np.asarray(each.convert("RGB"), float) for each in ImageSequence.Iterator(shown)]
    assert len(frames) == 2 * WAY - 2
    start, key = frames[0], frames[WAY - 1]
    assert np.abs(start - key).mean() > 1
    assert np.abs(frames[1] - frames[-1]).mean() < 1  # back the way it came
    still = Image.open(BytesIO(png(moment(card_id, 1.0, Side.RIGHT), 560))).convert("RGB")
    assert np.abs(np.asarray(still, float) - key).mean() < np.abs(start - key).mean() / 2


def test_a_name_tells_what_is_shown(monkeypatch):
    names = {
        studio.file_name(HALF_KNEELING, side, kind)
        for side in (Side.LEFT, Side.RIGHT)
        for kind in PictureKind
    }
    assert len(names) == 6
    before = studio.file_name(HALF_KNEELING, None, PictureKind.STILL)
    monkeypatch.setattr(studio, "engine", lambda: "another")
    assert studio.file_name(HALF_KNEELING, None, PictureKind.STILL) != before


def test_the_bot_itself_loads_no_drawing_library():
    loaded = "[name for name in ('av', 'numpy', 'PIL', 'resvg_py') if name in sys.modules]"
    code = f"import sys, content.pictures.output.studio; print({loaded})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
