"""What it changes that a runner is heard of at all."""

from bot.dispatch.conversation import Conversation
from bot.services.guiding import guide_log
from bot.services.reminding import reminder_habits, schedule


def arrived(chat: Conversation) -> None:
    """Whoever writes or taps is there, and back if they had closed the chat."""
    reminder_habits.heard(chat)
    guide_log.leave_behind(chat)
    if chat.runner.off_since:
        schedule.switch_on(chat)
