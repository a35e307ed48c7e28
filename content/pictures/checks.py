"""What a picture owes its runner: contacts that touch, a body that bends as bodies do, a frame
that cuts nothing off, and the right muscle glowing."""

from collections.abc import Iterator, Sequence

import numpy as np

from content.authoring.document import Document, File, Place, Problem
from content.catalog.card import Card
from content.catalog.taxonomy import Sides
from content.pictures.arrow import arrow
from content.pictures.arrow_checks import arrow_faults
from content.pictures.canvas.camera import Box
from content.pictures.posture import motion
from content.pictures.posture.joints import INDEX, LIMITS
from content.pictures.posture.pose import Pose
from content.pictures.posture.poses import glows, pose_page, read_card
from content.pictures.posture.posture import Contact
from content.pictures.posture.skeleton import Body
from content.pictures.posture.surfaces import floors, gaps
from content.pictures.scene import SHEET, arrow_way, sight, skin
from content.pictures.sheet import halves, shows_both_ends

CLOSE = 0.005  # metres
FAITHFUL = 30.0  # degrees that contacts may turn a joint away from what its author wrote
ENDS = {"start": 0.0, "key": 1.0}
WHEN = {0.0: "at the start", 1.0: "in the key position"}
BETWEEN = (0.25, 0.5, 0.75)

# Where in the file a fault is, the fault, the mend.
Fault = tuple[Place, str, str]


def check_pose(card_id: str, root: File | None = None) -> list[Problem]:
    """Everything that is wrong with how a picture looks; [] if there is none that can be drawn."""
    document, pose, problems = pose_page(card_id, root)
    card = read_card(card_id, root)
    if pose is None or problems or card is None:
        return []  # for those who read the files to tell
    faults = (
        *_contacts(pose),
        *_joints(pose, document),
        *_frame(card, pose),
        *arrow_faults(card, pose),
        *_glow(card, pose),
    )
    return sorted({document.problem(*fault) for fault in faults})


def _contacts(pose: Pose) -> Iterator[Fault]:
    for end, share in ENDS.items():
        yield from _missed(pose, share, pose.contacts_of(end))
    for share in BETWEEN:
        yield from _missed(pose, share, motion.shared(pose))
    for share in (*ENDS.values(), *BETWEEN):
        sunk = float(floors(motion.at(pose, share)).min())
        if sunk < -CLOSE:
            fault = f"sinks {-sunk * 1000:.0f} mm into the floor {_when(share)}"
            yield (), fault, "lift that limb"


def _missed(pose: Pose, share: float, contacts: Sequence[Contact]) -> Iterator[Fault]:
    body = motion.at(pose, share)
    for contact in contacts:
        off = max(abs(float(gap)) for gap in gaps(body, [contact], pose.props_at(share)))
        if off > CLOSE:
            own = contact not in pose.contacts
            place: Place = ("key" if share == 1 else "start",) if own else ()
            fault = f"misses it with {contact.place} by {off * 1000:.0f} mm {_when(share)}"
            mend = "turn the joints towards it, or move the prop"
            yield (*place, "contacts", contact.surface), fault, mend


def _when(share: float) -> str:
    return WHEN.get(share, f"at {share:.0%} of the way")


def _joints(pose: Pose, document: Document) -> Iterator[Fault]:
    for end, solved in zip(ENDS, motion.ends(pose), strict=True):
        for name, degrees in pose.named(end).items():
            place = _written(name, end, document)
            low, high = LIMITS.get(name, (-np.inf, np.inf))
            if not low <= degrees <= high:
                yield place, f"is {degrees:g} degrees", f"bodies go from {low:g} to {high:g}"
            pulled = float(solved[INDEX[name]]) - degrees
            if name in LIMITS and abs(pulled) > FAITHFUL:
                fault = f"is turned {pulled:.0f} degrees by what touches"
                yield place, fault, f"write {degrees + pulled:.0f}, or change what touches"


def _written(name: str, end: str, document: Document) -> Place:
    """Where the author wrote that joint: for one limb or for both, here or only at the start."""
    side, *rest = name.split(".")
    limb = "arm" if rest and rest[0] in ("shoulder", "elbow", "wrist") else "leg"
    own, both = (f"{side}_{limb}", *rest), (f"{limb}s", *rest)
    ways: list[Place] = [own, own[:-1], both, both[:-1], (side, *rest), (side,)]
    places = [(where, *way) for where in (end, "start") for way in ways]
    return next((place for place in places if place in document.lines), (end,))


def _frame(card: Card, pose: Pose) -> Iterator[Fault]:
    """The film has the sheet, a still of both ends a half for each."""
    way = [motion.at(pose, share) for share in (0.0, *BETWEEN, 1.0)]
    halved = shows_both_ends(card, pose) and _cut(pose, way[::4], halves(pose)[0])
    if halved or _cut(pose, way, SHEET):
        yield ("view",), "cuts something off", "shift the arrow, or choose another view"


def _cut(pose: Pose, bodies: Sequence[Body], box: Box) -> bool:
    camera = sight(pose, box)
    seen = [camera.flat(skin(body)) for body in bodies]
    for wanted in pose.pointers:
        seen += arrow(wanted, arrow_way(pose), camera).loops
    points = np.concatenate(seen)
    low, high = np.array(box).reshape(2, 2)
    return bool((points < low).any() or (points > high).any())


def _glow(card: Card, pose: Pose) -> Iterator[Fault]:
    for area, side in glows(card, pose):
        if area not in card.areas:
            mend = f"use some of {', '.join(card.areas)}"
            yield ("glow",), f"{area} is not an area of the card", mend
        if card.sides == Sides.EACH and side != pose.working_side:
            yield ("glow",), f"{side} {area} is not the working side", "leave the side out"
