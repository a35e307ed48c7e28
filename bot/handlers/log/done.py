"""Logging: done, half, not today, yesterday."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from telegram.ext import CallbackQueryHandler, MessageReactionHandler

from bot.dispatch.context import Capability, handle
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.reply import Reply
from bot.handlers.log import mending, undo
from bot.services import session
from bot.services.guiding import guide
from bot.services.history import streaks
from bot.services.reminding import reminder_habits, schedule
from bot.services.safety import complaints
from bot.services.wording import tone
from bot.values.offer import Offer
from bot.values.praise import Praise
from bot.views.guide.looks import LOOKS
from bot.views.log import done as views
from bot.views.reminders import learning
from content.coaching.dosage.volume import Seconds
from content.coaching.session.completed_work import fitting, one_sided
from content.intents.meaning import Intent
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.running import no_training
from scheduler.log.entries import ACTIVE, LogEntry, Logged, Status, log, states

APART = timedelta(hours=1)  # from which minutes of today are another session
NOTE_WORDS = 3  # from which a log in words is kept as a note
Finish = Callable[[Conversation, date | None], bool]  # True when it was logged
LIKES = {"👍", "❤", "🔥", "💪", "👌", "🎉", "💯"}


def done(finish: Finish) -> Action:
    """ "Done" logs what was walked with me, if `finish` logs that; else the session."""

    def told(chat: Conversation) -> None:
        if not finish(chat, _day(chat)):
            _log(chat, Status.DONE)

    return told


def partial(chat: Conversation) -> None:
    _log(chat, Status.PARTIAL)


def not_today(chat: Conversation) -> None:
    _log(chat, Status.EXCUSED)


def missed(chat: Conversation) -> None:
    """Told, not asked for: nothing is logged, nothing is held against anybody."""
    day = chat.meaning.day or chat.day
    if chat.meaning.mends and mending.clear(chat, day):
        undo.cleared(chat, day)
        return
    if day == chat.day:  # another day says nothing of today's reminder
        schedule.settle_today(chat)
    chat.show(views.missed(chat.wording))


def later(chat: Conversation) -> None:
    """It will be done some time: nothing to log yet."""
    chat.say(views.later(chat.wording, chat.meaning.day))


def liked(chat: Conversation) -> None:
    """A thumbs-up on the reminder counts as done."""
    about, _, day = (chat.work.outbox.label(chat.runner.id, chat.message_id or 0) or "").partition(
        ":"
    )
    if chat.reaction in LIKES and about == "reminder":
        _log(chat, Status.DONE, date.fromisoformat(day))


def _log(chat: Conversation, status: Status, on: date | None = None) -> None:
    """Log the session of today, or of the day that was meant, once."""
    day = on or _day(chat) or chat.day
    if chat.meaning.since and not chat.tap:
        mending.move(chat, chat.meaning.since, day)
        return
    before = list(chat.work.session_log.entries(chat.runner.id))
    logged = _record(chat, status, day)
    if logged.refusal:
        chat.show(views.refused(chat.wording, logged.refusal))
        return
    if day == chat.day:
        schedule.settle_today(chat)
    chat.toast("already" if logged.already else status.value)
    chat.show(_told(chat, status, logged, day, streaks.praise(chat, before, logged.entry)))
    if status is Status.DONE and day == chat.day and logged.entry and not _forbidden(chat):
        _ask_about_habit(chat)


def _forbidden(chat: Conversation) -> Complaint | None:
    """The red flag for which nothing was to be trained: it is noted without praise."""
    return no_training(complaints.held(chat))


def _ask_about_habit(chat: Conversation) -> None:
    if asked := reminder_habits.question(chat):
        chat.say(learning.question(chat.wording, asked))


def _record(chat: Conversation, status: Status, day: date) -> Logged:
    """Write it down, with the moves of that day; less than before only where that is said."""
    entries = chat.work.session_log.entries(chat.runner.id)
    offer = session.offered(chat, day)
    if offer is None and day == chat.day:
        offer = session.todays(chat)
    minutes, cards = _what(chat, status, offer)
    told = "" if chat.tap else chat.text  # below a button stand our words
    note = told if len(told.split()) >= NOTE_WORDS else None
    logged = log(
        entries,
        status,
        chat.now,
        chat.zone,
        day=day,
        minutes=minutes,
        cards=cards,
        note=note,
        sides=_sides(chat, cards),
        adds=chat.meaning.adds or _another(chat, entries, day),
    )
    if logged.already and (chat.meaning.mends or chat.meaning.minutes):
        return mending.mend(chat, status, day, note, chat.meaning.minutes)
    if logged.entry:
        chat.work.session_log.record(chat.runner.id, logged.entry)
    return logged


def _told(chat: Conversation, status: Status, logged: Logged, day: date, praise: Praise) -> Reply:
    """The answer: what was noted, the week, and what may be asked or offered now."""
    entries = chat.work.session_log.entries(chat.runner.id)
    so_far, weeks = streaks.so_far(chat, entries), streaks.told(chat, entries)
    stands = _forbidden(chat)
    more = not stands and status is Status.DONE and day == chat.day and session.goes_on(chat)
    wording = tone.wording(chat)
    shown = views.logged(
        wording,
        status,
        logged,
        day,
        today=chat.day,
        week=so_far,
        streak=weeks,
        praise=praise,
        more=more,
        stands=stands,
    )
    if stands:
        return shown
    if status in ACTIVE and day == chat.day and logged.entry:
        return views.asking_soreness(chat.wording, shown)
    if status is Status.EXCUSED and logged.entry:
        return views.asking_why(chat.wording, shown, day)
    return shown


def _another(chat: Conversation, entries: Sequence[LogEntry], day: date) -> bool:
    """Are these minutes of another session of today? Told soon after, they are of the same one."""
    before = states(entries).get(day) if day == chat.day and not chat.meaning.mends else None
    if before is None or before.status not in ACTIVE or not before.minutes:
        return False
    return chat.meaning.minutes is not None and chat.now - before.logged_at >= APART


def _what(
    chat: Conversation, status: Status, offer: Offer | None
) -> tuple[int | None, tuple[str, ...]]:
    """The minutes and cards that were done: those told, else those of the offer, as far as the
    minutes that were told reach.
    """
    told = chat.meaning
    if told.card:
        return told.minutes, told.cards or (told.card,)
    if told.named or offer is None or status is Status.EXCUSED:
        return told.minutes, ()
    if told.minutes:
        known = chat.content.library.cards
        listed = [known[each] for each in offer.cards if each in known]
        return told.minutes, tuple(card.id for card in fitting(listed, told.minutes))
    return offer.minutes if status is Status.DONE else None, offer.cards


def _sides(chat: Conversation, cards: tuple[str, ...]) -> dict[str, Seconds]:
    """What each side had where one was told ("left side only"); nothing otherwise."""
    side, known = chat.meaning.side, chat.content.library.cards
    return one_sided([known[each] for each in cards if each in known], side) if side else {}


def one_more(chat: Conversation) -> None:
    """Another card today: it joins the session, and is logged with it."""
    card = session.extend(chat)
    if card is None:
        chat.toast("enough")
    else:
        guide.open_card(chat, card, LOOKS, day=chat.day)


def _day(chat: Conversation) -> date | None:
    """The day that is meant: the button's own, the one said, or today."""
    if chat.args():
        return mending.told_day(chat.args(1)[0])
    return chat.meaning.day


def after(finish: Finish) -> Capability:
    """`finish` logs a walk that has just ended; it comes before all of the session."""
    finished = done(finish)
    return Capability(
        INTENTS={
            Intent.DONE: finished,
            Intent.PARTIAL: partial,
            Intent.MISSED: missed,
            Intent.LATER: later,
        },
        HANDLERS=[
            CallbackQueryHandler(handle(finished), r"^done(:|$)"),
            CallbackQueryHandler(handle(partial), r"^half(:|$)"),
            CallbackQueryHandler(handle(not_today), r"^rest(:|$)"),
            CallbackQueryHandler(handle(one_more), r"^more$"),
            MessageReactionHandler(handle(liked)),
        ],
    )
