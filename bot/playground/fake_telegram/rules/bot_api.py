"""What methods and types of the Bot API are made of, read from the file beside this module.

A field's kind is written as `int`, `str | int` or `list[MessageEntity]`; a fixed value stands in
quotes, and "!" after all that must be given.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

Fields: TypeAlias = dict[str, str]
_MEMBER = re.compile(r'list\[.*\]|"[^"]*"|\w+')


@dataclass(frozen=True)
class BotApi:
    """Fields with their kinds, of methods (names in small letters) and of types."""

    methods: dict[str, Fields]
    types: dict[str, Fields]


@cache
def bot_api() -> BotApi:
    """The file as it is; the same for the life of the process."""
    text = files(__package__).joinpath("bot_api.json").read_text(encoding="utf-8")
    read = json.loads(text)
    return BotApi({k.lower(): v for k, v in read["methods"].items()}, read["types"])


def required(fields: Fields) -> set[str]:
    """The names that must be given."""
    return {name for name, kind in fields.items() if kind.endswith("!")}


@cache
def members(kind: str) -> tuple[str, ...]:
    """The kinds that a union is made of."""
    return tuple(_MEMBER.findall(kind))
