"""What may get in the way of a week: the choices of the weekly check-in, as authors keep them."""

from typing import Literal

from content.authoring.model import Model
from content.catalog.card import Text

Deed = Literal["shorter", "gentle", "no-kneeling", "no-kit"]


class Barrier(Model):
    """Something that got in the way: its button, the tip, and what changes in the plan."""

    label: str
    tip: Text
    does: Deed | None = None
