"""Unknown, misspelt and mistyped parameters, found with aiogram's models of the Bot API.

Telegram itself ignores what it does not know; a misspelt parameter is a bug all the same.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from bot.playground.fake_telegram.errors import bad_request


@cache
def models() -> dict[str, Any]:
    """What each method takes, by its name in small letters."""
    import aiogram.methods  # its import takes seconds: only for those who want it

    names = aiogram.methods.__all__
    return {name.lower(): getattr(aiogram.methods, name) for name in names}


def check(method: str, params: dict[str, Any]) -> None:
    """Refuse what the method does not take; what is missing is left to the method's own words."""
    from pydantic import ValidationError

    try:
        model = models()[method.lower()].model_validate(params)
    except ValidationError as error:
        for problem in error.errors():
            if problem["type"] != "missing":
                where = ".".join(map(str, problem["loc"]))
                message = f"{method}: {where}: {problem['msg']} (strict fake)"
                raise bad_request(message) from error
        return
    for path in _unknown(model, ""):
        raise bad_request(f"{method} has no parameter {path} (strict fake)")


def _unknown(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _unknown(item, f"{path}[{number}]")
    elif hasattr(value, "model_extra"):
        dot = f"{path}." if path else ""
        yield from (f"{dot}{name}" for name in value.model_extra or {})
        for name in value.model_fields_set - (value.model_extra or {}).keys():
            yield from _unknown(getattr(value, name), f"{dot}{name}")
