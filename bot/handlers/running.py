"""What runners tell about runs and soreness."""

from bot.chat import Chat
from bot.views import running as views
from content.meaning import Intent
from content.traffic import light


def run_told(chat: Chat) -> None:
    """A run was told: an after-run session fits now."""
    chat.say(views.run_told())


def check_in(chat: Chat) -> None:
    """Soreness from 0 to 10: go, ease, or stop and see someone."""
    amount = chat.meaning.amount
    chat.say(views.check_in(amount, light(amount) if amount is not None else None))


INTENTS = {Intent.RUN_TOLD: run_told, Intent.CHECK_IN: check_in}
