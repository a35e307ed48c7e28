"""What was told a short while ago: how it is put back when it is corrected or edited, and what an
unclear message meant, which is kept for authors without a name.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.dispatch.conversation import Conversation
from bot.services import on_screen, session
from bot.services.correcting import deeds
from bot.services.reminding import schedule
from content.intents import corrections
from content.intents.about_runner import corrected_run as run_corrections
from content.intents.corrections import AsWas
from content.intents.deciding.certainty import asked, asked_which
from content.intents.log import redated
from content.intents.meaning import Intent, Meaning
from content.language.compiler import compiled
from content.language.parsed_message import ParsedMessage, parse
from content.screening.redaction import worth_keeping
from scheduler.log.entries import ACTIVE, EDITABLE, LogEntry, Status, states
from scheduler.log.imported import SOURCE
from storage.queries.diary import NoteKind

JUST_NOW = timedelta(hours=1)
LATELY = timedelta(days=14)
LONGEST = 80  # characters of a correction
REMINDED = (Intent.REMIND, Intent.REMIND_DAYS, Intent.REMIND_WHEN)
CHANGED = (Intent.REMIND_DAYS, Intent.REMIND_OFF)
TOLD = {Status.DONE: Intent.DONE, Status.PARTIAL: Intent.PARTIAL}


def logged_just_now(chat: Conversation) -> LogEntry | None:
    """The newest entry of the log, if a short while ago the last message or a tap after it did."""
    entries = chat.work.session_log.entries(chat.runner.id)
    told = [each for each in entries if each.source != SOURCE]
    newest = max(told, key=lambda each: each.logged_at, default=None)
    if newest is None or newest.status not in ACTIVE or chat.now - newest.logged_at > JUST_NOW:
        return None
    at, why = on_screen.understood_at(chat), on_screen.reasons(chat)
    told_it = at == newest.logged_at and any(intent in TOLD.values() for intent, _ in why)
    return newest if told_it or at is None or at < newest.logged_at else None


def take_back(chat: Conversation, entry: LogEntry) -> None:
    """The log does not say it any more, and what follows from it is as it was."""
    chat.work.session_log.undo(chat.runner.id, entry, chat.now)
    if entry.day == chat.day:
        schedule.reopen_today(chat)
    elif not session.logged(chat):
        session.think_again(chat)


def take_back_told(chat: Conversation) -> LogEntry | None:
    """What the message that was understood last had logged is taken back; the newest of it."""
    at = on_screen.understood_at(chat)
    entries = chat.work.session_log.entries(chat.runner.id)
    told = [each for each in reversed(entries) if each.logged_at == at]
    for each in told:
        take_back(chat, each)
    return told[0] if told else None


def corrected_log(chat: Conversation) -> Meaning | None:
    """What the log of just now should have said, with the old entry taken back; else None."""
    entry = logged_just_now(chat) if len(chat.text) <= LONGEST else None
    if entry is None:
        return None
    logged = corrections.Logged(TOLD[entry.status], entry.day, entry.minutes, entry.cards)
    meaning = corrections.of_log(_reading(chat), logged, chat.day)
    if meaning and meaning.intent is not Intent.UNDO:
        take_back(chat, entry)
    return meaning


def as_it_was(chat: Conversation) -> Meaning | None:
    """ "Leave it as it was" takes back what the last message changed; if that changed nothing,
    all stays. A log that was only told, and words that may mean less, are asked about.
    """
    found = corrections.as_it_was(_reading(chat))
    if found is AsWas.NO:
        return None
    deed = deeds.last(chat)
    if _asked_just_now(chat):
        return Meaning(Intent.UNDO)  # nothing has been done of it
    late = deed is None or chat.now - deed.at > JUST_NOW
    if deed is None or late or not deeds.told_just_before(chat, deed):
        return Meaning(Intent.STAYS)
    sure = deed.mends or found is AsWas.SURELY
    return Meaning(Intent.UNDO) if sure else asked(Meaning(Intent.UNDO))


def surely_as_it_was(chat: Conversation) -> Meaning | None:
    """The same where nothing else can be meant, whatever is asked just now."""
    if len(chat.text) > LONGEST or corrections.as_it_was(_reading(chat)) is not AsWas.SURELY:
        return None
    meaning = as_it_was(chat)
    return meaning if meaning and meaning.intent is Intent.UNDO else None


def _asked_just_now(chat: Conversation) -> bool:
    last = [intent for intent, _ in on_screen.reasons(chat)][-1:]
    return chat.runner.editing is not None or last == [Intent.SURE.value]


def corrected_run(chat: Conversation) -> Meaning | None:
    """A run that is told otherwise than before: how far it was, or on which day."""
    since = chat.day - LATELY
    notes = [
        each
        for each in chat.work.diary.notes(chat.runner.id, since)
        if each.kind == NoteKind.RUN and each.data["done"]
    ]
    if not notes or len(chat.text) > LONGEST:
        return None
    deed = deeds.last(chat)
    fresh = deed is not None and chat.now - deed.at <= JUST_NOW
    told = deed if fresh and deeds.told_just_before(chat, deed) else None
    just = max(told.runs) if told and told.runs else None
    runs = {each.day: each.data.get("km") for each in notes}
    known = just if just in runs else None
    return run_corrections.corrected_run(_reading(chat), runs, known, chat.day)


def other_day(chat: Conversation, heard: Sequence[Meaning]) -> Meaning | None:
    """A log that is of another day, or is to go: "it was saturday, not monday", "drop monday".

    After words about reminders, and where no log is of that day, such words are about those.
    """
    last = {intent for intent, _ in on_screen.reasons(chat)}
    if not last.isdisjoint(REMINDED) or (_is_undo(heard) and heard[0].day):
        return None
    entries = chat.work.session_log.entries(chat.runner.id)
    known = {
        day: TOLD[entry.status]
        for day, entry in states(entries).items()
        if entry.status in TOLD and chat.day - day <= EDITABLE
    }
    just = logged_just_now(chat)
    reading, log = _reading(chat), redated.Told(known, just.day if just else None)
    found = (
        redated.redated(reading, log, chat.day)
        or redated.removed(reading, log, chat.day)
        or redated.minutes_of(reading, log, chat.day)
        or redated.put_back(reading, log, chat.day)
    )
    if found is None or found.intent is not Intent.SURE:
        return found
    if len(heard) > 1:  # each of two things is understood by itself
        return None
    changes = heard[0].intent in CHANGED and not found.left
    return asked_which(*found.offers, heard[0]) if changes else found


def _is_undo(heard: Sequence[Meaning]) -> bool:
    return len(heard) == 1 and heard[0].intent is Intent.UNDO


def corrected_words(chat: Conversation) -> str | None:
    """The message that a correction of the last one stands for."""
    at, told = on_screen.understood_at(chat), on_screen.reasons(chat)
    if at is None or not told or len(chat.text) > LONGEST or chat.now - at > JUST_NOW:
        return None
    return corrections.in_full(_reading(chat), Intent(told[-1][0]))


def _reading(chat: Conversation) -> ParsedMessage:
    content = chat.content
    return parse(chat.text, compiled(content.lexicon, content.names))


def keep_unclear(chat: Conversation) -> None:
    """The message, if it is for authors; what is chosen below it may follow.

    What was spoken is not: it may have been heard wrong, and teaches them nothing.
    """
    if chat.spoken:
        return
    kept = worth_keeping(chat.text, chat.runner.name, chat.content.lexicon)
    if kept:
        chat.work.unanswered.keep(kept, chat.now)
    _remember(chat, kept)


def meant(chat: Conversation, meant: str) -> None:
    """What the last unclear message meant, by what was tapped; it is settled with this."""
    if kept := (chat.runner.shown or {}).get("unclear"):
        chat.work.unanswered.keep(f"{kept} → {meant}", chat.now)
        _remember(chat, None)


def _remember(chat: Conversation, kept: str | None) -> None:
    if kept != (chat.runner.shown or {}).get("unclear"):
        chat.change(shown={**(chat.runner.shown or {}), "unclear": kept})
