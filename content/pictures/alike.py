"""Two cards must not show the same: nobody could tell from the picture which move is meant."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from content.authoring.document import File, Problem
from content.pictures.posture import motion
from content.pictures.posture.pose import Pose
from content.pictures.posture.poses import pose_page, read_card
from content.pictures.posture.space import Array

CLOSE = 0.03  # metres between the same places of two bodies, on average


def check_alike(card_ids: Sequence[str], root: File | None = None) -> list[Problem]:
    """Each pair of poses with the same things around and nearly the same start and key."""
    pages = {card_id: pose_page(card_id, root) for card_id in card_ids}
    sound = {
        card_id: (document, pose)
        for card_id, (document, pose, problems) in pages.items()
        if pose and not problems and read_card(card_id, root)
    }
    shown = {card_id: _shown(pose) for card_id, (_, pose) in sound.items()}
    return [
        sound[second][0].problem((), f"looks like {first}", "show what is different about it")
        for first, second in combinations(shown, 2)
        if _things(sound[first][1]) == _things(sound[second][1])
        and np.linalg.norm(shown[first] - shown[second], axis=1).mean() < CLOSE
    ]


def _shown(pose: Pose) -> Array:
    """Where everything is at both ends, seen from the middle of the body."""
    bodies = [motion.at(pose, share).points for share in (0.0, 1.0)]
    return np.array([body[name] - body["pelvis"] for body in bodies for name in sorted(body)])


def _things(pose: Pose) -> list[str]:
    return sorted(prop.kind for prop in pose.props)
