"""How a card looks when it opens, and what is shown in its place. Who opens one brings it along."""

from dataclasses import dataclass
from typing import Protocol

from bot.dispatch.reply import Reply
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from content.catalog.card import Card
from content.catalog.questions import Question
from content.coaching.gate import Refusal
from content.wording.messages import Wording


class StepReply(Protocol):
    """A step of the card with the seconds `left`; `wary` if nothing is known of the body."""

    def __call__(
        self, wording: Wording, now: StepView, *, left: float | None = None, wary: bool = False
    ) -> Reply: ...


class RefusedReply(Protocol):
    """Why a card stays shut, and the way out."""

    def __call__(self, wording: Wording, refusal: Refusal, card: Card | None = None) -> Reply: ...


class BodyReply(Protocol):
    """What there is to know before the first card, with the card that waits."""

    def __call__(
        self,
        wording: Wording,
        asked: Question,
        ticked: tuple[str, ...],
        waits: GuidePosition | None = None,
    ) -> Reply: ...


@dataclass(frozen=True, slots=True)
class CardViews:
    step: StepReply
    refused: RefusedReply
    body: BodyReply
