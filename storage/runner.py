"""A runner as remembered: who, where, what was answered, what is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Runner:
    """One person's row, which is also the whole state of the conversation.

    `answers` holds one JSON value per answered question and None where the question was
    skipped; a missing key means that it was not asked yet. `zone` is an IANA name.
    """

    id: int
    name: str
    created_at: datetime
    zone: str | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    draft: tuple[Any, ...] | None = None
    editing: str | None = None
    shown: Mapping[str, Any] | None = None
    paused_until: date | None = None
    course: Mapping[str, Any] | None = None
    trial: Mapping[str, Any] | None = None
    locks: Mapping[str, Any] | None = None
    off_since: datetime | None = None
