"""From the angles of a posture to points and frames in space, for a body of 1.75 m."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from content.pictures.posture.joints import INDEX, NAMES, SIDES
from content.pictures.posture.points import WORDS
from content.pictures.posture.space import FORWARD, LATERAL, UP, Array, X, Y, Z, turn

TRUNK, NECK = 0.50, 0.062
WAIST = 0.34  # where the trunk bends, as a share of its length
THIGH, SHANK, FOOT = 0.425, 0.415, 0.19
UPPER_ARM, FOREARM, HAND = 0.285, 0.25, 0.10
HIP_WIDTH, SHOULDER_WIDTH, SHOULDER_DROP = 0.085, 0.154, 0.082
ANKLE_HEIGHT, SOLE_WIDTH, TOE = 0.065, 0.035, 0.022

# A limb: joint, the bone below it, where that bone ends, and which way flexion turns it.
Limb = tuple[tuple[str, str, str, int], ...]
_LEG: Limb = (
    ("hip", "thigh", "knee", 1),
    ("knee", "shank", "ankle", -1),
    ("ankle", "foot", "toes", 1),
)
_ARM: Limb = (
    ("shoulder", "upper_arm", "elbow", 1),
    ("elbow", "forearm", "wrist", 1),
    ("wrist", "hand", "fingers", 1),
)
_LENGTHS = {
    "thigh": THIGH,
    "shank": SHANK,
    "foot": FOOT,
    "upper_arm": UPPER_ARM,
    "forearm": FOREARM,
    "hand": HAND,
}


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
    for side, sign in SIDES.items():
        laying.limb(side, sign, "pelvis", _LEG)
        laying.limb(side, sign, "chest", _ARM)
        laying.between(side)
    return Body(laying.points, laying.frames)


class _Laying:
    """Finds points and frames one after the other, from the pelvis outwards."""

    def __init__(self, posture: Array) -> None:
        self.posture = posture
        self.points: dict[str, Array] = {}
        self.frames: dict[str, Array] = {}

    def at(self, name: str) -> Array:
        angle: Array = self.posture[..., INDEX[name]]
        return angle

    def trunk(self) -> None:
        at, points, frames = self.at, self.points, self.frames
        pelvis = turn(Y, at("turn")) @ turn(X, at("roll")) @ turn(Z, -at("lean"))
        spine = turn(Z, -at("spine.bend")) @ turn(X, at("spine.side")) @ turn(Y, at("spine.twist"))
        neck = turn(Y, at("neck.twist")) @ turn(Z, -at("neck.bend")) @ turn(X, at("neck.side"))
        frames |= {"pelvis": pelvis, "chest": pelvis @ spine, "head": pelvis @ spine @ neck}
        hips, ribs, skull = (frames[name][..., UP] for name in ("pelvis", "chest", "head"))
        points["pelvis"] = self.posture[..., :3]
        points["waist"] = points["pelvis"] + WAIST * TRUNK * hips
        points["neck"] = points["waist"] + (1 - WAIST) * TRUNK * ribs
        points["chest"] = points["neck"] - 0.17 * ribs
        points["blades"] = points["neck"] - 0.04 * ribs
        points["nape"] = points["neck"] + NECK * (ribs + skull) / 2
        points["head"] = points["nape"] + 0.105 * skull + 0.018 * frames["head"][..., FORWARD]

    def limb(self, side: str, sign: float, base: str, limb: Limb) -> None:
        """A leg or an arm, from the pelvis or the chest on."""
        frame = self.frames[base]
        self.points[f"{side}.{limb[0][0]}"] = self._root(base, sign)
        for joint, bone, end, bends in limb:
            name = f"{side}.{joint}"
            frame = self._turned(frame, name, bends, sign)
            self.frames[f"{side}.{bone}"] = frame
            along = frame[..., FORWARD] if bone == "foot" else -frame[..., UP]
            self.points[f"{side}.{end}"] = self.points[name] + _LENGTHS[bone] * along

    def _turned(self, frame: Array, joint: str, bends: int, sign: float) -> Array:
        """The frame below a joint: after every turn that this joint can do."""
        turns = {"flex": (Z, bends), "abd": (X, -sign), "side": (X, -sign), "rot": (Y, -sign)}
        for way, (axis, direction) in turns.items():
            if f"{joint}.{way}" in INDEX:
                frame = frame @ turn(axis, direction * self.at(f"{joint}.{way}"))
        return frame

    def _root(self, base: str, sign: float) -> Array:
        """The hip or the shoulder."""
        across, up = self.frames[base][..., LATERAL], self.frames[base][..., UP]
        if base == "pelvis":
            return self.points["pelvis"] + HIP_WIDTH * sign * across
        return self.points["neck"] - SHOULDER_DROP * up + SHOULDER_WIDTH * sign * across

    def between(self, side: str) -> None:
        """The points of a side that lie on a bone or on the sole."""
        points = self.points
        ahead, up, across = np.moveaxis(self.frames[f"{side}.foot"], -1, 0)
        sole = points[f"{side}.ankle"] - ANKLE_HEIGHT * up
        points[f"{side}.heel"] = sole - 0.045 * ahead
        points[f"{side}.sole"] = sole + 0.05 * ahead
        points[f"{side}.ball"] = sole + 0.13 * ahead
        points[f"{side}.ball_in"] = points[f"{side}.ball"] - SOLE_WIDTH * across
        points[f"{side}.ball_out"] = points[f"{side}.ball"] + SOLE_WIDTH * across
        points[f"{side}.toes"] = _bent(points[f"{side}.ankle"] + 0.19 * ahead - 0.043 * up)
        points[f"{side}.palm"] = (points[f"{side}.wrist"] + points[f"{side}.fingers"]) / 2
        points[f"{side}.thigh"] = (points[f"{side}.hip"] + points[f"{side}.knee"]) / 2
        points[f"{side}.shin"] = (points[f"{side}.knee"] + points[f"{side}.ankle"]) / 2


def _bent(toes: Array) -> Array:
    """Toes bend on the floor; softly, so that a solver can follow."""
    over = toes[..., Y] - TOE
    bent = toes.copy()
    bent[..., Y] = TOE + (over + np.sqrt(over * over + 1e-6)) / 2
    return bent
