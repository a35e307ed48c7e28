"""The runner: parts of the body with their clothes, painted from the furthest to the nearest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Loops, Rounds, balls, hull, joined, tube
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.flesh import limb, trunk
from content.pictures.figure.head import Head
from content.pictures.figure.order import painted
from content.pictures.figure.people import Appearance, darker, lighter
from content.pictures.figure.shoe import shoe
from content.pictures.posture.joints import SIDES
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import LATERAL, UP

SHORTS_END, SLEEVE_END, SHORTS_TOP = 0.60, 0.40, 0.33
TURNED = 0.45  # from here on (as a sine) one side of the body is the far one
_JOINED = (("thigh", "shank"), ("upper_arm", "forearm"))


@dataclass(frozen=True, slots=True)
class Part:
    """Something to paint. `flesh` decides what lies over what."""

    name: str
    flesh: Rounds
    shapes: tuple[Shape, ...]


class Figure:
    """A body with its clothes on, seen by a camera."""

    def __init__(self, body: Body, camera: Camera, person: Appearance) -> None:
        self.body, self.camera, self.person = body, camera, person
        self.persons = self._lit()

    def parts(self, things: Sequence[Part] = ()) -> list[Part]:
        """The body among those things, furthest first; joints are smoothed over."""
        found = [self._trunk(), self._head(), *things]
        for side in SIDES:
            found += [self._thigh(side), self._shank(side), self._foot(side)]
            found += [self._upper_arm(side), self._forearm(side)]
        order = painted(self.camera, [part.flesh for part in found])
        parts = [found[index] for index in order]
        for side in SIDES:
            _after(parts, f"{side}.foot", f"{side}.shank")
        names = [part.name for part in parts]
        parts.insert(min(names.index("trunk"), names.index("head")), self._neck())
        return self._smoothed(parts)

    def _lit(self) -> Mapping[str, Appearance]:
        """The side that is turned away is a little darker, if one is."""
        right = float(self.camera.depth(self.body.axis("pelvis", LATERAL)))
        if abs(right) < TURNED:
            return dict.fromkeys(SIDES, self.person)
        shade = self.person.shade()
        return {side: self.person if sign * right > 0 else shade for side, sign in SIDES.items()}

    def _hull(self, *chains: Rounds) -> Loops:
        return hull(self.camera, *chains)

    def _limb(self, side: str, bone: str, first: float = -1, last: float = 2) -> Rounds:
        return limb(self.body, side, bone, first, last)

    def _skin(self, side: str, flesh: Rounds) -> Shape:
        person = self.persons[side]
        return Shape(self._hull(flesh), person.skin, person.skin_line, 1.6)

    def _cloth(self, colour: str, *chains: Rounds) -> Shape:
        return Shape(self._hull(*chains), colour, darker(colour, 0.78), 1.4)

    def _thigh(self, side: str) -> Part:
        flesh, colour = self._limb(side, "thigh"), self.persons[side].shorts
        shorts = self._cloth(colour, self._limb(side, "thigh", 0, SHORTS_END).grown(0.007))
        return Part(f"{side}.thigh", flesh, (self._skin(side, flesh), shorts))

    def _shank(self, side: str) -> Part:
        flesh = self._limb(side, "shank")
        return Part(f"{side}.shank", flesh, (self._skin(side, flesh),))

    def _foot(self, side: str) -> Part:
        flesh, shapes = shoe(self.body, side, self.camera, self.persons[side])
        return Part(f"{side}.foot", flesh, shapes)

    def _upper_arm(self, side: str) -> Part:
        flesh, colour = self._limb(side, "upper_arm"), self.persons[side].shirt
        sleeve = self._cloth(colour, self._limb(side, "upper_arm", 0, SLEEVE_END).grown(0.006))
        return Part(f"{side}.upper_arm", flesh, (self._skin(side, flesh), sleeve))

    def _forearm(self, side: str) -> Part:
        flesh = joined(self._limb(side, "forearm"), self._limb(side, "hand"))
        return Part(f"{side}.forearm", flesh, (self._skin(side, flesh),))

    def _neck(self) -> Part:
        points, person = self.body.points, self.person
        low = points["neck"] - 0.03 * self.body.axis("chest", UP)
        high = points["nape"] + 0.03 * self.body.axis("head", UP)
        middle = (points["neck"] + points["nape"]) / 2
        flesh = tube([low, middle, high], [0.056, 0.049, 0.047])
        shade = darker(person.skin, 0.9)
        return Part("neck", flesh, (Shape(self._hull(flesh), shade, person.skin_line, 1.3),))

    def _trunk(self) -> Part:
        return Part("trunk", trunk(self.body), tuple(self._clothes()))

    def _clothes(self) -> Iterator[Shape]:
        body, person = self.body, self.person
        yield self._cloth(person.shirt, trunk(body, 0.26))
        yield self._cloth(person.shorts, trunk(body, -1, SHORTS_TOP))
        band = self._hull(trunk(body, 0.25, SHORTS_TOP + 0.01).grown(0.002))
        yield Shape(band, lighter(person.shorts, 0.16))

    def _head(self) -> Part:
        flesh = tube([self.body.points["nape"], self.body.points["head"]], [0.06, 0.1])
        return Part("head", flesh, tuple(Head(self.body, self.camera, self.person).shapes()))

    def _smoothed(self, parts: Sequence[Part]) -> list[Part]:
        """Outlines that end inside a joint are painted over as soon as both its parts are."""
        place = {part.name: index for index, part in enumerate(parts)}
        patches: dict[int, list[Part]] = {}
        for side in SIDES:
            for upper, lower in _JOINED:
                last = max(place[f"{side}.{upper}"], place[f"{side}.{lower}"])
                patches.setdefault(last, []).append(self._bend(side, upper, lower))
            for upper, patch in (("thigh", self._groin(side)), ("upper_arm", self._armpit(side))):
                if place[f"{side}.{upper}"] > place["trunk"]:
                    patches.setdefault(place[f"{side}.{upper}"], []).append(patch)
        found = ([part, *patches.get(index, ())] for index, part in enumerate(parts))
        return [part for group in found for part in group]

    def _bend(self, side: str, upper: str, lower: str) -> Part:
        """Knee or elbow."""
        flesh = (self._limb(side, upper, 0.84, 1), self._limb(side, lower, 0, 0.16))
        fill = Shape(self._hull(*flesh), self.persons[side].skin)
        return Part(f"{side}.{upper}.bend", flesh[0], (fill,))

    def _groin(self, side: str) -> Part:
        seat = self._hull(trunk(self.body, -1, 0.24))
        return self._root(side, "hip", 0.108, seat, self.person.shorts)

    def _armpit(self, side: str) -> Part:
        shirt = self._hull(trunk(self.body, SHORTS_TOP))
        return self._root(side, "shoulder", 0.064, shirt, self.person.shirt)

    def _root(self, side: str, joint: str, size: float, loops: Loops, colour: str) -> Part:
        """Where a limb leaves the trunk: the cloth of the trunk, seen around the joint."""
        disc = balls([self.body.points[f"{side}.{joint}"]], [size])
        return Part(f"{side}.{joint}", disc, (Shape(loops, colour, clip=self._hull(disc)),))


def _after(parts: list[Part], name: str, other: str) -> None:
    """Moves the part of that name behind the other in the list, if it is not."""
    names = [part.name for part in parts]
    if names.index(name) < names.index(other):
        part = parts.pop(names.index(name))
        parts.insert(names.index(other), part)
