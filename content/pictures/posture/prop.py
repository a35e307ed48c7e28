"""What authors write of things and places in a picture, and the words that they may use."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from content.authoring.model import Model, Unfit, Within
from content.authoring.yaml_reader import nearest
from content.pictures.posture.points import WORDS

Metres = Annotated[float, Within(ge=-3, le=3)]
Degrees = Annotated[float, Within(ge=-360, le=360)]


def word(known: list[str]) -> BeforeValidator:
    """One of those words, or the nearest as a mend."""

    def check(found: Any) -> Any:
        if str(found) not in known:
            raise Unfit(f"is “{found}”, which is not known", nearest(str(found), known))
        return found

    return BeforeValidator(check)


def short(field: str) -> BeforeValidator:
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
    MASSAGE_GUN = "massage-gun"
    WEIGHT = "weight"


_SURFACES = ["floor", "couch front", *(kind.value for kind in PropKind)]
Place = Annotated[str, word(list(WORDS))]
Surface = Annotated[str, word([*_SURFACES, *WORDS])]


class Prop(Model):
    """A thing in the picture. `x` is ahead, `y` up and `z` to the right of the middle, in metres.

    A wall with a `z` stands beside the runner. `size` is a height or a radius. A band goes
    `around` limbs as a loop, or `through` places as a strap, from where it is tied if it has an
    `x`. A stick goes `through` two hands, a weight hangs from one, and a massage gun in a
    hand points at a place. By the key position a ball `rolls` so far along x.
    """

    kind: PropKind
    x: Metres | None = None
    y: Metres = 0
    z: Metres | None = None
    size: Annotated[float, Within(gt=0, le=2)] | None = None
    rolls: Metres = 0
    around: tuple[Place, ...] = ()
    through: tuple[Place, ...] = ()
