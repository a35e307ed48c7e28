"""Learning the weights of the second opinion from examples. Needs numpy, so it runs for authors.

Examples are lists of messages by label, as in library/examples.yaml, or asks as in the tests:
`say` and `is` (the first of several), or `flag` for what a professional has to see. A label is an
intent, with the topic of a general question or the one area of a wish behind it. Multinomial
logistic regression, the same each time: no chance is in it but the order, which is fixed.
"""

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from content.intents.meaning import Intent
from content.intents.second_opinion.model import BUCKETS, FILE, features, packed

Example = tuple[str, str]
Matrix = NDArray[np.float32]
ROUNDS, RATE, DECAY = 12, 0.15, 1e-5
FOLDS = 5
LARGEST = 1.0  # weight that is kept: to cut the few larger ones generalises better
STEPS = 25  # from none to the largest; finer ones weigh more on disk than they tell
FLAG, NO_FLAG = Intent.DANGER.value, Intent.ASK.value
WARNED = (FLAG, Intent.CHECK_BODY.value)  # what it alone hears of these is asked about


def examples(pages: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    """The messages of each page with their labels: lists of texts by intent, or lists of asks."""
    for page in pages:
        for name, asks in page.items():
            for each in asks:
                text, label = (each, name) if isinstance(each, str) else (each["say"], _label(each))
                if label is not None:
                    yield text, label


def _label(ask: Mapping[str, Any]) -> str | None:
    flag = str(ask.get("flag", "")).lower()  # our own YAML keeps words as they are written
    if flag not in ("", "false"):
        return FLAG
    told = ask.get("is")
    first = told[0] if isinstance(told, list) else told
    if first is None:
        return NO_FLAG if flag else None
    return labelled(str(first).partition("|")[0], ask)


def labelled(intent: str, ask: Mapping[str, Any]) -> str:
    """The label of an ask with that intent: "topic:price", "ask:quads", "done"."""
    areas: Sequence[str] = ask.get("areas", [])
    if intent == Intent.TOPIC and "topic" in ask:
        return f"{intent}:{ask['topic']}"
    return f"{intent}:{areas[0]}" if intent == Intent.ASK and len(areas) == 1 else intent


def learn(told: Sequence[Example]) -> tuple[tuple[str, ...], Matrix]:
    """Labels, and their weights for each bucket and for none."""
    labels = tuple(sorted({label for _, label in told}))
    weights = np.zeros((BUCKETS + 1, len(labels)), np.float32)
    squares = np.full_like(weights, 1e-4)
    rows = [(np.array(features(text)), labels.index(label)) for text, label in told]
    order = random.Random(1)  # noqa: S311 - an order, and always the same
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for found, label in rows:
            _step(weights, squares, found, label)
    return labels, weights


def _step(weights: Matrix, squares: Matrix, found: NDArray[np.int64], label: int) -> None:
    """One example: weights go towards its label, the less the more they have moved (AdaGrad)."""
    share = 1 / math.sqrt(len(found) or 1)
    wrong = _probable(weights, found)
    wrong[label] -= 1
    for at, gradient in ((found, wrong * share), (BUCKETS, wrong)):
        step = gradient + DECAY * weights[at]
        squares[at] += step * step
        weights[at] -= RATE * step / np.sqrt(squares[at])


def _probable(weights: Matrix, found: NDArray[np.int64]) -> Matrix:
    logits = weights[found].sum(axis=0) / math.sqrt(len(found) or 1) + weights[BUCKETS]
    powers = np.exp(logits - logits.max())
    told: Matrix = powers / powers.sum()
    return told


def right(told: Sequence[Example], labels: Sequence[str], weights: Matrix) -> int:
    """How many of these get their own label."""
    best = (labels[int(_probable(weights, np.array(features(t))).argmax())] for t, _ in told)
    return sum(found == label for found, (_, label) in zip(best, told, strict=True))


def cross_validated(told: Sequence[Example]) -> float:
    """The share that is right where each fifth is judged by what the others taught."""
    mixed = list(told)
    random.Random(2).shuffle(mixed)  # noqa: S311 - an order, and always the same
    found = 0
    for fold in range(FOLDS):
        rest = [each for at, each in enumerate(mixed) if at % FOLDS != fold]
        found += right(mixed[fold::FOLDS], *learn(rest))
    return found / len(mixed)


def file_of(told: Sequence[Example]) -> bytes:
    """What these examples teach, as signed bytes, packed."""
    labels, weights = learn(told)
    _, apart = learn([(text, FLAG if label in WARNED else NO_FLAG) for text, label in told])
    flags = apart[:, 1] - apart[:, 0]  # danger comes after ask
    return packed(labels, *_as_bytes(weights), *_as_bytes(flags))


def _as_bytes(weights: Matrix) -> tuple[float, bytes]:
    """The scale, and each weight in so many of it; the few that are larger are cut."""
    scale = LARGEST / STEPS
    return scale, np.clip(np.round(weights / scale), -STEPS, STEPS).astype(np.int8).tobytes()


def weights_file() -> Path:
    """Where the second opinion reads its weights."""
    return Path(__file__).with_name(FILE)
