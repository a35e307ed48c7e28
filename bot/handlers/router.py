"""The routing table. The order matters and is this one; each module lists its own handlers."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from bot.config.settings import Settings
from bot.dispatch.context import Handlers
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.due_reminders import Remind
from bot.handlers import asked_back, fallback, plain_words, put_back, spoken
from bot.handlers.account import about_me, admin, calendar, formats, importing, news, privacy
from bot.handlers.care import (
    complaint,
    danger,
    emergency,
    false_alarm,
    in_words,
    mobility_test,
    pain,
    relapse,
    safety_question,
    screening,
    unanswered,
)
from bot.handlers.care.clinic import physio, prescribed
from bot.handlers.care.sore import effort, sore_place, soreness
from bot.handlers.guide import countdown, how_much, hurts, onward, skip, steps, summary, unlogged
from bot.handlers.guide import typed as guide_typed
from bot.handlers.log import days_off, done, mending, runs, undo
from bot.handlers.onboarding import about, body, onboarding, questions, zone
from bot.handlers.onboarding import typed as answer_typed
from bot.handlers.plain_words import Taken
from bot.handlers.progress import check_in, course, history, programme, progress
from bot.handlers.reminders import (
    desk_breaks,
    fewer,
    learning,
    panel,
    pausing,
    quiet_hours,
    requests,
    snooze,
    standing,
    why_sent,
)
from bot.handlers.session import aloud, ask, followups, mine, preferences, technique, today, whole
from bot.listening.notes import VoiceNotes
from bot.services.asking.typed_answer import is_brief
from bot.services.reminding import keyboards
from bot.services.safety.understanding import understood
from content.intents.meaning import Intent
from content.language.lexicon import Lexicon
from scheduler.planning.memory import Reminder
from scheduler.reminders.slots import BREAK, CARE, CHECK_IN, HOLD, ONCE, REPEAT, SERIES, SNOOZE

CAPABILITIES = (
    onboarding,
    zone,
    today,
    mine,
    onward,
    steps,
    countdown,
    hurts,
    skip,
    summary,
    how_much,
    unlogged,
    done.after(how_much.finish),
    undo,
    mending,
    days_off,
    soreness,
    effort,
    danger,
    complaint,
    safety_question,
    body,
    sore_place,
    aloud,
    ask,
    followups,
    technique,
    whole,
    preferences,
    runs,
    snooze,
    learning,
    desk_breaks,
    requests,
    standing,
    pausing,
    why_sent,
    fewer,
    panel,
    quiet_hours,
    progress,
    history,
    check_in,
    course,
    programme,
    physio,
    prescribed,
    mobility_test,
    formats,
    privacy,
    importing,
    calendar,
    news,
    about,
    put_back,
)


def briefly(taken: Taken) -> Taken:
    """What only a message that is no page of words can be for."""
    return lambda chat: is_brief(chat) and taken(chat)


def under_way(taken: Taken) -> Taken:
    """What is in the middle of something: after its words nothing else is shown again."""

    def heard(chat: Conversation) -> bool:
        chat.under_way = taken(chat)
        return chat.under_way

    return heard


def taken_back(taken: Taken) -> Taken:
    """What may change an answer that stands: that can be put back as after any other words."""

    def heard(chat: Conversation) -> bool:
        heard = taken(chat)
        if heard:
            put_back.offer(chat, len(chat.queued))
        return heard

    return heard


# Who is asked whether typed words are theirs: as a button, and once they are screened.
AS_TAPPED = (briefly(under_way(body.heard)),)
AWAITED = (
    briefly(relapse.heard),
    briefly(under_way(guide_typed.heard)),
    briefly(under_way(today.started)),
    briefly(under_way(mobility_test.typed)),
    briefly(false_alarm.heard),
    briefly(danger.needed),
    briefly(in_words.typed),
    briefly(taken_back(answer_typed.typed)),
    briefly(taken_back(prescribed.typed)),
    briefly(taken_back(mine.typed)),
    body.typed,
    briefly(soreness.typed),
    briefly(course.typed),
    briefly(check_in.typed),
    briefly(sore_place.typed),
    briefly(runs.typed),
    briefly(how_much.typed),
    briefly(unlogged.typed),
)

REMINDERS: dict[str, Remind] = {
    **dict.fromkeys([*SERIES, ONCE, SNOOZE, REPEAT], today.remind),
    BREAK: desk_breaks.remind,
    CARE: complaint.remind,
    CHECK_IN: check_in.recap,
    HOLD: countdown.tick,
}
HELD = frozenset({BREAK, CHECK_IN})  # while something has to be seen at once


def remind(chat: Conversation, reminder: Reminder) -> None:
    """What a reminder says when it is due, and that it was this one that came last."""
    kind = reminder.slot.partition(":")[0]
    if kind in HELD and emergency.open_now(chat):
        return
    REMINDERS[kind](chat, reminder)
    why_sent.sent(chat, reminder.slot)
    if chat.queued:
        keyboards.of_earlier_days(chat)


def leave(chat: Conversation) -> None:
    """What comes after every action, before its answers leave."""
    screening.comes_first(chat)
    emergency.comes_first(chat)
    unanswered.comes_first(chat)
    questions.ask_again(chat)
    questions.ask_when_needed(chat)
    unlogged.ask(chat)
    keyboards.of_earlier_days(chat)


def actions(admins: AbstractSet[int]) -> dict[Intent, Action]:
    """What every intent leads to, however it was expressed."""
    told: dict[Intent, Action] = {**asked_back.intents(standing.when)}
    for module in (*CAPABILITIES, about_me.passed_to(admins)):
        told |= getattr(module, "INTENTS", {})
    return told | {intent: pain.before(told[intent]) for intent in pain.TAKEN_FOR}


def routes(
    settings: Settings, lexicon: Callable[[], Lexicon], voice: VoiceNotes | None = None
) -> Handlers:
    own = [handler for module in CAPABILITIES for handler in getattr(module, "HANDLERS", [])]
    told = actions(settings.admins)
    tell = plain_words.teller(told, put_back.offer)
    answers = (briefly(under_way(safety_question.heard(told))), *AS_TAPPED)
    said = plain_words.said(tell, answers, AWAITED)
    heard = spoken.Words(understood, plain_words.read_surely, said, tell)
    own += calendar.handlers(settings.page_url)
    own += admin.handlers(settings.admins, settings.send_rate)
    return [
        *fallback.FIRST,
        *screening.handlers(lexicon),
        *own,
        *safety_question.handlers(told),
        *false_alarm.handlers(told),
        *asked_back.handlers(tell),
        *plain_words.handlers(tell, said, body.kept),
        *spoken.handlers(voice, heard),
        *fallback.HANDLERS,
    ]
