"""Values held against their kinds, as leniently as a form needs: "5" is an int, "true" a bool."""

import re
from dataclasses import dataclass
from typing import Any

from bot.playground.fake_telegram.rules.bot_api import Fields, members, required

_CLASSES: dict[str, type | tuple[type, ...]] = {
    "str": str,
    "int": int,
    "float": (int, float),
    "bool": bool,
}
_SPELLINGS = {
    "int": re.compile(r"-?\d+"),
    "float": re.compile(r"-?\d+(\.\d+)?"),
    "bool": re.compile("true|false|yes|no|1|0", re.IGNORECASE),
}


@dataclass(frozen=True)
class Values:
    """Finds what is wrong, in words with the path.

    What lacks a required field is told by the method, so names there are left alone.
    """

    types: dict[str, Fields]

    def of_fields(self, fields: Fields, given: dict[str, Any], path: str = "") -> list[str]:
        """What is wrong with the names and values of an object."""
        problems = []
        for name, value in given.items():
            place = f"{path}.{name}" if path else name
            if name in fields and value is not None:
                problems += self.of_kind(fields[name], value, place)
            elif name not in fields and required(fields) <= given.keys():
                problems.append(f"has no parameter {place}")
        return problems

    def of_kind(self, kind: str, value: Any, path: str) -> list[str]:
        """What is wrong with a value; in a union, with the member that it is nearest to."""
        fitting = [member for member in members(kind) if self._fits(member, value)]
        if not fitting:
            return [f"takes {kind.rstrip('!')} as {path}, not {value!r}"]
        if len(fitting) > 1:
            fitting.sort(key=lambda member: self._unlike(member, value))
        return self._of_member(fitting[0], value, path)

    def _fits(self, member: str, value: Any) -> bool:
        """True when the value is of that sort, whatever is inside."""
        if member.startswith("list"):
            return isinstance(value, list | tuple)
        return isinstance(value, dict) if member in self.types else _is(member, value)

    def _unlike(self, member: str, value: Any) -> tuple[int, int]:
        """How far off: fixed values that differ count first, then names that it does not have."""
        if not (fields := self.types.get(member)):
            return 0, 0
        fixed = [name for name in fields.keys() & value if fields[name].startswith('"')]
        wrong = [name for name in fixed if not _is(fields[name].rstrip("!"), value[name])]
        return len(wrong), len(value.keys() - fields)

    def _of_member(self, member: str, value: Any, path: str) -> list[str]:
        if member in self.types:
            return self.of_fields(self.types[member], value, path)
        if not member.startswith("list"):
            return []
        inner = member.removeprefix("list[").removesuffix("]")
        items = enumerate(value)
        return [each for at, item in items for each in self.of_kind(inner, item, f"{path}[{at}]")]


def _is(member: str, value: Any) -> bool:
    """True for a plain value, or its spelling in a form."""
    if member in ("any", f'"{value}"'):
        return True
    if isinstance(value, str) and member in _SPELLINGS:
        return bool(_SPELLINGS[member].fullmatch(value))
    return isinstance(value, _CLASSES.get(member, ()))
