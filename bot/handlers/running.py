"""What runners tell about runs."""

from bot.chat import Chat
from bot.views import running as views
from content.meaning import Intent


def run_told(chat: Chat) -> None:
    """A run was told: an after-run session fits now."""
    chat.say(views.run_told())


INTENTS = {Intent.RUN_TOLD: run_told}
