"""The barriers of the weekly check-in, read from the file that authors edit."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

import yaml

from content.card import Model, Text

Deed = Literal["shorter", "gentle", "no-kneeling", "no-kit"]


class Barrier(Model):
    """Something that got in the way: its button, the tip, and what changes in the plan."""

    label: str
    tip: Text
    does: Deed | None = None


@cache
def barriers() -> Mapping[str, Barrier]:
    """All of them by id, in the order of the file."""
    text = resources.files("content").joinpath("barriers.yaml").read_text("utf-8")
    return {name: Barrier(**each) for name, each in yaml.safe_load(text).items()}
