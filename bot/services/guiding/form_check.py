"""The form check: whether it is time for one."""

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.training_state import training_state
from content.coaching.dosage.effort import asks_again


def due(chat: Conversation) -> bool:
    """After strength, once in a while; and the next time where the form slipped."""
    return session.had_strength(chat) and asks_again(training_state(chat).felt, chat.day)
