"""The questions as a running interview: what is open, what is answered, what an answer changes."""

from typing import Any

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.reminding import schedule
from bot.values.profile import spoken
from content.catalog.questions import Question, open_question
from storage.answers import AnswerKey

# Answers that today's session was made from, and those that reminders are planned by.
SHAPING = (AnswerKey.SITTING, AnswerKey.SPOTS, AnswerKey.KIT)
PLANNING = (AnswerKey.ZONE, AnswerKey.REMIND_AT, AnswerKey.REMIND_DAYS)


def current(chat: Conversation) -> Question | None:
    return open_question(chat.content.questions, chat.runner.answers, chat.runner.editing)


def held(chat: Conversation, name: str) -> tuple[Any, ...]:
    """What is ticked: the draft, else the answer that stands."""
    asked = current(chat)
    if chat.runner.draft is not None and asked and asked.id == name:
        return chat.runner.draft
    stored = chat.runner.answers.get(name)
    if stored is None:
        return ()
    return tuple(stored) if isinstance(stored, list) else (stored,)


def answer(chat: Conversation, name: str, value: Any) -> None:
    """Remember an answer (None: skipped), and plan reminders by what is known now."""
    chat.change(answers={**chat.runner.answers, name: value})  # authors may ask more than we know
    if name in SHAPING:
        session.think_again(chat)
    moved = name == AnswerKey.ZONE and value is not None
    if moved:
        chat.change(zone=value)
    if name in PLANNING:
        schedule.refresh(chat, moved=moved)


def understood(chat: Conversation) -> dict[str, str]:
    """The same of what was told; what was skipped is empty."""
    told = summary(chat)
    return {name: told[name] if chat.runner.answers.get(name) else "" for name in told}


def summary(chat: Conversation) -> dict[str, str]:
    """Every answer in the runner's words."""
    answers = chat.runner.answers
    return {
        each.id: spoken(chat.wording, each, answers.get(each.id)) for each in chat.content.questions
    }
