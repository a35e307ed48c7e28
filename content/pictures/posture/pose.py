"""A picture as its author wrote it: two postures, what touches what, and what to look at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BeforeValidator

from content.authoring.model import Model, Unfit, Within
from content.authoring.yaml_reader import nearest
from content.catalog.taxonomy import Area, Side
from content.pictures.posture.joints import LIMITS, ROOT, SIDES
from content.pictures.posture.points import WORDS
from content.pictures.posture.posture import Contact, Contacts, Posture
from content.pictures.posture.prop import Degrees, Metres, Place, Prop, PropKind, short, word

VIEWS = {
    "side": {"turn": -14, "tilt": 9},
    "three-quarter": {"turn": -42, "tilt": 12},
    "front": {"turn": -82, "tilt": 8},
    "back": {"turn": 112, "tilt": 10},
    "above": {"turn": -20, "tilt": 38},
}


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
Glow = Annotated[str, word([str(glow) for glow in _GLOWS])]


class Pose(Model):
    """`via` and `key` begin where `start` is and say what changes; the film goes through `via`.
    `working_side` is the side that works in these postures, seen from the right; the picture of
    the other side is its mirror image. `arrow` is one, `arrows` are several.
    """

    view: Annotated[View, BeforeValidator(_view)] = View()
    props: tuple[Annotated[Prop, short("kind")], ...] = ()
    start: Posture
    via: Posture | None = None
    key: Posture = Posture()
    contacts: Contacts = ()
    slides: tuple[Place, ...] = ()
    glow: tuple[Glow, ...] = ()
    arrow: Annotated[Arrow | None, short("at")] = None
    arrows: tuple[Annotated[Arrow, short("at")], ...] = ()
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
        via = self.via.contacts if self.via else ()
        return self.contacts + self.start.contacts + via + self.key.contacts

    @property
    def pointers(self) -> tuple[Arrow, ...]:
        """All arrows, however they were written."""
        return ((self.arrow,) if self.arrow else ()) + self.arrows

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
