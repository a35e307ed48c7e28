"""A step of a card with all that is shown of it."""

from dataclasses import dataclass

from bot.values.guide_position import GuidePosition
from content.catalog.card import Card
from content.catalog.guide import WORK, GuideStep, StepKind, guide_steps, pictured
from content.catalog.private import is_private
from content.pictures.output.naming import picture_name


@dataclass(frozen=True)
class StepView:
    """A step with its card, where it stands in the walk, and where work begins.

    `turn` is which of the session's `turns` the card is; `sounds` whether the end of a hold is
    heard.
    """

    card: Card
    place: GuidePosition
    frame: GuideStep
    work: int
    after_work: bool = False
    turn: int | None = None
    turns: int = 0
    sounds: bool = True

    @classmethod
    def at(cls, card: Card, place: GuidePosition) -> "StepView":
        walk = guide_steps(card, *place.lean)
        at = min(place.at, len(walk) - 1)
        behind = at > 0 and walk[at - 1].kind in WORK
        work = next(n for n, frame in enumerate(walk) if frame.set_number)
        return cls(card, place.to(at), walk[at], work, after_work=behind)

    @property
    def first(self) -> bool:
        """Is it the first thing that is seen of the card?"""
        return self.place.at == 0

    @property
    def begins_work(self) -> bool:
        """Does the first hold, or the first repetition, begin here?"""
        walk = guide_steps(self.card, *self.place.lean)
        return self.place.at == next(n for n, frame in enumerate(walk) if frame.kind in WORK)

    @property
    def at_other_side(self) -> int | None:
        """Where the side comes that does not work now; None if there is none any more."""
        walk = guide_steps(self.card, *self.place.lean)
        later = range(self.place.at + 1, len(walk))
        return next((n for n in later if walk[n].side not in (None, self.frame.side)), None)

    @property
    def reads_on(self) -> bool:
        """Is there another page to read before the work?"""
        return self.frame.kind is StepKind.SETUP and self.place.at + 1 < self.work

    @property
    def picture(self) -> str | None:
        """None for what a runner's own physio gave: nobody has drawn that."""
        if is_private(self.card.id):
            return None
        return picture_name(self.card, pictured(self.card, self.frame, self.place.lean.first))
