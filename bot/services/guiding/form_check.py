"""The form check: whether it is time for one."""

from datetime import timedelta

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.training_state import training_state
from content.coaching.dosage.effort import Effort

APART = timedelta(days=5)  # asked at every session, it would be noise


def due(chat: Conversation) -> bool:
    """After strength, once in a while; and the next time where the form slipped."""
    felt = training_state(chat).felt
    last = max(felt, default=None)
    lately = last is not None and chat.day - last < APART and felt[last] is not Effort.HARD
    return session.had_strength(chat) and not lately
