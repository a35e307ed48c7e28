"""Plain data into models, with every fault of pydantic retold for an author."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from content.authoring.document import Document, Place, Problem
from content.authoring.model import Model, Unfit
from content.authoring.yaml_reader import nearest

M = TypeVar("M", bound=Model)


def parse(
    model: type[M], document: Document, data: Any, place: Place = ()
) -> tuple[M | None, list[Problem]]:
    """The data at that place of the page as a model, or None and everything that is wrong."""
    try:
        return _adapter(model).validate_python(data), []  # type: ignore[arg-type] # a class is hashable
    except ValidationError as error:
        return None, [_problem(model, document, place, detail) for detail in error.errors()]


@cache
def _adapter(model: Callable[..., M]) -> TypeAdapter[M]:
    return TypeAdapter(model)


# What pydantic calls a fault, and how we say it: the fault, then the mend.
_SAYINGS = {
    "missing": ("is missing", "add a line that starts with “{field}:”"),
    "string_type": ("should be text, not {found}", "write one sentence, quoted if it has a colon"),
    "string_too_short": ("is too short", "write at least {min_length} characters"),
    "string_too_long": ("is too long by {over}", "keep it to {max_length} characters"),
    "string_pattern_mismatch": ("is not an id: {found}", "use small letters, digits and hyphens"),
    "int_type": ("should be a number, not {found}", "write a whole number without a unit"),
    "int_parsing": ("should be a number, not {found}", "write a whole number without a unit"),
    "greater_than_equal": ("is {found}, too little", "use {ge} or more"),
    "less_than_equal": ("is {found}, too much", "use {le} or less"),
    "too_short": ("has too few items", "give at least {min_length}"),
    "too_long": ("has too many items", "give at most {max_length}"),
    "tuple_type": ("should be a list, not {found}", "put each item on its own line after “- ”"),
    "dataclass_type": ("should be a group of fields, not {found}", "indent its fields below it"),
    "enum": ("is {found}, which is not known", "{nearest}"),
    "literal_error": ("is {found}, which is not known", "{nearest}"),
    "unexpected_keyword_argument": ("is not a field here", "{nearest}"),
    "value_error": ("{unfit.fault}", "{unfit.mend}"),
}


def _problem(model: type[Model], document: Document, root: Place, detail: ErrorDetails) -> Problem:
    found, limits = detail["input"], detail.get("ctx", {})
    unfit = limits.get("error")
    place: Place = (*root, *detail["loc"], *(unfit.field if isinstance(unfit, Unfit) else ()))
    fault, mend = _SAYINGS.get(detail["type"], ("is wrong: {message}", "see the author's guide"))
    words = {
        **limits,
        "field": place[-1] if place else "",
        "found": _shown(found),
        "message": detail["msg"],
        "unfit": unfit,
        "nearest": _choices(model, detail),
        "over": len(found) - limits["max_length"] if "max_length" in limits else "",
    }
    return document.problem(place, fault.format(**words), mend.format(**words))


def _choices(model: type[Model], detail: ErrorDetails) -> str:
    """The nearest right word for a value or a field that is not known."""
    if detail["type"] == "unexpected_keyword_argument":
        return nearest(str(detail["loc"][-1]), _fields(model, detail["loc"][:-1]))
    expected = re.findall(r"[\w-]+", str(detail.get("ctx", {}).get("expected", "")))
    return nearest(str(detail["input"]), [word for word in expected if word != "or"])


def _fields(model: type[Model], place: Place) -> list[str]:
    for name in place:
        if kind := model.__annotations__.get(str(name)):  # else the number of an item, or its id
            model = _model_in(kind) or model
    return [name for name in model.__annotations__ if name != "id"]


def _model_in(annotation: Any) -> type[Model] | None:
    """The model that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _shown(found: Any) -> str:
    if isinstance(found, dict):
        return "a group of fields"
    if isinstance(found, list):
        return "a list"
    return "nothing" if found is None else f"“{found}”"
