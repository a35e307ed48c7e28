"""A posture as its author wrote it: the angles of all joints, and what touches what."""

from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from content.authoring.model import Model, Unfit
from content.pictures.posture.joints import ROOT, SIDES
from content.pictures.posture.prop import Degrees, Metres, Place, Surface, short


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


Flex = Annotated[Joint, short("flex")]
Bend = Annotated[Curve, short("bend")]


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
