"""Where updates become actions: one update, one transaction, once in effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from telegram import (
    CallbackQuery,
    Message,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    Update,
)

from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.tap import StaleTap, Tap
from content.bundle import Content
from storage.runner import Runner
from storage.store import Store, UnitOfWork

NAME_LENGTH = 64
T = TypeVar("T")


@dataclass
class Dispatcher:
    """`on_arrival` comes before every action, `on_leaving` after it, and `wake` when all of it is
    written down.
    """

    store: Store
    content: Content
    now: Callable[[], datetime]
    wake: Callable[[], None]
    on_arrival: Action
    on_leaving: Action

    async def serve(self, update: Update, tell: Action) -> None:
        """Run the action unless this update was handled before; then let the sender look."""
        try:
            await self.store.run(partial(self._transact, update, tell))
        except StaleTap:
            await self.store.run(partial(self._transact, update, _old_button))
        self.wake()

    async def give_up(self, update: Update, fault: str, apologise: Action) -> None:
        """Put aside an update that no handler could cope with, and say so to the runner."""
        await self.store.run(partial(self._transact, update, apologise, fault=fault))
        self.wake()

    def _transact(
        self, update: Update, tell: Action, work: UnitOfWork, fault: str | None = None
    ) -> None:
        now = self.now()
        if work.inbox.claim(update.update_id, now, fault) and update.effective_chat:
            self._tell(self._open(work, update, now), tell)

    async def visit(self, runner_id: int, ask: Callable[[Conversation], T]) -> T | None:
        """What `ask` answers about a runner who comes by another way than an update; None for
        somebody who is not known.
        """
        found = await self.store.run(partial(self._visited, runner_id, ask))
        self.wake()
        return found

    def _visited(
        self, runner_id: int, ask: Callable[[Conversation], T], work: UnitOfWork
    ) -> T | None:
        runner = work.runners.get(runner_id)
        if runner is None:
            return None
        chat = Conversation(work=work, runner=runner, content=self.content, now=self.now())
        return self._tell(chat, ask)

    def _tell(self, chat: Conversation, tell: Callable[[Conversation], T]) -> T:
        self.on_arrival(chat)
        told = tell(chat)
        self.on_leaving(chat)
        chat.close()
        return told

    def _open(self, work: UnitOfWork, update: Update, now: datetime) -> Conversation:
        return Conversation(
            work=work,
            runner=_runner(work, update, now),
            content=self.content,
            now=now,
            text=_text(update.effective_message),
            captioned=_captioned(update.effective_message),
            message_id=_message_id(update),
            tap=_tap(update.callback_query),
            location=_location(update.effective_message),
            reaction=_reaction(update.message_reaction),
        )


def _runner(work: UnitOfWork, update: Update, now: datetime) -> Runner:
    chat = update.effective_chat
    assert chat is not None  # noqa: S101 - the caller looked
    known = work.runners.get(chat.id)
    if known is None and (chat.type != chat.PRIVATE or not update.effective_message):
        # A group is answered and not remembered; nor is one who only blocks us or reacts.
        return Runner(id=chat.id, name="", created_at=now)
    if known is None:
        return work.runners.add(chat.id, (chat.first_name or "")[:NAME_LENGTH], now)
    return known


def _old_button(chat: Conversation) -> None:
    chat.toast("old")


def _text(message: object) -> str:
    return message.text or message.caption or "" if isinstance(message, Message) else ""


def _captioned(message: object) -> bool:
    """Somebody else's words, which are forwarded, are no caption of the runner's."""
    if not isinstance(message, Message) or message.forward_origin:
        return False
    return bool(message.caption)


def _tap(query: CallbackQuery | None) -> Tap | None:
    if query is None:
        return None
    message_id = query.message.message_id if query.message else None
    return Tap(query.id, query.data or "", message_id, _picture(query.message))


def _picture(message: object) -> str | None:
    """The unique id of the picture that a message shows."""
    if not isinstance(message, Message):
        return None
    shown = message.animation or (message.photo[-1] if message.photo else None)
    return shown.file_unique_id if shown else None


def _message_id(update: Update) -> int | None:
    about = update.effective_message or update.message_reaction
    return about.message_id if about else None


def _location(message: object) -> tuple[float, float]:
    place = message.location if isinstance(message, Message) else None
    return (place.latitude, place.longitude) if place else (0.0, 0.0)


def _reaction(reaction: MessageReactionUpdated | None) -> str:
    """The emoji that was put on one of our messages, if it was put there just now."""
    new = reaction.new_reaction if reaction else ()
    return next((each.emoji for each in new if isinstance(each, ReactionTypeEmoji)), "")
