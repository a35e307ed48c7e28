"""Where a walk stands: a step of a card, as buttons and rows name it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.dispatch.tap import StaleTap
from content.coaching.session.side_balance import EVEN, Lean


@dataclass(frozen=True, slots=True)
class GuidePosition:
    """A step of a card, from 0; in a session `day` is the session's. `lean` as it was walked."""

    card: str
    at: int = 0
    day: date | None = None
    lean: Lean = EVEN

    @property
    def code(self) -> str:
        """As buttons carry it: "couch-stretch:3:2026-11-16:l"."""
        lean = f":{self.lean.code}" if self.lean.code else ""
        return f"{self.card}:{self.at}:{self.day or ''}{lean}"

    @classmethod
    def of(cls, parts: Sequence[str]) -> "GuidePosition":
        """Raises StaleTap."""
        card, at, day, lean = [*parts, "", "", "", ""][:4]
        try:
            return cls(card, int(at), date.fromisoformat(day) if day else None, Lean.of(lean))
        except (ValueError, KeyError):
            raise StaleTap(card) from None

    def to(self, at: int) -> "GuidePosition":
        return replace(self, at=at)


def date_of(raw: str) -> date | None:
    """The day that a button names, if it names one. Raises StaleTap."""
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError:
        raise StaleTap(raw) from None
