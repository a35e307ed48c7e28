"""Which part of the body is painted over which: whatever is nearer where the two overlap."""

from collections.abc import Sequence

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Rounds
from content.pictures.posture.space import Array

Samples = tuple[Array, Array, Array]  # places on the sheet, depths, radii


def painted(camera: Camera, chains: Sequence[Rounds]) -> list[int]:
    """The order of painting, furthest first."""
    samples = [_samples(camera, chain) for chain in chains]
    count = len(chains)
    above = np.zeros((count, count))  # how much the first wants to lie over the second
    for first in range(count):
        for second in range(first):
            above[first, second] = _nearer(samples[first], samples[second])
            above[second, first] = -above[first, second]
    return _sorted(above)


def _samples(camera: Camera, chain: Rounds) -> Samples:
    size = np.sqrt((chain.axes**2).sum(1))
    return camera.flat(chain.centres), camera.depth(chain.centres), size.mean(1) * camera.scale


def _nearer(first: Samples, second: Samples) -> float:
    """By how much the first is nearer, counted over the places where both are seen."""
    apart = np.linalg.norm(first[0][:, None] - second[0][None], axis=-1)
    shared = np.clip(first[2][:, None] + second[2][None] - apart, 0, None)
    ahead = first[1][:, None] - second[1][None]
    overlap = float((shared * ahead).sum())
    return overlap + 1e-6 * float(first[1].mean() - second[1].mean())


def _sorted(above: Array) -> list[int]:
    """Again and again the part that has least to hide of what is left."""
    left, order = list(range(len(above))), []
    while left:
        hides = np.clip(above[np.ix_(left, left)], 0, None).sum(1)
        order.append(left.pop(int(hides.argmin())))
    return order
