"""What cards refer to: reasons, sources, and the claims that none of them may make."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from content.card import Model, Text


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        mend = {"mend": "mend the regular expression"}
        raise PydanticCustomError("told", f"is not a pattern ({error})", mend) from error
    return pattern


class Why(Model):
    """Why an exercise may help, and what kind of knowledge that rests on."""

    text: Text
    basis: Literal["anatomy", "mechanics", "clinician", "figure", "opinion", "anecdote"]
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


class Source(Model):
    """An article: how to cite it on a card, and one line on what it is."""

    cite: Text
    about: Text


class Claim(Model):
    """Something that Limber never promises, and what to write instead."""

    claim: Text
    pattern: Annotated[str, AfterValidator(_compiles)]
    mend: Text
