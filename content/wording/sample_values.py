"""Values to try a template with, made from what it documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from itertools import combinations, product
from math import prod
from types import SimpleNamespace
from typing import Any

from content.wording.template_docs import Name

SATURDAY, THURSDAY = date(2026, 11, 21), date(2026, 11, 19)
EVENING = datetime(2026, 11, 21, 18, 15, tzinfo=UTC)
MANY, LARGE, USUAL_NUMBER = 7, 99, 6
# Longer than a name on Telegram may be, and full of what would be markup.
LONG = '<b>O\'Hara & "Sons"</b>' + " of the long and winding road" * 4


class Size(Enum):
    """How much of everything there is: lists, numbers and texts grow together."""

    USUAL = "usual"
    NONE = "none"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Field:
    """A documented value at its place: `many` of it in a list, with the fields `inside` of each.

    `name` tells what it is like where it has no fields, `usual` how many are usual.
    """

    path: str
    key: str
    many: bool
    name: Name
    inside: tuple["Field", ...]
    usual: int


def fields_of(names: Sequence[Name]) -> tuple[Field, ...]:
    """The names of a template as the values that it is filled in with."""
    return _grouped("", [(name.path, name) for name in names])


def _grouped(around: str, names: Sequence[tuple[str, Name]]) -> tuple[Field, ...]:
    """`names` with their paths from here on."""
    heads: dict[str, list[tuple[str, Name]]] = {}
    for path, name in names:
        head, _, rest = path.partition(".")
        heads.setdefault(head, []).append((rest, name))
    return tuple(_field(f"{around}{head}", head, found) for head, found in heads.items())


def _field(path: str, head: str, names: Sequence[tuple[str, Name]]) -> Field:
    inside = _grouped(f"{path}.", [(rest, name) for rest, name in names if rest])
    usual = max(1, *(len(name.examples) for _, name in names))
    return Field(path, head.removesuffix("[]"), head.endswith("[]"), names[0][1], inside, usual)


@dataclass(frozen=True, slots=True)
class Sample:
    """One way to fill a template in. `told` says which, for an author."""

    size: Size
    choices: Mapping[str, Any]

    @property
    def told(self) -> str:
        made = [f"{path} is {_spoken(value)}" for path, value in self.choices.items()]
        return ", ".join([*made, f"size {self.size.value}"])

    def context(self, fields: Sequence[Field]) -> dict[str, Any]:
        """The arguments to render with."""
        return {field.key: self._value(field, 0) for field in fields}

    def _value(self, field: Field, item: int) -> Any:
        if field.many:
            return [self._one(field, each) for each in range(self._length(field))]
        return self._one(field, item)

    def _one(self, field: Field, item: int) -> Any:
        chosen = self.choices.get(field.path, PRESENT)
        if chosen is not PRESENT:
            return chosen
        if field.inside:
            return SimpleNamespace(**{each.key: self._value(each, item) for each in field.inside})
        return self._plain(field.name, item)

    def _length(self, field: Field) -> int:
        return {Size.USUAL: field.usual, Size.NONE: 0, Size.ONE: 1, Size.MANY: MANY}[self.size]

    def _plain(self, name: Name, item: int) -> Any:
        example = name.examples[item % len(name.examples)] if name.examples else ""
        if name.kind == "int":
            usual = int(example or USUAL_NUMBER)
            return {Size.USUAL: usual, Size.NONE: 0, Size.ONE: 1, Size.MANY: LARGE}[self.size]
        if name.kind == "datetime":
            return EVENING
        if name.kind == "pair":
            return tuple(example.split(" ", 1))
        if name.kind == "mapping":
            return dict(each.split(" ", 1) for each in name.examples)
        return LONG if self.size is Size.MANY else example


PRESENT = object()  # neither none nor one of a few: as its type and the size have it


MOST_MIXES = 200  # more than that are not tried one by one
MOST_CHOICES = 40  # mixes of “one of” that are tried with every pair of the others


def cases(names: Sequence[Name]) -> Iterator[Sample]:
    """Every mix of what may be one thing or another, in every size.

    Where that would be too many, each choice (“one of”) with every pair of the others; where even
    the choices are many, every pair of all.
    """
    open_ = {name.path: options for name in names if len(options := _options(name)) > 1}
    choices = [name.path for name in names if name.kind == "one of" and name.path in open_]
    if prod(len(open_[path]) for path in choices) > MOST_CHOICES:
        choices = []
    mixes = _all(open_) if prod(map(len, open_.values())) <= MOST_MIXES else _pairs(open_, choices)
    for mix in mixes:
        for size in Size:
            yield Sample(size, mix)


def _all(open_: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    for chosen in product(*open_.values()):
        yield dict(zip(open_, chosen, strict=True))


def _pairs(open_: Mapping[str, Sequence[Any]], choices: Sequence[str]) -> Iterator[dict[str, Any]]:
    first = {path: options[0] for path, options in open_.items()}
    seen = set[tuple[Any, ...]]()
    for pair in combinations([path for path in open_ if path not in choices], 2):
        for mix in _all({path: open_[path] for path in (*choices, *pair)}):
            whole = {**first, **mix}
            if (known := tuple(whole.values())) not in seen:
                seen.add(known)
                yield whole


def usual_cases(names: Sequence[Name]) -> Iterator[Sample]:
    """The usual values, and what differs once a single thing is another one."""
    first = {name.path: _options(name)[0] for name in names if len(_options(name)) > 1}
    yield from (Sample(size, first) for size in (Size.USUAL, Size.NONE, Size.ONE))
    for name in names:
        for option in _options(name)[1:]:
            yield Sample(Size.USUAL, {**first, name.path: option})


def _options(name: Name) -> tuple[Any, ...]:
    options: tuple[Any, ...] = (PRESENT,)
    if name.kind == "one of":
        options = name.options
    elif name.kind == "yes or no":
        options = (False, True)
    elif name.kind == "date":
        options = (SATURDAY, THURSDAY)
    return (*options, *[""] * name.may_be_empty, *[None] * name.may_be_none)


def _spoken(value: Any) -> str:
    said = {PRESENT: "there", None: "none", "": "empty", True: "yes", False: "no"}
    return said.get(value, str(value))
