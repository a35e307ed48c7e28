"""Words typed in the middle of a walk. The walk follows them down the chat."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import countdown, hurts, onward, skip, steps, summary
from bot.services import open_questions
from bot.services.cards import card_of, known
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.services.safety import gate
from bot.services.safety.understanding import understood
from bot.values.guide_position import GuidePosition
from bot.views.guide import asides
from bot.views.session import technique
from content.catalog.guide import StepKind
from content.coaching.session.skips import SkipReason
from content.intents.meaning import Intent, Meaning
from content.intents.moves.pain import told_pain
from content.intents.moves.session_words import Aside, aside

Act = Callable[[Conversation, ActiveGuide], bool | None]  # False: it was not for the walk

NEAR = timedelta(minutes=30)  # after which "pause" is about reminders again
JUST_OVER = timedelta(minutes=10)
OVER = frozenset({Aside.HALT, Aside.PAUSE, Aside.STOP, Aside.SKIP})
# What a complaint about the card may be taken for.
COMPLAINTS = frozenset(
    {"ask", "session", "unknown", "off-topic", "easier", "another", "why", "check-body"}
)


def heard(chat: Conversation) -> bool:
    """Take the message as a word to the walk, if one is under way and it is such a word."""
    if hurts.told(chat):
        return True
    word, kept = aside(chat.text, chat.content.lexicon), active_guide.get(chat)
    if kept is None:
        return word in OVER and _just_over(chat)
    if kept.place.card not in known(chat):
        return False
    if word is None and chat.now - kept.started <= NEAR:
        return _told_pain(chat, kept)
    if word is None or (word is not Aside.STOP and chat.now - kept.started > NEAR):
        return False
    return ACTS[word](chat, kept) is not False


def _just_over(chat: Conversation) -> bool:
    """A "stop" too many is about the walk that has ended, and ends no reminders."""
    last = guide_log.last_step(chat, chat.day)
    logged = last is not None and chat.now - last <= JUST_OVER
    if not logged and not open_questions.is_at_work(chat, NEAR):
        return False
    chat.say(asides.over(chat.wording, logged=logged))
    return True


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


def _pause(chat: Conversation, kept: ActiveGuide) -> None:
    """A countdown rests; what does not run waits anyway."""
    if kept.running:
        frame = guide.step_of(chat, kept.place).frame
        steps.show_paused(chat, active_guide.pause(chat, kept, frame))
    else:
        _tell(chat, kept, "wait")


def _halt(chat: Conversation, kept: ActiveGuide) -> None:
    """In a countdown it is the clock that shall stop, and elsewhere the whole walk."""
    (_pause if kept.running else _stop)(chat, kept)


def _all_right(chat: Conversation, kept: ActiveGuide) -> bool:
    """On, where it waits for the runner; False where it may answer a question."""
    if open_questions.wonders(chat) or open_questions.hurting(chat):
        return False
    if kept.running:
        _tell(chat, kept, "left")
    else:
        countdown.go_on(chat, kept)
    return True


def _asked(what: str) -> Act:
    return lambda chat, kept: _tell(chat, kept, what)


def _tell(chat: Conversation, kept: ActiveGuide, asked: str) -> None:
    """An answer below the step, which stays as it is."""
    now = guide.step_of(chat, kept.place)
    left = kept.seconds_left(now.frame, chat.now) if kept.running or kept.left else None
    after = guide.next_card(chat, kept.place.day, now.card.id) if kept.place.day else None
    chat.say(asides.aside(chat.wording, now, asked, left=left, following=after))


def _repeat(chat: Conversation, kept: ActiveGuide) -> None:
    steps.arrive(chat, kept.place)


def _how(chat: Conversation, kept: ActiveGuide) -> None:
    """The steps once more. Whoever asks is not in position, so the clock stands meanwhile."""
    card = card_of(chat, kept.place.card)
    if guide.step_of(chat, kept.place).frame.kind is StepKind.SETUP:
        steps.arrive(chat, kept.place)
        return
    asked = Meaning(Intent.ABOUT, topic="step")
    told = technique.about(chat.wording, card, asked, kept.place.lean.first)
    chat.say(replace(told, buttons=[]))
    _pause(chat, kept)


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
    steps.arrive(chat, kept.place.to(max(kept.place.at - 1, 0)))


def _return(chat: Conversation, kept: ActiveGuide) -> None:
    """Whoever had the clock stopped is back; else it is what the button says."""
    (_back if kept.left is None else countdown.go_on)(chat, kept)


def _other_side(chat: Conversation, kept: ActiveGuide) -> None:
    """To the side that has its turn later; while the runner changes sides, to its work."""
    now = guide.step_of(chat, kept.place)
    at = now.at_other_side
    if now.frame.kind is StepKind.SWITCH:
        onward.go_on(chat, kept)
    elif at is None or now.frame.kind is StepKind.SETUP:
        _tell(chat, kept, "side")
    else:
        to = kept.place.to(at)
        guide_log.passed(chat, kept, to)
        steps.arrive(chat, to)


def _sound(*, on: bool) -> Act:
    def act(chat: Conversation, kept: ActiveGuide) -> None:
        chat.remember(sound=on)
        _tell(chat, kept, "sound_on" if on else "sound_off")

    return act


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


def _stop(chat: Conversation, kept: ActiveGuide) -> None:
    summary.end_here(chat, kept.place.day or chat.day)


ACTS: Mapping[Aside, Act] = {
    Aside.HALT: _halt,
    Aside.REPEAT: _repeat,
    Aside.LEFT: _asked("left"),
    Aside.AFTER: _asked("after"),
    Aside.SIDE: _asked("side"),
    Aside.HOW: _how,
    Aside.OTHER_SIDE: _other_side,
    Aside.SOUND_OFF: _sound(on=False),
    Aside.SOUND_ON: _sound(on=True),
    Aside.ALL_RIGHT: _all_right,
    Aside.EASIER: _sister("easier"),
    Aside.HARDER: _sister("harder"),
    Aside.PAUSE: _pause,
    Aside.START: countdown.go_on,
    Aside.RESUME: countdown.go_on,
    Aside.NEXT: onward.go_on,
    Aside.BACK: _back,
    Aside.RETURN: _return,
    Aside.SKIP: _skip,
    Aside.TIME: _because(SkipReason.TIME),
    Aside.HURTS: _hurts,
    Aside.DISLIKE: _because(SkipReason.DISLIKE),
    Aside.STOP: _stop,
}
