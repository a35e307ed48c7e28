"""What was not understood, and what was chosen in its place: kept for authors, without a name."""

from bot.dispatch.conversation import Conversation
from content.screening.redaction import worth_keeping

ELSE = "something else"


def keep(chat: Conversation) -> None:
    """The message, if it is for authors; what is chosen below it may follow."""
    kept = worth_keeping(chat.text, chat.runner.name, chat.content.lexicon)
    if kept:
        chat.work.unanswered.keep(kept, chat.now)
    _remember(chat, kept)


def chosen(chat: Conversation, meant: str) -> None:
    """What the last unclear message meant, by what was tapped; it is settled with this."""
    if kept := (chat.runner.shown or {}).get("unclear"):
        chat.work.unanswered.keep(f"{kept} → {meant}", chat.now)
        _remember(chat, None)


def _remember(chat: Conversation, kept: str | None) -> None:
    if kept != (chat.runner.shown or {}).get("unclear"):
        chat.change(shown={**(chat.runner.shown or {}), "unclear": kept})
