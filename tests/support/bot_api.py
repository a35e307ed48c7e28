"""What aiogram's models say of the Bot API: the fake's own copy is made and checked with this.

`python -m tests.support.bot_api` writes the copy anew, after aiogram or the fake's methods changed.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram.methods
from aiogram.client.default import Default
from aiogram.types import InputFile
from pydantic import BaseModel

import bot.playground.fake_telegram.rules
from bot.playground.fake_telegram.methods import METHODS

FILE = Path(bot.playground.fake_telegram.rules.__file__).parent / "bot_api.json"
PLAIN = {str: "str", int: "int", float: "float", bool: "bool"}
# Files come as attach links, moments as numbers; what is left out is aiogram's own business.
SENT_AS = {InputFile: "str", datetime: "int", timedelta: "int", Default: "", NoneType: ""}


def api() -> dict[str, Any]:
    """The methods that the fake knows, and every type that they take."""
    models = {name: getattr(aiogram.methods, name) for name in aiogram.methods.__all__}
    known = {_small(name): each for name, each in models.items() if name.lower() in METHODS}
    types: dict[str, dict[str, str]] = {}
    methods = {name: _fields(each, types) for name, each in sorted(known.items())}
    return {"methods": methods, "types": dict(sorted(types.items()))}


def text() -> str:
    """The file's text."""
    return json.dumps(api(), indent=1, ensure_ascii=False) + "\n"


def _small(name: str) -> str:
    return name[0].lower() + name[1:]


def _fields(model: type[BaseModel], types: dict[str, dict[str, str]]) -> dict[str, str]:
    return {
        field.alias or name: " | ".join(dict.fromkeys(_kinds(field.annotation, types)))
        + ("!" if field.is_required() else "")
        for name, field in model.model_fields.items()
    }


def _kinds(annotation: Any, types: dict[str, dict[str, str]]) -> Iterator[str]:
    """The members of a union, each as it is written in the file."""
    inside, origin = get_args(annotation), get_origin(annotation)
    if origin in (Union, UnionType):
        for each in inside:
            yield from _kinds(each, types)
    elif origin is Annotated:
        yield from _kinds(inside[0], types)
    elif origin is list:
        yield f"list[{' | '.join(dict.fromkeys(_kinds(inside[0], types)))}]"
    elif origin is Literal:
        yield from (_literal(each) for each in inside)
    else:
        yield from _named(annotation, types)


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return "bool"
    return f'"{value.value if isinstance(value, Enum) else value}"'


def _named(annotation: Any, types: dict[str, dict[str, str]]) -> Iterator[str]:
    if annotation in PLAIN or annotation in SENT_AS:
        yield from filter(None, [PLAIN.get(annotation) or SENT_AS[annotation]])
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        name = annotation.__name__
        if name not in types:
            types[name] = {}  # first, as a type may contain itself
            types[name] |= _fields(annotation, types)
        yield name
    else:
        yield "any"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
