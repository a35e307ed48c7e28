"""Words to a walk that is over or was left for a while: it goes on where it was, or has stopped."""

from dataclasses import replace
from datetime import timedelta

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import steps
from bot.services import on_screen, open_questions, session
from bot.services.cards import known
from bot.services.guiding import active_guide, guide, guide_log
from bot.values.guide_position import GuidePosition
from bot.views.guide import asides
from content.catalog.guide import StepKind
from content.intents.moves.session_words import Aside

SHOWN = timedelta(minutes=30)  # for which "stop" may be about what was put to the runner
JUST_OVER = timedelta(minutes=10)
OVER = frozenset({Aside.HALT, Aside.PAUSE, Aside.STOP, Aside.SKIP})
LOUDNESS = frozenset({Aside.LOUDER, Aside.QUIETER})
AGAIN = frozenset({Aside.ONCE_MORE, Aside.REPEAT})
ONWARD = frozenset({Aside.NEXT, Aside.RESUME, Aside.RETURN, Aside.LEFT, Aside.AFTER})


def heard(chat: Conversation, word: Aside | None) -> bool:
    """Whether the word was for such a walk."""
    if word is None or _asked_otherwise(chat):
        return False
    if word in OVER:
        return _stopped(chat)
    if word in LOUDNESS:
        return _volume(chat)
    if word in ONWARD or word is Aside.RESTART:
        return _left(chat, anew=word is Aside.RESTART) or _rest_of_session(chat, word)
    return word in AGAIN and _rest_of_session(chat, word)


def _asked_otherwise(chat: Conversation) -> bool:
    """May the word answer a question?"""
    asked = on_screen.question(chat) or open_questions.wonders(chat)
    return bool(asked or open_questions.hurting(chat))


def _stopped(chat: Conversation) -> bool:
    """A "stop" too many is about the walk that has ended, and ends no reminders."""
    logged = _just_over(chat)
    if not logged and not open_questions.is_at_work(chat, SHOWN):
        return False
    chat.say(asides.over(chat.wording, logged=logged))
    return True


def _just_over(chat: Conversation) -> bool:
    last = guide_log.last_step(chat, chat.day)
    return last is not None and chat.now - last <= JUST_OVER


def _volume(chat: Conversation) -> bool:
    """How loud a recording or the end of a hold is."""
    if not _just_over(chat) and not open_questions.is_at_work(chat, SHOWN):
        return False
    chat.say(asides.volume(chat.wording, sounds=chat.answers.sound))
    return True


def _left(chat: Conversation, *, anew: bool) -> bool:
    """The walk of today that was left hours ago: at the step where it was, or its move `anew`.

    The clock stands, since nobody can be expected to be in position.
    """
    kept = active_guide.of_today(chat)
    if kept is None or kept.place.card not in known(chat):
        return False
    now = guide.step_of(chat, kept.place)
    if anew or now.frame.kind is StepKind.SETUP:
        steps.arrive(chat, kept.place.to(0), anew=True)
    else:
        left = kept.seconds_left(now.frame, chat.now) or float(now.frame.seconds or 0)
        steps.show_paused(chat, replace(kept, started=chat.now, left=left, running=False))
    return True


def _rest_of_session(chat: Conversation, word: Aside) -> bool:
    """The next move of a session that was begun; once it is done, one more for who asks for it.

    A "next" too many begins nothing.
    """
    if guide_log.last_step(chat, chat.day) is None:
        return False
    left = guide.next_card(chat, chat.day, "") if session.current(chat) else None
    more = not left and word in AGAIN and _just_over(chat)
    card = left.id if left else session.extend(chat) if more else None
    if card is None:
        return False
    lean = guide_log.lean_of(chat, card)
    steps.arrive(chat, GuidePosition(card, 0, chat.day, lean), anew=True)
    return True
