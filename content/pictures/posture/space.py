"""Vectors and turns. Metres and degrees; x is ahead, y is up, z points to the right."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FORWARD, UP, LATERAL = 0, 1, 2  # the columns of a frame
X, Y, Z = 0, 1, 2


def turn(axis: int, degrees: Array | float) -> Array:
    """Rotations about one axis, one for each angle: (...) becomes (..., 3, 3)."""
    angle = np.radians(np.asarray(degrees, dtype=float))
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.zeros((*angle.shape, 3, 3))
    first, second = (axis + 1) % 3, (axis + 2) % 3
    matrix[..., axis, axis] = 1
    matrix[..., first, first] = matrix[..., second, second] = cos
    matrix[..., first, second], matrix[..., second, first] = -sin, sin
    return matrix


def turned(frames: Array, axis: int, cos: Array, sin: Array) -> Array:
    """Frames after a turn about one of their own axes: two of their columns mixed.

    Their columns and coordinates come first here, (3, 3, ...): numpy is quick in long rows.
    """
    first, second = (axis + 1) % 3, (axis + 2) % 3
    found = frames.copy()
    found[first] = frames[first] * cos + frames[second] * sin
    found[second] = frames[second] * cos - frames[first] * sin
    return found


def length(vector: Array) -> Array:
    found: Array = np.sqrt((vector * vector).sum(-1))
    return found


def vector(*numbers: float) -> Array:
    return np.array(numbers, dtype=float)
