"""Typed words while a question is open: an answer, words about the question, or neither."""

from bot.dispatch.conversation import Conversation
from bot.handlers.onboarding import zone
from bot.handlers.onboarding.questions import (
    ask_anew,
    go_on,
    on_screen_now,
    settings,
    step_back,
    take,
)
from bot.services import on_screen
from bot.services.asking.questionnaire import answer, current
from bot.views.onboarding import questions as views
from content.catalog.questions import Question, open_question
from content.intents.answers.answer import LEAVES, Answer, Aside
from content.intents.answers.read import READERS, read_answer
from content.intents.answers.told import also_answered, corrected, told, told_beside
from content.intents.meaning import Intent, Meaning

BESIDE = (Intent.SESSION, Intent.PROGRESS, Intent.REMIND_WHEN, Intent.DONE, Intent.PARTIAL)
IN_VAIN = (Aside.LOST, Aside.WHICH)  # an answer that none of ours fits
UNSAFE = (Intent.DANGER, Intent.CHECK_BODY)
BY_THEMSELVES = ("zone", "body")  # kinds that may need a further tap
SAID = 60  # characters of a message that are remembered


def typed(chat: Conversation) -> bool:
    """Whether the message was about the open question, or an answer that nobody asked for."""
    asked = current(chat)
    if asked is not None and (asked.id not in READERS or not on_screen_now(chat)):
        return False
    found = _read(chat, asked) if asked else None
    if _mended(chat, asked):
        return True
    if asked and isinstance(found, Answer):
        return _take(chat, asked, found)
    if _told(chat):
        return True
    return asked is not None and isinstance(found, Aside) and _say(chat, asked, found)


def _read(chat: Conversation, asked: Question) -> Answer | Aside | None:
    return read_answer(
        asked.id,
        chat.text,
        chat.local,
        lexicon=chat.content.lexicon,
        known=chat.runner.answers,
        rival=chat.meaning,
    )


def _take(chat: Conversation, asked: Question, found: Answer, before: str = "") -> bool:
    """Keep the answer, and that to the next question if the message has it; say all of it back."""
    if asked.kind == "body":  # its own words were looked at before
        return False
    if asked.kind == "zone":
        zone.told(chat, found.value)
        return True
    further = _further(chat, asked, found)
    how = "took" if found.left and not (before or further) else "noted"
    skipped = found.value is None
    echo = before if skipped else before + views.noted(chat.wording, asked, found.value, how)
    if further:
        answer(chat, asked.id, found.value)
        return _take(chat, *further, before=f"{echo} ")
    take(chat, asked.id, found.value, echo=echo)
    return True


def _further(chat: Conversation, asked: Question, found: Answer) -> tuple[Question, Answer] | None:
    """The next question of the first chat, and what the same message answers to it."""
    known = {**chat.runner.answers, asked.id: found.value}
    following = open_question(chat.content.questions, known, chat.runner.editing)
    if following is None or following is asked or following.id not in READERS:
        return None
    if following.kind in BY_THEMSELVES:
        return None
    lexicon = chat.content.lexicon
    more = also_answered(following.id, chat.text, chat.local, found, lexicon=lexicon, known=known)
    return (following, more) if more else None


def _say(chat: Conversation, asked: Question, found: Aside) -> bool:
    """What is said about the question. It stays open, or is left with the answer that stands.

    Nobody is held up: what was answered in vain twice is left open.

    Who leaves the choice to us and is told what we would take still has to take it; so does who
    would rather not say where they are, since the clock is enough.
    """
    if asked.kind == "body" and (found in LEAVES or found is Aside.LOST):
        return False
    if found is Aside.BACK:
        step_back(chat, asked)
        return True
    if found in IN_VAIN and on_screen.tried(chat, asked.id):
        _leave(chat, asked, Aside.OPEN)
        return True
    stays = found is not Aside.SKIP and found in asked.asides
    if found in LEAVES and not stays:
        _leave(chat, asked, found)
    else:
        on_screen.understood(chat, [Meaning(Intent.HELP, because=(chat.text[:SAID],))])
        ask_anew(chat, note=views.aside(chat.wording, asked, found))
    return True


def _leave(chat: Conversation, asked: Question, found: Aside) -> None:
    echo = views.aside(chat.wording, asked, found)
    if asked.id in chat.runner.answers:
        go_on(chat, echo=echo)
    else:
        take(chat, asked.id, None, echo=echo)


def _mended(chat: Conversation, asked: Question | None) -> bool:
    """The answer just before is put right: "no wait, tuesday too"."""
    before = on_screen.last_answered(chat, asked.id if asked else None)
    if before is None:
        return False
    found = corrected(
        before,
        chat.text,
        chat.local,
        lexicon=chat.content.lexicon,
        known=chat.runner.answers,
    )
    if found is None:
        return False
    answer(chat, before, found.value)
    echo = views.noted(chat.wording, chat.content.question(before), found.value, "changed")
    ask_anew(chat, echo=echo)
    return True


def _told(chat: Conversation) -> bool:
    """An answer that nobody asked for, such as new run days: the settings show it."""
    tried = chat.meaning.intent in BESIDE
    if tried and _told_beside(chat):
        return True
    found = told(
        chat.text,
        chat.local,
        lexicon=chat.content.lexicon,
        known=chat.runner.answers,
        rival=chat.meaning,
    )
    if found is None:
        return not tried and _told_beside(chat)
    _keep(chat, *found)
    return True


def _told_beside(chat: Conversation) -> bool:
    """The same beside another matter, which comes after it."""
    if current(chat) or chat.meaning.intent in UNSAFE:
        return False
    found = told_beside(
        chat.text, chat.local, lexicon=chat.content.lexicon, known=chat.runner.answers
    )
    if found is None:
        return False
    name, value, chat.rest = found[0], found[1], found[2]
    _keep(chat, name, value)
    return True


def _keep(chat: Conversation, name: str, found: Answer) -> None:
    answer(chat, name, found.value)
    echo = views.noted(chat.wording, chat.content.question(name), found.value)
    if current(chat):
        ask_anew(chat, echo=echo)
    else:
        settings(chat, echo)
