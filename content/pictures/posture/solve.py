"""Moves a body as little as possible until everything that should touch does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from content.pictures.posture.joints import INDEX, LIMITS, NAMES, ROOT
from content.pictures.posture.posture import Contact
from content.pictures.posture.prop import Prop
from content.pictures.posture.skeleton import Body, body
from content.pictures.posture.space import Array
from content.pictures.posture.surfaces import floors, gaps

# How much a metre off a contact weighs against one scale below: first gently, so that all parts
# find their places together, then strictly. And the rounds for each.
WEIGHTS = ((60.0, 12), (400.0, 12), (4000.0, 30))
DONE = 1e-3
SOFT = 0.003  # metres
FAR = 3.0  # no step is longer than this many scales
SHARES = np.array([0.0, 0.01, 0.03, 0.1, 0.25, 0.5, 1.0])  # of a step: the best one is taken

# How freely each part may move: metres of the body as a whole, degrees of its joints.
_FREE = {"x": 0.1, "y": 0.1, "z": 0.08, "lean": 4.0, "roll": 2.5, "turn": 2.0}
_STIFF = {"spine": 2.0, "neck": 1.0}
SCALE = np.array([_FREE.get(name) or _STIFF.get(name.partition(".")[0], 7.0) for name in NAMES])
STEP = np.where(np.arange(len(NAMES)) < NAMES.index("lean"), 1e-5, 1e-3)
LOW = np.array([-9e9] * len(ROOT) + [low for low, _ in LIMITS.values()])
HIGH = np.array([9e9] * len(ROOT) + [high for _, high in LIMITS.values()])

Pins = Mapping[str, Array]  # points that must stay at a place on their surface


def grounded(posture: Array) -> Array:
    """The same posture with its lowest point on the floor."""
    lifted = posture.copy()
    lifted[INDEX["y"]] -= floors(body(posture)).min()
    return lifted


def settle(wanted: Array, contacts: Sequence[Contact], props: Sequence[Prop], pins: Pins) -> Array:
    """The nearest humanly possible posture in which the contacts hold and nothing sinks."""
    task = _Task(wanted, contacts, props, pins)
    posture = np.clip(wanted, LOW, HIGH)
    for weight, rounds in WEIGHTS:
        for _ in range(rounds):
            better = task.better(posture, weight)
            moved, posture = np.abs((better - posture) / SCALE).max(), better
            if moved < DONE:
                break
    return posture


@dataclass(frozen=True, slots=True)
class _Task:
    wanted: Array
    contacts: Sequence[Contact]
    props: Sequence[Prop]
    pins: Pins

    def better(self, posture: Array, weight: float) -> Array:
        """The best of some postures on the way of one step."""
        step = self._step(posture, weight)
        tries = np.clip(posture + SHARES[:, None] * step, LOW, HIGH)
        away = (tries - self.wanted) / SCALE
        cost = ((weight * self._misfits(body(tries))) ** 2).sum(0) + (away**2).sum(1)
        best: Array = tries[int(cost.argmin())]
        return best

    def _step(self, posture: Array, weight: float) -> Array:
        """One round of Gauss and Newton, all directions tried at once."""
        tries = np.vstack([posture, posture + np.diag(STEP)])
        off = self._misfits(body(tries))
        slope = (off[:, 1:] - off[:, :1]) / STEP * SCALE
        matrix = np.vstack([weight * slope, np.eye(len(NAMES))])
        target = np.concatenate([-weight * off[:, 0], (self.wanted - posture) / SCALE])
        step = _within(matrix, target, posture)
        shorter: Array = step * min(1.0, FAR / float(np.abs(step).max() + 1e-12)) * SCALE
        return shorter

    def _misfits(self, bodies: Body) -> Array:
        """Metres by which contacts, pins and the floor are missed: a row for each."""
        found = gaps(bodies, self.contacts, self.props)
        for point, place in self.pins.items():
            found += list(np.moveaxis(bodies.points[point] - place, -1, 0))
        return np.stack([*found, *_sunk(floors(bodies))])


def _within(matrix: Array, target: Array, posture: Array) -> Array:
    """The step that fits best. A joint at its end gives no more: then the others must."""
    step = _solved(matrix, target)
    end = (np.clip(posture + step * SCALE, LOW, HIGH) - posture) / SCALE
    outside = np.abs(end - step) > 1e-8 + 1e-5 * np.abs(step)
    if outside.any():
        rest = target - matrix[:, outside] @ end[outside]
        step = np.where(outside, end, 0.0)
        step[~outside] = _solved(matrix[:, ~outside], rest)
    return step


def _solved(matrix: Array, target: Array) -> Array:
    """Least squares by the normal equations: every column has a 1 of its own, so none is lost."""
    columns = matrix.T
    return np.asarray(np.linalg.solve(columns @ matrix, columns @ target), dtype=np.float64)


def _sunk(heights: Array) -> Array:
    """How far below the floor; it begins softly just above, so that nothing sticks at an edge."""
    soft = -((np.clip(heights, -SOFT, SOFT) - SOFT) ** 2) / (4 * SOFT)
    return soft + np.minimum(heights + SOFT, 0)
