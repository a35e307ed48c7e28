"""From the angles of a posture to points and frames in space, for a body of 1.75 m."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from content.pictures.posture.joints import INDEX, NAMES, SIDES
from content.pictures.posture.points import WORDS
from content.pictures.posture.space import FORWARD, LATERAL, UP, Array, X, Y, Z, turned

TRUNK, NECK = 0.50, 0.062
WAIST = 0.34  # where the trunk bends, as a share of its length
THIGH, SHANK, FOOT = 0.425, 0.415, 0.19
UPPER_ARM, FOREARM, HAND = 0.285, 0.25, 0.10
HIP_WIDTH, SHOULDER_WIDTH, SHOULDER_DROP = 0.085, 0.154, 0.082
ANKLE_HEIGHT, SOLE_WIDTH, TOE = 0.065, 0.035, 0.022

# The joints of a leg and of an arm; the bones below these with their lengths, and where they end.
Joint = tuple[str, str, float, str]
_LIMBS: tuple[tuple[Joint, Joint], ...] = (
    (("hip", "thigh", THIGH, "knee"), ("shoulder", "upper_arm", UPPER_ARM, "elbow")),
    (("knee", "shank", SHANK, "ankle"), ("elbow", "forearm", FOREARM, "wrist")),
    (("ankle", "foot", FOOT, "toes"), ("wrist", "hand", HAND, "fingers")),
)
_LEGS, _ARMS = slice(len(SIDES)), slice(len(SIDES), None)
_AXES = {"flex": Z, "abd": X, "side": X, "rot": Y}  # what a joint can do, in this order


def _backwards(name: str) -> bool:
    """Does that angle count against the turn about its axis?"""
    mirrored = name.startswith("right.") and not name.endswith(".flex")
    return mirrored or name in ("lean", "spine.bend", "neck.bend") or name.endswith("knee.flex")


def _able(joints: Sequence[str], way: str) -> list[int]:
    """Where the angles stand by which these joints of both sides turn that way."""
    names = [f"{side}.{joint}.{way}" for joint in joints for side in SIDES]
    return [INDEX[name] for name in names if name in INDEX]


# By the joint of the leg; where an arm can't turn as a leg can, the leg comes first (the ankle).
_ABLE = {(leg[0], way): _able((leg[0], arm[0]), way) for leg, arm in _LIMBS for way in _AXES}
_DIRECTIONS = np.array([-1.0 if _backwards(name) else 1.0 for name in NAMES])


@dataclass(frozen=True, slots=True)
class Body:
    """Named points (..., 3), and the frames (..., 3, 3) of the bones: ahead, up, to the right."""

    points: Mapping[str, Array]
    frames: Mapping[str, Array]

    def axis(self, bone: str, column: int) -> Array:
        found: Array = self.frames[bone][..., column]
        return found

    def middle(self, place: str) -> Array:
        """The middle of the points that an author's word stands for."""
        found: Array = np.mean([self.points[name] for name in WORDS[place]], axis=0)
        return found


def angles(named: Mapping[str, float]) -> Array:
    """All angles in order, those not named at 0."""
    vector = np.zeros(len(NAMES))
    for name, degrees in named.items():
        vector[INDEX[name]] = degrees
    return vector


def body(posture: Array) -> Body:
    """The body in that posture; leading dimensions are kept, so that many can be laid at once."""
    laying = _Laying(posture)
    laying.trunk()
    laying.limbs()
    laying.between()
    return laying.body()


