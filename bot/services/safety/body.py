"""What lasts in the runner's body: what is ticked, what is kept, what follows from it."""

from collections.abc import Collection

from bot.dispatch.conversation import Conversation
from bot.services import session
from content.catalog.taxonomy import Condition
from content.screening.states import states_told
from storage.answers import NONE, UNSAID

TICKS = "ticks"  # in what the runner has in front of them


def ticked(chat: Conversation) -> tuple[str, ...]:
    """What is ticked on the screen, else what is known."""
    shown = (chat.runner.shown or {}).get(TICKS)
    known = chat.answers.conditions
    return tuple(shown) if shown is not None else tuple(each for each in Condition if each in known)


def toggle(chat: Conversation, condition: Condition) -> None:
    held = ticked(chat)
    after = [each for each in held if each != condition]
    _show(chat, after if condition in held else [*held, condition.value])


def forget_ticks(chat: Conversation) -> None:
    """Begin from what is known."""
    _show(chat, None)


def _show(chat: Conversation, ticks: list[str] | None) -> None:
    chat.change(shown={**(chat.runner.shown or {}), TICKS: ticks})


def told_now(chat: Conversation) -> tuple[Condition, ...]:
    """States that the message tells of and that were not known; they are known from now on."""
    content = chat.content
    found = states_told(chat.text, content.lexicon, content.names)
    new = tuple(each for each in found if each not in chat.answers.conditions)
    if new:
        keep(chat, {*chat.answers.conditions, *new})
    return new


def keep(chat: Conversation, conditions: Collection[Condition], *, unsaid: bool = False) -> None:
    """Remember it; if it changes anything, today's session is made anew."""
    before = chat.answers.conditions
    told = [each.value for each in Condition if each in conditions]
    chat.remember(conditions=[UNSAID] if unsaid else told or [NONE])
    forget_ticks(chat)
    if before != chat.answers.conditions:
        session.think_again(chat)
