"""What may get in the way of a week: the choices of the weekly check-in, as authors keep them."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from content.authoring.document import library_folder
from content.authoring.model import Model
from content.catalog.card import Text

Deed = Literal["shorter", "gentle", "no-kneeling", "no-kit"]


class Barrier(Model):
    """Something that got in the way: its button, the tip, and what changes in the plan."""

    label: str
    tip: Text
    does: Deed | None = None


@cache
def barriers() -> Mapping[str, Barrier]:
    """All of them by id, in the order of the file."""
    import yaml  # late: see content/authoring/cache.py

    text = library_folder().joinpath("barriers.yaml").read_text("utf-8")
    return {name: Barrier(**each) for name, each in yaml.safe_load(text).items()}
