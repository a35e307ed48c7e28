"""What a runner is talked through: which moves, how much is said of each, and how fast."""

from dataclasses import dataclass
from datetime import date

from bot.values.guide_position import GuidePosition
from content.audio.pace import Pace
from content.catalog.card import Card


@dataclass(frozen=True, slots=True)
class AloudMove:
    """A card where its walk begins. Whoever has `known` it hears its name, sides and a cue."""

    card: Card
    place: GuidePosition
    known: bool


@dataclass(frozen=True, slots=True)
class Aloud:
    """The moves in order: of the session of that `day`, or one card by itself."""

    moves: tuple[AloudMove, ...]
    day: date | None
    pace: Pace
    whole: bool  # a session

    @property
    def known(self) -> bool:
        """Are the instructions of all of them short?"""
        return all(move.known for move in self.moves)
