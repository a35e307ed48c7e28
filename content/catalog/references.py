"""What cards refer to: reasons, sources, and the claims that none of them may make."""

import re
from typing import Annotated, Literal

from content.authoring.model import Model, Unfit, Within
from content.catalog.card import Text


class Rationale(Model):
    """Why an exercise may help, and what kind of knowledge that rests on."""

    text: Text
    basis: Literal["anatomy", "mechanics", "clinician", "figure", "opinion", "anecdote"]
    sources: Annotated[tuple[str, ...], Within(min_length=1)]


class Source(Model):
    """An article: how to cite it on a card, and one line on what it is."""

    cite: Text
    about: Text


class Claim(Model):
    """Something that Limber never promises, and what to write instead."""

    claim: Text
    pattern: str
    mend: Text

    def __post_init__(self) -> None:
        try:
            re.compile(self.pattern)
        except re.error as error:
            fault = f"is not a pattern ({error})"
            raise Unfit(fault, "mend the regular expression", "pattern") from error
