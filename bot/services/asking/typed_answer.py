"""Words for a question with a few answers, which buttons give as well."""

from collections.abc import Callable

from bot.dispatch.conversation import Conversation
from bot.services import open_questions
from content.intents.answers.answer import Answer
from content.intents.answers.read import read_answer

LONGEST_ANSWER = 600  # characters


def is_brief(chat: Conversation) -> bool:
    """Whether the message may be an answer or a correction: a page of words is none.

    To read a page for each question that it could answer takes a quarter of a second.
    """
    return len(chat.text) <= LONGEST_ANSWER


def typed_answer(chat: Conversation, question: str) -> str | None:
    """The answer that the message is, or None if it speaks of something else."""
    found = read_answer(question, chat.text, chat.local, lexicon=chat.content.lexicon)
    return str(found.value) if isinstance(found, Answer) else None


def taken(chat: Conversation, question: str, take: Callable[..., None]) -> bool:
    """Whether the message answers that question of the day, if it is open: `take` gets the answer
    and what was kept with the question. Other words close it.
    """
    about = open_questions.wondered(chat, question)
    found = typed_answer(chat, question) if about else None
    if about and found:
        take(chat, found, *about)
    elif about:
        open_questions.wonder(chat)
    return found is not None
