"""Words typed in the middle of a walk. The walk follows them down the chat."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import (
    afterwards,
    again,
    asked,
    countdown,
    hurts,
    onward,
    pauses,
    sides,
    skip,
    steps,
)
from bot.services import open_questions, session
from bot.services.cards import card_of, known
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.services.safety import gate
from bot.services.safety.understanding import understood
from bot.values.guide_position import GuidePosition
from content.catalog.guide import StepKind
from content.coaching.session.skips import SkipReason
from content.intents.meaning import Intent
from content.intents.moves.pain import told_pain
from content.intents.moves.session_words import Aside, aside, opening
from content.intents.moves.timed_pause import timed_pause

Act = Callable[[Conversation, ActiveGuide], bool | None]  # False: it was not for the walk

NEAR = timedelta(minutes=30)  # after which "pause" is about reminders again
# What a complaint about the card may be taken for.
COMPLAINTS = frozenset(
    {"ask", "session", "unknown", "off-topic", "easier", "another", "why", "check-body"}
)

UNCLEAR = frozenset({Intent.UNKNOWN, Intent.OFF_TOPIC})
PUT_OFF = frozenset({Intent.SNOOZE, Intent.MISSED})


def heard(chat: Conversation) -> bool:
    """Take the message as a word to the walk, if one is under way and it is such a word."""
    if hurts.told(chat):
        return True
    word, kept = aside(chat.text, chat.content.lexicon), active_guide.get(chat)
    if kept is None or (word is not Aside.STOP and chat.now - kept.started > NEAR):
        return afterwards.heard(chat, word)
    if kept.place.card not in known(chat):
        return False
    if word is None:
        return _rested(chat, kept) or _told_pain(chat, kept) or _waits(chat, kept)
    return ACTS[word](chat, kept) is not False


def _rested(chat: Conversation, kept: ActiveGuide) -> bool:
    """For so many minutes, said by themselves: "pause for 2 minutes"."""
    seconds = timed_pause(chat.text, chat.content.lexicon)
    if seconds is None:
        return False
    if kept.running or kept.left is not None:
        pauses.rest(chat, kept, seconds)
    else:
        asked.tell(chat, kept, "wait")
    return True


def _waits(chat: Conversation, kept: ActiveGuide) -> bool:
    """A word to wait with a reason behind it; or what would put off the session that runs."""
    meant = understood(chat, chat.text)[0]
    if meant.intent in UNCLEAR:
        waits = opening(chat.text, chat.content.lexicon) in (Aside.PAUSE, Aside.HALT)
    else:
        waits = (
            kept.running
            and meant.intent in PUT_OFF
            and not (meant.at or meant.minutes or meant.day)
        )
    if waits:
        pauses.pause(chat, kept)
    return waits


def _told_pain(chat: Conversation, kept: ActiveGuide) -> bool:
    """In own words: "it pinches in the front of the hip". What is a red flag is not for here."""
    content = chat.content
    pain = told_pain(chat.text, content.lexicon, content.names, aches=True)
    if pain is None or _meant_otherwise(chat):
        return False
    hurts.ask_where(chat, _meant(chat, kept), pain)
    return True


def _meant_otherwise(chat: Conversation) -> bool:
    return understood(chat, chat.text)[0].intent not in COMPLAINTS


def _all_right(chat: Conversation, kept: ActiveGuide) -> bool:
    """On, where it waits for the runner; False where it may answer a question."""
    if open_questions.wonders(chat) or open_questions.hurting(chat):
        return False
    if kept.running:
        asked.tell(chat, kept, "left")
    else:
        countdown.go_on(chat, kept)
    return True


def _sister(direction: str) -> Act:
    """On with an easier or harder card; False where there is none, so that it is said why."""

    def act(chat: Conversation, kept: ActiveGuide) -> bool:
        linked = getattr(known(chat)[kept.place.card].links, direction)
        if linked is None or gate.refusal_of(chat, card_of(chat, linked)):
            return False
        guide_log.leave(chat, kept)
        steps.exchange(chat, kept.place.card, linked, kept.place.day)
        return True

    return act


def _back(chat: Conversation, kept: ActiveGuide) -> None:
    """The step before; from the first page of a card beside the session, to the session."""
    beside = kept.place.day is None and kept.place.at == 0 and session.current(chat)
    if beside and guide_log.last_step(chat, chat.day):
        onward.next_move(chat, chat.day, resting=False)
        return
    steps.arrive(chat, kept.place.to(max(kept.place.at - 1, 0)))


def _return(chat: Conversation, kept: ActiveGuide) -> None:
    """Whoever had the clock stopped is back; else it is what the button says."""
    (_back if kept.left is None else countdown.go_on)(chat, kept)


def _skip(chat: Conversation, kept: ActiveGuide) -> None:
    skip.skip(chat, kept.place)


def _because(why: SkipReason) -> Act:
    return lambda chat, kept: skip.leave_out(chat, why, _meant(chat, kept))


def _hurts(chat: Conversation, kept: ActiveGuide) -> None:
    hurts.ask_where(chat, _meant(chat, kept))


def _meant(chat: Conversation, kept: ActiveGuide) -> GuidePosition:
    """The move on the screen; in the rest after a skip, the one that was left out."""
    skipped = skip.just_skipped(chat)
    if skipped and guide.step_of(chat, kept.place).frame.kind is StepKind.SETUP:
        return GuidePosition(skipped, day=kept.place.day)
    return kept.place


ACTS: Mapping[Aside, Act] = {
    Aside.HALT: pauses.halt,
    Aside.PAUSE: pauses.pause,
    Aside.STOP: pauses.stop,
    Aside.REPEAT: again.shown_again,
    Aside.ONCE_MORE: again.once_more,
    Aside.RESTART: again.from_the_start,
    Aside.LONGER: again.longer,
    Aside.LEFT: asked.asked("left"),
    Aside.AFTER: asked.asked("after"),
    Aside.SIDE: asked.asked("side"),
    Aside.HANDS: asked.asked("hands"),
    Aside.HOW: again.told_how,
    Aside.OTHER_SIDE: sides.other,
    Aside.SIDE_FIRST: sides.first,
    Aside.SOUND_OFF: asked.sound(on=False),
    Aside.SOUND_ON: asked.sound(on=True),
    Aside.LOUDER: asked.louder,
    Aside.QUIETER: asked.asked("volume"),
    Aside.ALL_RIGHT: _all_right,
    Aside.EASIER: _sister("easier"),
    Aside.HARDER: _sister("harder"),
    Aside.START: countdown.go_on,
    Aside.RESUME: countdown.go_on,
    Aside.NEXT: onward.go_on,
    Aside.BACK: _back,
    Aside.RETURN: _return,
    Aside.SKIP: _skip,
    Aside.TIME: _because(SkipReason.TIME),
    Aside.HURTS: _hurts,
    Aside.DISLIKE: _because(SkipReason.DISLIKE),
}
