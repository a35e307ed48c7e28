"""The movement of a pose: its start, its key position and everything between."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from content.pictures.posture.points import WORDS
from content.pictures.posture.pose import Pose
from content.pictures.posture.posture import Contact
from content.pictures.posture.prop import PropKind
from content.pictures.posture.skeleton import Body, angles, body
from content.pictures.posture.solve import grounded, settle
from content.pictures.posture.space import Array

_ROLLING = {PropKind.ROLLER.value, PropKind.BALL.value, PropKind.STABILITY_BALL.value}


@lru_cache(maxsize=256)
def ends(pose: Pose) -> tuple[Array, Array]:
    """The postures of start and key. The start puts hands and feet where the key needs them."""
    key = settle(_authored(pose, "key"), pose.contacts_of("key"), pose.props_at(1), {})
    wanted, contacts = _authored(pose, "start"), pose.contacts_of("start")
    return settle(wanted, contacts, pose.props_at(0), _pins(pose, key)), key


@lru_cache(maxsize=1024)
def at(pose: Pose, share: float) -> Body:
    """The body on its way: 0 is the start, 1 the key position."""
    start, key = ends(pose)
    if share in (0.0, 1.0):
        return body(key if share else start)
    between = _between(pose, share)
    return body(settle(between, shared(pose), pose.props_at(share), _pins(pose, key)))


def _between(pose: Pose, share: float) -> Array:
    """Straight from start to key, or in a bow that half-way is at what lies between."""
    start, key = ends(pose)
    if pose.via is None:
        return start + share * (key - start)
    first, middle, last = (1 - 2 * share) * (1 - share), 4 * share * (1 - share), 2 * share - 1
    bow: Array = first * start + middle * _authored(pose, "via") + share * last * key
    return bow


def reach(pose: Pose) -> float:
    """How far the part of the body moves that moves farthest, in metres."""
    start, key = at(pose, 0.0).points, at(pose, 1.0).points
    return max(float(np.linalg.norm(key[point] - start[point])) for point in start)


def _authored(pose: Pose, end: str) -> Array:
    named: Mapping[str, float] = {"right.elbow.flex": 8, "left.elbow.flex": 8} | dict(
        pose.named(end)
    )
    posture = angles(named)
    return posture if "y" in named else grounded(posture)


def shared(pose: Pose) -> tuple[Contact, ...]:
    """What touches both at the start and in the key position."""
    key = pose.contacts_of("key")
    return tuple(contact for contact in pose.contacts_of("start") if contact in key)


def _pins(pose: Pose, key: Array) -> dict[str, Array]:
    points = body(key).points
    return {point: points[point] for point in _staying(pose)}


def _staying(pose: Pose) -> list[str]:
    """Points that rest on something that does not move, in both ends, and that do not slide."""
    moving = {point for place in pose.slides for point in WORDS[place]}
    held = [
        point
        for contact in shared(pose)
        if contact.surface not in WORDS and contact.surface not in _ROLLING
        for point in WORDS[contact.place]
    ]
    return sorted({*held} - moving)


def shares(count: int) -> list[float]:
    """Shares from start to key, slow at both ends."""
    return [float(share) for share in (1 - np.cos(np.linspace(0, np.pi, count))) / 2]
