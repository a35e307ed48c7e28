"""Who reviewed what, when, in which version, and until when that holds. Pure."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Annotated, Any

from content.authoring.model import Model, Unfit, Within

FIELDS = ("reviewed_by", "reviewed_on", "version", "due")
IsoDate = Annotated[str, Within(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Reviewer = Annotated[str, Within(min_length=3, max_length=80)]
Version = Annotated[str, Within(pattern=r"^v[0-9a-f]{8}$")]


class Standing(StrEnum):
    """What a sign-off is worth on a day."""

    NEVER = "never reviewed"
    CHANGED = "changed since it was reviewed"
    DUE = "past due"
    REVIEWED = "reviewed"


class SignOff(Model):
    """All four are given, or none. `version` is that of the content as it was read."""

    reviewed_by: Reviewer | None = None
    reviewed_on: IsoDate | None = None
    version: Version | None = None
    due: IsoDate | None = None

    def __post_init__(self) -> None:
        given = [name for name in FIELDS if getattr(self, name)]
        if given and len(given) < len(FIELDS):
            lacking = next(name for name in FIELDS if name not in given)
            mend = "let `limber content review` write all four, or leave them all out"
            raise Unfit("is missing, and the others are given", mend, lacking)
        for name in ("reviewed_on", "due"):
            _check_date(name, getattr(self, name))

    def standing(self, version: str, today: date) -> Standing:
        """What it is worth on that day for content of that version."""
        if self.version is None or self.due is None:
            return Standing.NEVER
        if self.version != version:
            return Standing.CHANGED
        return Standing.DUE if date.fromisoformat(self.due) < today else Standing.REVIEWED


def _check_date(name: str, written: str | None) -> None:
    try:
        date.fromisoformat(written or "2000-01-01")
    except ValueError:
        raise Unfit(f"is “{written}”, no day", "write it as 2027-05-31", name) from None


def version_of(data: Any) -> str:
    """A short name for this very content: another one as soon as a word changes."""
    written = json.dumps(data, sort_keys=True, default=str).encode()
    return "v" + blake2b(written, digest_size=4).hexdigest()


def model_version(model: Model) -> str:
    """The version of a card: what its author wrote, without who signed it."""
    written: Mapping[str, Any] = asdict(model)  # type: ignore[call-overload] # a frozen dataclass
    plain = {each.name: each.default for each in fields(model)}  # type: ignore[arg-type]
    own = [
        name
        for name, value in plain.items()
        if name not in FIELDS and (value is MISSING or getattr(model, name) != value)
    ]
    return version_of({name: written[name] for name in own})
