"""One moment of a card: things, shadows, the runner, what glows and where it goes."""

from collections.abc import Iterator, Sequence

import numpy as np

from content.catalog.taxonomy import Area
from content.pictures.arrow import arrow
from content.pictures.canvas.camera import HEIGHT, WIDTH, Box, Camera, camera
from content.pictures.canvas.outline import Rounds, hull
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.body import TURNED, Figure, Part
from content.pictures.figure.glow import glow, main_bone
from content.pictures.figure.people import person
from content.pictures.palette import SHADOW
from content.pictures.posture import motion
from content.pictures.posture.joints import SIDES
from content.pictures.posture.points import PADS
from content.pictures.posture.pose import Pose
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import Array, vector
from content.pictures.props.things import among, behind, extent

SHEET = Box(0.0, 0.0, WIDTH, HEIGHT)
MARGINS, NARROW = (80.0, 55.0, 80.0), (45.0, 45.0, 45.0)  # beside, above and below, in pixels
LOW = 0.35  # metres above the floor
FAINT = 0.35  # shadows under this are not painted: they would belong to nothing
ARROW_FROM = 0.6  # the arrow shows from this share of the way
Glows = Sequence[tuple[Area, str]]


def sight(pose: Pose, box: Box = SHEET) -> Camera:
    """The camera of that pose: start, key and things all fit."""
    points = [skin(motion.at(pose, share)) for share in (0.0, 1.0)]
    things = [extent(pose.props_at(share), _ground(pose)) for share in (0.0, 1.0)]
    return camera(pose.view, np.concatenate([*points, *things]), _frame(box))


def _frame(box: Box) -> Box:
    """What is left of that part of the sheet inside its margins."""
    beside, above, below = MARGINS if box == SHEET else NARROW
    return Box(box.left + beside, box.top + above, box.right - beside, box.bottom - below)


def moment(card_id: str, pose: Pose, glows: Glows, share: float, view: Camera) -> list[Shape]:
    """The start (0), the key position (1) or between, as that camera sees it."""
    body = motion.at(pose, share)
    figure = Figure(body, view, person(card_id))
    parts = figure.parts(list(among(pose.props_at(share), view, body)))
    shapes = [
        *behind(pose.props, view, _ground(pose)),
        *_shadows(body, view),
        *_lit(parts, body, view, glows),
    ]
    if share >= ARROW_FROM:
        shapes += [arrow(wanted, arrow_way(pose), view) for wanted in pose.pointers]
    return shapes


def arrow_way(pose: Pose) -> list[Body]:
    """The bodies that an arrow goes along."""
    return [motion.at(pose, share) for share in motion.shares(7)]


def skin(body: Body) -> Array:
    """Points around the body, as far as it reaches."""
    names = [name for name in body.points if name.rpartition(".")[2] in PADS]
    middles = np.array([body.points[name] for name in names])
    pads = np.array([PADS[name.rpartition(".")[2]] for name in names])
    around = np.array([vector(1, 0, 0), vector(0, 1, 0), vector(0, 0, 1)])
    ways = np.concatenate([around, -around])
    skin: Array = (middles[:, None] + pads[:, None, None] * ways).reshape(-1, 3)
    return skin


def _ground(pose: Pose) -> Array:
    """What is close to the floor, at the start or in the key position."""
    points = np.concatenate([skin(motion.at(pose, share)) for share in (0.0, 1.0)])
    low = points[points[:, 1] < LOW]
    return low if len(low) else points


def _shadows(body: Body, view: Camera) -> Iterator[Shape]:
    """Soft spots on the floor under what is near it."""
    sizes = {"hip": 0.22, "knee": 0.15, "sole": 0.14, "palm": 0.09, "shoulder": 0.15}
    for side in SIDES:
        for point, size in sizes.items():
            place = body.points[f"{side}.{point}"]
            strength = max(0.0, 1 - float(place[1]) / 0.8)
            spot = np.diag([size * 1.1, 0.001, size * 0.6])
            under = Rounds(np.array([place * vector(1, 0, 1)]), spot[None])
            if strength > FAINT:
                yield Shape(hull(view, under), SHADOW, opacity=0.15 * strength, blur=8.0)


def _lit(parts: Sequence[Part], body: Body, view: Camera, glows: Glows) -> Iterator[Shape]:
    """The parts, with each muscle painted right after the limb or the trunk that it lies in."""
    names = [part.name for part in parts]
    after: dict[int, list[Shape]] = {}
    for area, side in glows:
        under = _under(area, side, body, view)
        index = max(index for index, name in enumerate(names) if name in under)
        after.setdefault(index, []).extend(glow(body, view, area, side))
    for index, part in enumerate(parts):
        yield from part.shapes
        yield from after.get(index, ())


def _under(area: Area, side: str, body: Body, view: Camera) -> list[str]:
    bone = main_bone(area)
    if bone == "trunk":
        return ["trunk"]
    turned_away = float(view.depth(body.axis("pelvis", 2))) * SIDES[side] < -TURNED
    limb = [f"{side}.{part}" for part in (bone, f"{bone}.bend", "shank")]
    return limb if turned_away or bone == "shank" else [*limb, f"{side}.hip", "trunk"]
