"""A meaning as plain data, to be kept until it is known whether it was meant. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from content.intents.meaning import Meaning

EMPTY = {each.name: each.default for each in fields(Meaning)}


def stored(meaning: Meaning) -> dict[str, Any]:
    """What it says, by name; what it does not say is left out."""
    said = {name: getattr(meaning, name) for name in EMPTY}
    return {name: _plain(value) for name, value in said.items() if value != EMPTY[name]}


def restored(data: Mapping[str, Any]) -> Meaning:
    """The meaning again. Raises ValueError for what this version does not know any more."""
    try:
        return Meaning(**{name: _kinds()[name](value) for name, value in data.items()})
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no meaning: {error}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Meaning):
        return stored(value)
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    return [*map(_plain, value)] if isinstance(value, tuple) else value


@cache
def _kinds() -> dict[str, Callable[[Any], Any]]:
    """For each slot how its value is read."""
    return {name: _kind(hint) for name, hint in get_type_hints(Meaning).items()}


def _kind(hint: Any) -> Callable[[Any], Any]:
    inner = [each for each in get_args(hint) if each not in (type(None), Ellipsis)]
    if get_origin(hint) in (Union, UnionType):
        return _kind(inner[0])
    if get_origin(hint) is tuple and len(inner) > 1:  # one kind for each place
        return lambda values: tuple(
            _kind(each)(value) for each, value in zip(inner, values, strict=True)
        )
    if get_origin(hint) in (tuple, frozenset):
        gather, each = get_origin(hint), _kind(inner[0])
        return lambda values: gather(map(each, values))
    if hint is Meaning:
        return restored
    return hint.fromisoformat if hint in (date, time) else hint  # type: ignore[no-any-return]
