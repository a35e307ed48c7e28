"""The angles of a posture: their names, their order and how far a body can go.

0 is standing to attention. Flexion, abduction, external rotation and dorsiflexion count up;
extension and so on count down. Limits are ranges of a supple adult (AAOS norms, rounded up).
"""

from collections.abc import Mapping
from types import MappingProxyType

RIGHT, LEFT = "right", "left"
SIDES = {RIGHT: 1.0, LEFT: -1.0}  # which way a side lies along z

ROOT = ("x", "y", "z", "lean", "roll", "turn")

_TRUNK = {
    "spine.bend": (-45, 75),
    "spine.side": (-40, 40),
    "spine.twist": (-50, 50),
    "neck.bend": (-60, 60),
    "neck.side": (-45, 45),
    "neck.twist": (-80, 80),
}
_LIMB = {
    "hip.flex": (-40, 140),
    "hip.abd": (-40, 75),
    "hip.rot": (-50, 75),
    "knee.flex": (-4, 155),
    "ankle.flex": (-60, 45),
    "ankle.side": (-40, 40),
    "shoulder.flex": (-70, 185),
    "shoulder.abd": (-60, 185),
    "shoulder.rot": (-95, 95),
    "elbow.flex": (-4, 150),
    "wrist.flex": (-90, 90),
}

LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    _TRUNK | {f"{side}.{joint}": limit for side in SIDES for joint, limit in _LIMB.items()}
)
NAMES = (*ROOT, *LIMITS)
INDEX: Mapping[str, int] = MappingProxyType({name: index for index, name in enumerate(NAMES)})
