"""Updates as nobody sends them: a sound one with one or two of its values lost or made odd."""

import copy
import random
from collections.abc import Iterator
from typing import Any

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1 << 31, 1 << 62, 1 << 70, 1.5),
    *("", " ", "\x00", "\ud83d", "\u202e", "x" * 5000, "<b>", "{{ 1 }}", "-7"),
    *([], {}, [[]], {"id": 0}),
)


def damaged(body: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A copy of it with that done."""
    made = copy.deepcopy(body)
    for _ in range(chance.randint(1, 2)):
        holder, key = chance.choice([*_places(made)] or [(made, "odd")])
        if chance.random() < 0.3:
            holder.pop(key, None)
        else:
            holder[key] = copy.deepcopy(chance.choice(ODD))
    return made


def _places(body: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for key, value in body.items():
        yield body, key
        inner = value if isinstance(value, list) else [value]
        for each in inner:
            if isinstance(each, dict):
                yield from _places(each)
