"""Outlines of round things: chains of ellipsoids, seen by a camera and hulled into one shape."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyclipper  # type: ignore[import-untyped]

from content.pictures.canvas.camera import Camera
from content.pictures.posture.space import Array

CORNERS, TRIANGLE = 40, 3
GRID = 64.0  # clipping counts in whole numbers: parts of a pixel
_angle = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
_AROUND = np.stack([np.cos(_angle), np.sin(_angle)], 1)

Loops = tuple[Array, ...]


@dataclass(frozen=True, slots=True)
class Rounds:
    """Ellipsoids in a row: centres (n, 3) and half axes (n, 3, 3), an axis in each column."""

    centres: Array
    axes: Array

    def __getitem__(self, part: slice) -> "Rounds":
        return Rounds(self.centres[part], self.axes[part])

    def grown(self, by: float) -> "Rounds":
        size = np.sqrt((self.axes**2).sum(1, keepdims=True))
        return Rounds(self.centres, self.axes * (size + by) / size)


def balls(centres: Sequence[Array] | Array, radii: Sequence[float] | Array) -> Rounds:
    return Rounds(np.asarray(centres), np.asarray(radii)[:, None, None] * np.eye(3))


def joined(*chains: Rounds) -> Rounds:
    """Chains in a row as one."""
    return Rounds(
        np.concatenate([chain.centres for chain in chains]),
        np.concatenate([chain.axes for chain in chains]),
    )


def tube(centres: Sequence[Array], radii: Sequence[float], steps: int = 5) -> Rounds:
    """Balls along a smooth curve through those centres."""
    curve = spline(np.column_stack([np.array(centres), np.array(radii)]), steps)
    return balls(curve[:, :3], np.maximum(curve[:, 3], 0.004))


def spline(rows: Array, steps: int) -> Array:
    """A smooth curve (Catmull and Rom) through the rows."""
    first, last = 2 * rows[:1] - rows[1:2], 2 * rows[-1:] - rows[-2:-1]
    padded = np.concatenate([first, rows, last])
    u = np.linspace(0, 1, steps, endpoint=False)[:, None]
    neighbours = zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    pieces = [_piece(u, *four) for four in neighbours]
    return np.concatenate([*pieces, rows[-1:]])


def _piece(u: Array, before: Array, first: Array, last: Array, after: Array) -> Array:
    """From the first to the last of four rows."""
    bend = 2 * before - 5 * first + 4 * last - after
    twist = 3 * first - before - 3 * last + after
    curve: Array = 0.5 * (2 * first + (last - before) * u + bend * u**2 + twist * u**3)
    return curve


def hull(camera: Camera, *chains: Rounds) -> Loops:
    """The outline of all those chains together."""
    pieces = [piece for chain in chains for piece in _pieces(camera, chain)]
    return union(pieces)


def _pieces(camera: Camera, chain: Rounds) -> list[Array]:
    """One convex polygon around each two neighbours."""
    heights, edges = _silhouettes(camera, chain)
    if len(edges) == 1:
        return [edges[0]]
    taller = (heights[:-1] >= heights[1:])[..., None]
    return list(np.where(taller, edges[:-1], edges[1:]))


def _silhouettes(camera: Camera, chain: Rounds) -> tuple[Array, Array]:
    """How far each ellipsoid reaches in every direction, and where its edge is there."""
    flat = (camera.matrix @ chain.axes)[:, :2] * camera.scale
    flat[:, 1] *= -1
    spread = flat @ flat.transpose(0, 2, 1)
    reach = np.sqrt(np.einsum("ki,nij,kj->nk", _AROUND, spread, _AROUND)) + 1e-9
    middles = camera.flat(chain.centres)
    edges = middles[:, None] + np.einsum("nij,kj->nki", spread, _AROUND) / reach[..., None]
    return middles @ _AROUND.T + reach, edges


def union(polygons: Sequence[Array]) -> Loops:
    """One clean outline around polygons that overlap."""
    clipper = pyclipper.Pyclipper()
    for polygon in polygons:
        loop = np.round(polygon * GRID).astype(int).tolist()
        if abs(pyclipper.Area(loop)) > GRID:
            clipper.AddPath(loop if pyclipper.Orientation(loop) else loop[::-1], 0, True)
    try:
        joined = clipper.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    except pyclipper.ClipperException:  # nothing that is wider than a pixel
        return ()
    cleaned = pyclipper.CleanPolygons(joined, 0.25 * GRID)
    return tuple(np.array(loop) / GRID for loop in cleaned if len(loop) >= TRIANGLE)
