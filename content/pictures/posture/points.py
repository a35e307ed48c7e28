"""The words of authors for parts of the body, and how thick the body is there."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from content.pictures.posture.joints import SIDES

# Metres from a point of the skeleton to the skin. Soles and heels lie on the skin.
PADS: Mapping[str, float] = MappingProxyType(
    {
        "head": 0.108,
        "chest": 0.095,
        "blades": 0.088,
        "pelvis": 0.118,
        "waist": 0.090,
        "shoulder": 0.060,
        "elbow": 0.037,
        "wrist": 0.024,
        "palm": 0.025,
        "fingers": 0.016,
        "hip": 0.100,
        "thigh": 0.074,
        "knee": 0.053,
        "shin": 0.048,
        "ankle": 0.036,
        "heel": 0.0,
        "sole": 0.0,
        "ball": 0.0,
        "ball_in": 0.0,
        "ball_out": 0.0,
        "toes": 0.022,
    }
)
# A word on its own, and the points that touch when it does.
_MIDDLE = {
    "head": ("head",),
    "chest": ("chest",),
    "upper back": ("blades",),
    "back": ("blades", "pelvis"),
    "waist": ("waist",),
    "seat": ("pelvis",),
}
_SIDED = {
    "shoulder": ("shoulder",),
    "elbow": ("elbow",),
    "forearm": ("elbow", "wrist"),
    "wrist": ("wrist",),
    "hand": ("palm", "fingers"),
    "palm": ("palm",),
    "fingers": ("fingers",),
    "hip": ("hip",),
    "thigh": ("thigh",),
    "knee": ("knee",),
    "shin": ("knee", "ankle"),
    "calf": ("shin",),
    "ankle": ("ankle",),
    "foot": ("heel", "ball_in", "ball_out"),
    "sole": ("sole",),
    "heel": ("heel",),
    "ball": ("ball_in", "ball_out"),
    "toes": ("toes",),
}
_PLURALS = {"foot": "feet", "calf": "calves", "toes": "toes", "thigh": "thighs"}


def _words() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from _MIDDLE.items()
    for word, points in _SIDED.items():
        for side in SIDES:
            yield f"{side} {word}", tuple(f"{side}.{point}" for point in points)
        both = tuple(f"{side}.{point}" for side in SIDES for point in points)
        yield _PLURALS.get(word, f"{word}s"), both


WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(dict(_words()))


def pad(point: str) -> float:
    """How far the skin is from that point, in metres."""
    return PADS[point.rpartition(".")[2]]
