"""What a picture owes its runner: contacts that touch, a body that bends as bodies do, a frame
that cuts nothing off, and the right muscle glowing."""

from collections.abc import Iterator, Sequence

import numpy as np

from content.card import Card
from content.pictures import motion
from content.pictures.arrow import arrow
from content.pictures.camera import HEIGHT, WIDTH
from content.pictures.joints import INDEX, LIMITS
from content.pictures.pose import Contact, Pose
from content.pictures.poses import NoPicture, glows, posed
from content.pictures.scene import sight, skin
from content.pictures.surfaces import floors, gaps
from content.terms import Sides
from content.yaml_file import File

CLOSE = 0.005  # metres
FAITHFUL = 30.0  # degrees that contacts may turn a joint away from what its author wrote
ENDS = {"start": 0.0, "key": 1.0}
BETWEEN = (0.25, 0.5, 0.75)


def check_pose(card: Card, root: File | None = None) -> list[str]:
    """Everything that is wrong with the picture of a card, with the mend; [] if it has none."""
    try:
        _, pose = posed(card.id, root)
    except NoPicture as missing:
        return [str(missing)] if "add poses/" not in str(missing) else []
    rules = (_contacts, _joints, _frame)
    faults = [fault for rule in rules for fault in rule(pose)]
    return [f"poses/{card.id}.yaml {fault}" for fault in (*faults, *_glow(card, pose))]


def _contacts(pose: Pose) -> Iterator[str]:
    for end, share in ENDS.items():
        yield from _missed(pose, share, end, pose.contacts_of(end))
    for share in BETWEEN:
        yield from _missed(pose, share, f"{share:.0%}", motion.shared(pose))
    for share in (*ENDS.values(), *BETWEEN):
        sunk = min(float(height) for height in floors(motion.at(pose, share)).values())
        if sunk < -CLOSE:
            yield f"{share:.0%}: sinks {-sunk * 1000:.0f} mm into the floor. Mend: lift that limb."


def _missed(pose: Pose, share: float, when: str, contacts: Sequence[Contact]) -> Iterator[str]:
    body = motion.at(pose, share)
    for contact in contacts:
        found = gaps(body, [contact], pose.props_at(share))
        off = max(abs(float(gap)) for gap in found)
        if off > CLOSE:
            fault = f"misses {contact.surface} with {contact.place} by {off * 1000:.0f} mm"
            yield f"{when}: {fault}. Mend: turn the joints towards it, or move the prop."


def _joints(pose: Pose) -> Iterator[str]:
    for end, solved in zip(ENDS, motion.ends(pose), strict=True):
        for name, degrees in pose.named(end).items():
            low, high = LIMITS.get(name, (-np.inf, np.inf))
            if not low <= degrees <= high:
                yield f"{end}: {name} is {degrees:g}. Mend: bodies go from {low:g} to {high:g}."
            pulled = float(solved[INDEX[name]]) - degrees
            if name in LIMITS and abs(pulled) > FAITHFUL:
                mend = f"write {degrees + pulled:.0f}, or change what touches"
                yield f"{end}: contacts turn {name} by {pulled:.0f} degrees. Mend: {mend}."


def _frame(pose: Pose) -> Iterator[str]:
    camera = sight(pose)
    seen = [camera.flat(skin(motion.at(pose, share))) for share in (*ENDS.values(), *BETWEEN)]
    if pose.arrow:
        way = [motion.at(pose, share) for share in motion.shares(7)]
        seen += arrow(pose.arrow, way, camera).loops
    points = np.concatenate(seen)
    if (points < 0).any() or (points > np.array([WIDTH, HEIGHT])).any():
        yield "view: something is cut off. Mend: shift the arrow, or choose another view."


def _glow(card: Card, pose: Pose) -> Iterator[str]:
    for area, side in glows(card, pose):
        if area not in card.areas:
            named = ", ".join(card.areas)
            yield f"glow: {area} is not an area of the card. Mend: use some of {named}."
        if card.sides == Sides.EACH and side != pose.working_side:
            yield f"glow: {side} {area} is not the working side. Mend: leave the side out."