class _Laying:
    """Finds points and frames one after the other, from the pelvis outwards.

    In here coordinates come first, (3, ...), and limbs are laid side by side: numpy takes little
    longer for four long rows than for one.
    """

    def __init__(self, posture: Array) -> None:
        rows = np.ascontiguousarray(np.moveaxis(posture, -1, 0))
        angles = np.radians(rows * _DIRECTIONS.reshape(-1, *[1] * (posture.ndim - 1)))
        self.place, self.cos, self.sin = rows[: len("xyz")], np.cos(angles), np.sin(angles)
        self.points: dict[str, Array] = {}
        self.frames: dict[str, Array] = {}
        self.paired_points: dict[str, Array] = {}  # the right one and the left one
        self.paired_frames: dict[str, Array] = {}

    def body(self) -> Body:
        """All of it by name, with coordinates last."""
        dimensions = self.place.ndim
        last = (*range(1, dimensions), 0)
        columns_last = (*range(2, dimensions + 1), 1, 0)
        for at, side in enumerate(SIDES):
            for name, both in self.paired_points.items():
                self.points[f"{side}.{name}"] = both[:, at]
            for name, both in self.paired_frames.items():
                self.frames[f"{side}.{name}"] = both[:, :, at]
        return Body(
            {name: each.transpose(last) for name, each in self.points.items()},
            {name: each.transpose(columns_last) for name, each in self.frames.items()},
        )

    def turned(self, frame: Array, **turns: int) -> Array:
        """The frame after some turns, each about an axis."""
        for name, axis in turns.items():
            at = INDEX[name]
            frame = turned(frame, axis, self.cos[at], self.sin[at])
        return frame

    def trunk(self) -> None:
        frames, points = self.frames, self.points
        level = np.zeros((3, *self.place.shape))
        level[range(3), range(3)] = 1
        pelvis = self.turned(level, turn=Y, roll=X, lean=Z)
        chest = self.turned(pelvis, **{"spine.bend": Z, "spine.side": X, "spine.twist": Y})
        head = self.turned(chest, **{"neck.twist": Y, "neck.bend": Z, "neck.side": X})
        frames |= {"pelvis": pelvis, "chest": chest, "head": head}
        ribs, skull = chest[UP], head[UP]
        points["pelvis"] = self.place
        points["waist"] = points["pelvis"] + WAIST * TRUNK * pelvis[UP]
        points["neck"] = points["waist"] + (1 - WAIST) * TRUNK * ribs
        points["chest"] = points["neck"] - 0.17 * ribs
        points["blades"] = points["neck"] - 0.04 * ribs
        points["nape"] = points["neck"] + NECK * (ribs + skull) / 2
        points["head"] = points["nape"] + 0.105 * skull + 0.018 * head[FORWARD]

    def limbs(self) -> None:
        """Legs from the pelvis and arms from the chest on."""
        pelvis, chest = self.frames["pelvis"], self.frames["chest"]
        frames, at = np.stack([pelvis, pelvis, chest, chest], 2), self._roots()
        self._pair(self.paired_points, ("hip", "shoulder"), at)
        for leg, arm in _LIMBS:
            frames = self._bent_at(leg[0], frames)
            along = -frames[UP]
            if leg[1] == "foot":
                along[:, _LEGS] = frames[FORWARD, :, _LEGS]
            along[:, _LEGS] *= leg[2]
            along[:, _ARMS] *= arm[2]
            at = at + along
            self._pair(self.paired_points, (leg[3], arm[3]), at)
            self.paired_frames[leg[1]] = frames[:, :, _LEGS]
            self.paired_frames[arm[1]] = frames[:, :, _ARMS]

    def _roots(self) -> Array:
        """Hips and shoulders, the right one first."""
        chest, pelvis = self.frames["chest"], self.points["pelvis"]
        hips = HIP_WIDTH * self.frames["pelvis"][LATERAL]
        width = SHOULDER_WIDTH * chest[LATERAL]
        middle = self.points["neck"] - SHOULDER_DROP * chest[UP]
        return np.stack([pelvis + hips, pelvis - hips, middle + width, middle - width], 1)

    def _bent_at(self, joint: str, frames: Array) -> Array:
        """The frames below a joint: after every turn that it can do."""
        for way, axis in _AXES.items():
            if which := _ABLE[joint, way]:
                bent = turned(frames[:, :, : len(which)], axis, self.cos[which], self.sin[which])
                frames = np.concatenate([bent, frames[:, :, len(which) :]], 2)
        return frames

    @staticmethod
    def _pair(into: dict[str, Array], names: tuple[str, str], found: Array) -> None:
        leg, arm = names
        into[leg], into[arm] = found[:, _LEGS], found[:, _ARMS]

    def between(self) -> None:
        """The points of a side that lie on a bone or on the sole."""
        points = self.paired_points
        ahead, up, across = self.paired_frames["foot"]
        sole = points["ankle"] - ANKLE_HEIGHT * up
        points["heel"] = sole - 0.045 * ahead
        points["sole"] = sole + 0.05 * ahead
        points["ball"] = sole + 0.13 * ahead
        points["ball_in"] = points["ball"] - SOLE_WIDTH * across
        points["ball_out"] = points["ball"] + SOLE_WIDTH * across
        points["toes"] = _bent(points["ankle"] + 0.19 * ahead - 0.043 * up)
        points["palm"] = (points["wrist"] + points["fingers"]) / 2
        points["thigh"] = (points["hip"] + points["knee"]) / 2
        points["shin"] = (points["knee"] + points["ankle"]) / 2


def _bent(toes: Array) -> Array:
    """Toes bend on the floor; softly, so that a solver can follow."""
    over = toes[Y] - TOE
    bent = toes.copy()
    bent[Y] = TOE + (over + np.sqrt(over * over + 1e-6)) / 2
    return bent
