"""A picture as its author wrote it: two postures, what touches what, and what to look at."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from content.authoring.model import Model, Unfit, Within
from content.authoring.yaml_reader import nearest
from content.catalog.taxonomy import Area, Side
from content.pictures.posture.joints import LIMITS, ROOT, SIDES
from content.pictures.posture.points import WORDS

VIEWS = {
    "side": {"turn": -14, "tilt": 9},
    "three-quarter": {"turn": -42, "tilt": 12},
    "front": {"turn": -82, "tilt": 8},
    "back": {"turn": 112, "tilt": 10},
    "above": {"turn": -20, "tilt": 38},
}
Metres = Annotated[float, Within(ge=-3, le=3)]
Degrees = Annotated[float, Within(ge=-360, le=360)]


def _word(known: list[str]) -> BeforeValidator:
    """One of those words, or the nearest as a mend."""

    def check(found: Any) -> Any:
        if str(found) not in known:
            raise Unfit(f"is “{found}”, which is not known", nearest(str(found), known))
        return found

    return BeforeValidator(check)


def _short(field: str) -> BeforeValidator:
    """A bare number or word stands for that field."""
    return BeforeValidator(lambda found: found if isinstance(found, dict) else {field: found})


class PropKind(StrEnum):
    MAT = "mat"
    WALL = "wall"
    COUCH = "couch"
    BED = "bed"
    CHAIR = "chair"
    DESK = "desk"
    STEP = "step"
    ROLLER = "roller"
    BALL = "ball"
    STABILITY_BALL = "stability-ball"
    BAND = "band"
    CUSHION = "cushion"
    BOTTLE = "bottle"
    STICK = "stick"


_SURFACES = ["floor", "couch front", *(kind.value for kind in PropKind)]
Place = Annotated[str, _word(list(WORDS))]
Surface = Annotated[str, _word([*_SURFACES, *WORDS])]


class Prop(Model):
    """A thing in the picture. `x` is ahead, `y` up and `z` to the right of the middle, in metres.

    A wall with a `z` stands beside the runner. `size` is a height or a radius. A band goes
    `around` limbs as a loop, or `through` places as a strap, from where it is tied if it has an
    `x`. A stick goes `through` two hands. By the key position a ball `rolls` so far along x.
    """

    kind: PropKind
    x: Metres | None = None
    y: Metres = 0
    z: Metres | None = None
    size: Annotated[float, Within(gt=0, le=2)] | None = None
    rolls: Metres = 0
    around: tuple[Place, ...] = ()
    through: tuple[Place, ...] = ()


class Joint(Model):
    """Degrees from standing to attention; a bare number is flexion."""

    flex: Degrees | None = None
    abd: Degrees | None = None
    rot: Degrees | None = None
    side: Degrees | None = None


class Curve(Model):
    """Degrees of the spine or the neck; a bare number bends it forward."""

    bend: Degrees | None = None
    side: Degrees | None = None
    twist: Degrees | None = None


Flex = Annotated[Joint, _short("flex")]
Bend = Annotated[Curve, _short("bend")]


class Leg(Model):
    hip: Flex = Joint()
    knee: Flex = Joint()
    ankle: Flex = Joint()


class Arm(Model):
    shoulder: Flex = Joint()
    elbow: Flex = Joint()
    wrist: Flex = Joint()


class Contact(NamedTuple):
    surface: str
    place: str


def _contacts(found: Any) -> Any:
    """`floor: [right knee, left foot]` as pairs of a surface and a place."""
    if not isinstance(found, dict):
        raise Unfit("should be surfaces and places", "write “floor: [right knee, left foot]”")
    lists = {surface: [at] if isinstance(at, str) else at or () for surface, at in found.items()}
    return [(surface, place) for surface, places in lists.items() for place in places]


Contacts = Annotated[tuple[tuple[Surface, Place], ...], BeforeValidator(_contacts)]


class Posture(Model):
    """`lean` 90 is face down, -90 on the back; `roll` 90 onto the right side."""

    x: Metres | None = None
    y: Metres | None = None
    z: Metres | None = None
    lean: Degrees | None = None
    roll: Degrees | None = None
    turn: Degrees | None = None
    spine: Bend = Curve()
    neck: Bend = Curve()
    legs: Leg = Leg()
    arms: Arm = Arm()
    right_leg: Leg = Leg()
    left_leg: Leg = Leg()
    right_arm: Arm = Arm()
    left_arm: Arm = Arm()
    contacts: Contacts = ()

    def named(self) -> dict[str, float]:
        """The angles that the author gave, by their full names."""
        found = {name: getattr(self, name) for name in ROOT}
        for part in ("spine", "neck"):
            found |= _prefixed(part, getattr(self, part))
        for side in SIDES:
            for both, one in (("legs", "leg"), ("arms", "arm")):
                for limb in (getattr(self, both), getattr(self, f"{side}_{one}")):
                    for joint in vars(limb):
                        given = _prefixed(f"{side}.{joint}", getattr(limb, joint))
                        found |= {name: v for name, v in given.items() if v is not None}
        return {name: value for name, value in found.items() if value is not None}


def _prefixed(prefix: str, part: Model) -> dict[str, float]:
    return {f"{prefix}.{name}": value for name, value in vars(part).items()}


class Arrow(Model):
    """Where the movement goes. A bare place: the arrow follows the way of that place.

    `shift` moves the arrow, right and up in metres. `dir` in degrees (0 right, 90 up), `length` in
    metres and `bend` (up to 1, to the left) draw one that follows nothing; `round` draws a circle
    around the place, so many metres wide.
    """

    at: Place
    shift: tuple[Metres, Metres] = (0, 0)
    dir: Degrees | None = None
    length: Annotated[float, Within(ge=0.1, le=0.8)] | None = None
    bend: Annotated[float, Within(ge=-1, le=1)] = 0
    round: Annotated[float, Within(ge=0.05, le=0.8)] | None = None


def _view(found: Any) -> Any:
    if isinstance(found, dict):
        return found
    if found not in VIEWS:
        raise Unfit(f"is “{found}”, which is not known", nearest(str(found), list(VIEWS)))
    return VIEWS[found]


class View(Model):
    """Where we look from: 0 is straight from the right, -90 from ahead; `tilt` from above."""

    turn: Degrees = -14
    tilt: Annotated[float, Within(ge=-10, le=80)] = 9


_GLOWS = [*Area, *(f"{side} {area}" for side in SIDES for area in Area)]
Glow = Annotated[str, _word([str(glow) for glow in _GLOWS])]


class Pose(Model):
    """`via` and `key` begin where `start` is and say what changes; the film goes through `via`.
    `working_side` is the side that works in these postures, seen from the right; the picture of
    the other side is its mirror image.
    """

    view: Annotated[View, BeforeValidator(_view)] = View()
    props: tuple[Annotated[Prop, _short("kind")], ...] = ()
    start: Posture
    via: Posture | None = None
    key: Posture = Posture()
    contacts: Contacts = ()
    slides: tuple[Place, ...] = ()
    glow: tuple[Glow, ...] = ()
    arrow: Annotated[Arrow | None, _short("at")] = None
    working_side: Side = Side.RIGHT

    def __post_init__(self) -> None:
        kinds = {prop.kind for prop in self.props}
        for surface, place in self.touches:
            if surface in WORDS and place.endswith("fingers"):
                raise Unfit(f"touches {surface} with {place}", "write palm or hand there")
            thing = surface.partition(" front")[0]
            if thing in set(PropKind) - kinds:
                raise Unfit(f"touches a {thing} that is not there", f"add {thing} to props")
        for name in {**self.start.named(), **self.named("via"), **self.key.named()}:
            if name not in LIMITS and name not in ROOT:
                raise Unfit(f"turns {name}, which no joint does", "see the joints in the guide")

    @property
    def touches(self) -> tuple[tuple[str, str], ...]:
        """All contacts, wherever they were written."""
        return self.contacts + self.start.contacts + self.key.contacts

    def props_at(self, share: float) -> tuple[Prop, ...]:
        """The props on the way from start (0) to key (1): balls roll."""
        rolled = ((prop, (prop.x or 0.0) + share * prop.rolls) for prop in self.props)
        return tuple(replace(prop, x=x) if prop.rolls else prop for prop, x in rolled)

    def contacts_of(self, at: str) -> tuple[Contact, ...]:
        """The contacts of `start`, `via` or `key`."""
        posture: Posture | None = getattr(self, at)
        own = posture.contacts if posture else ()
        return tuple(Contact(*pair) for pair in (*self.contacts, *own))

    def named(self, at: str) -> Mapping[str, float]:
        """The angles of `start`, `via` or `key`."""
        posture: Posture | None = getattr(self, at)
        return self.start.named() | (posture.named() if posture else {})
