"""Today's session: offered, started, put off."""

from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import care, enrolment, on_screen, open_questions, session
from bot.services.guiding import guide, own_moves
from bot.services.on_screen import Screen
from bot.services.reminding import days_off, one_off, pauses, reminder_habits, schedule
from bot.services.reminding.day_of_programme import day_of_programme
from bot.services.safety import gate
from bot.services.training_state import training_state
from bot.services.wording import tone
from bot.values.guide_position import date_of
from bot.values.offer import Offer
from bot.views.care import care as caring
from bot.views.care.refused import refused
from bot.views.guide.looks import LOOKS
from bot.views.log.runs import run_soon
from bot.views.session import ask as asking
from bot.views.session import today as views
from bot.views.session.keys import PAGES, page
from content.catalog.taxonomy import Moment
from content.coaching.recommend.choose import NothingFits, choose
from content.intents.meaning import Intent, Meaning
from content.intents.moves.session_words import Aside, aside
from scheduler.calendar.recurrence import GRACE, Lateness, Occurrence, judge
from scheduler.planning.memory import Priority, Reminder
from scheduler.reminders.slots import DAILY, REPEAT, SERIES, SNOOZE

AFTER_RUN = "run"  # the cue of who does it after the run
FIRST = (DAILY, SNOOZE, REPEAT)  # these follow the cue; the others stand for themselves


def today(chat: Conversation) -> None:
    """The session of the day, with buttons to begin it or put it off."""
    if chat.meaning.day and chat.meaning.day > chat.day:
        tomorrow(chat)
        return
    if chat.meaning.day:
        session.as_on(chat, chat.meaning.day, gate.shut(chat))
    offer = session.todays(chat, chat.meaning.moment, chat.meaning.minutes)
    if asks_for_run(chat, offer):
        open_questions.wonder(chat, "run_soon", "")
        chat.show(run_soon(chat.wording, ""))
    elif offer.cards:
        on_screen.see(chat, Screen.SESSION)
        chat.show(
            views.offer(
                chat.wording,
                offer,
                chat.content.library.cards,
                enrolment.news(chat),
                own_moves.told(chat),
            )
        )
    else:
        nothing(chat, offer)


def tomorrow(chat: Conversation) -> None:
    """What the next day's session looks like from here; nothing of it is kept."""
    coming = session.tomorrows(chat)
    chat.say(views.tomorrow(chat.wording, coming, chat.content.library.cards))


def asks_for_run(chat: Conversation, offer: Offer) -> bool:
    """Does it matter whether a run comes, and nobody knows?"""
    still = chat.meaning.moment is None and session.holds_still(chat, offer.cards)
    return still and session.run_is_unknown(chat)


def start(chat: Conversation) -> None:
    """The session that the button hangs on, step by step; one half walked goes on where it was."""
    _start(chat, date_of(chat.args()[0]) if chat.args() else None)


def started(chat: Conversation) -> bool:
    """The same by a word, "start" or "go", where the session is what stands there."""
    if aside(chat.text, chat.content.lexicon) is not Aside.START:
        return False
    if on_screen.screen(chat) is not Screen.SESSION or session.current(chat) is None:
        return False
    _start(chat, None)
    return True


def _start(chat: Conversation, day: date | None) -> None:
    offer = guide.listed(chat, day)
    if not offer.cards:
        nothing(chat, offer)
        return
    chat.toast("started")
    left = guide.next_card(chat, offer.day, "")
    guide.open_card(chat, left.id if left else offer.cards[0], LOOKS, day=offer.day)


def nothing(chat: Conversation, offer: Offer) -> None:
    """No session today: the body says stop, areas rest, or no card is left."""
    if asked := care.question(chat):
        chat.say(caring.question(chat.wording, asked))
    elif no := gate.all_shut(chat):
        chat.show(refused(chat.wording, no))
    else:
        chat.show(
            views.rest_day(chat.wording)
            if _stopped(offer)
            else asking.nothing_fits(chat.wording, reviewed_only=chat.content.reviewed_only)
        )


def _stopped(offer: Offer) -> bool:
    return any(reason.key == "stop" for reason in offer.reasons)


def unfold(chat: Conversation) -> None:
    """The buttons behind one of them, in the same message."""
    name, raw = chat.args(2)
    day, here = date_of(raw), chat.tap.message_id if chat.tap else None
    if name not in PAGES or day is None or here is None:
        raise StaleTap(name)
    chat.buttons(here, page(chat.wording, name, day, own=bool(chat.answers.own)))


def try_one(chat: Conversation) -> None:
    """One good move at once, whatever is still unanswered."""
    known, cards = chat.answers.profile, chat.content.library.cards
    try:
        wish = Meaning(Intent.ASK, moment=_before_run(chat))
        found = choose(wish, known, cards, hidden=gate.shut(chat))
    except NothingFits:
        no, only = gate.all_shut(chat), chat.content.reviewed_only
        none = asking.nothing_fits(chat.wording, reviewed_only=only)
        chat.show(refused(chat.wording, no) if no else none)
        return
    chat.toast("started")
    if on_screen.question(chat):
        on_screen.put_off(chat)
    guide.open_card(chat, found.card, LOOKS)


def _before_run(chat: Conversation) -> Moment | None:
    """Nothing held still before a run; any other moment needs no heed."""
    moment = session.moment_now(chat)
    return moment if moment is Moment.BEFORE_RUN else None


def _reminded(chat: Conversation, cue: str | None) -> Offer:
    """The session of a reminder. One that comes “right after your run” is for after it."""
    follows = cue == AFTER_RUN and session.moment_now(chat) is Moment.BEFORE_RUN
    return session.todays(chat, Moment.AFTER_RUN if follows else None)


def remind(chat: Conversation, reminder: Reminder) -> None:
    """The reminder's own moment: say it, if it still makes sense."""
    chat.priority = Priority.REMINDER
    moment = reminder.due or chat.now
    occurrence = Occurrence(reminder.day or chat.day, moment)
    late = judge(occurrence, chat.now)
    if late is Lateness.TOO_LATE or not _wanted(chat, reminder.slot, occurrence):
        return
    if reminder.slot in SERIES and not reminder_habits.due(chat, reminder):
        return
    enrolment.go_on(chat, training_state(chat))
    asked = care.question(chat) if reminder.slot in SERIES else None
    if asked:
        chat.say(caring.question(chat.wording, asked), expires=moment + GRACE - chat.now)
        return
    if tone.silent(chat):
        return
    cue = chat.answers.cue if reminder.slot in FIRST else None
    offer = _reminded(chat, cue)
    if not offer.cards:
        return
    turn = SERIES.index(reminder.slot) if reminder.slot in SERIES else None
    again = reminder.data.get("times", 0) + reminder.data.get("asked", 0)
    reply = views.reminder(
        tone.wording(chat),
        offer,
        chat.content.library.cards,
        cue,
        late=late is Lateness.LATE,
        turn=turn,
        again=again,
        news=[*days_off.news(chat), *enrolment.news(chat), *reminder_habits.reminded(chat)],
        day=day_of_programme(chat),
        prescribed=own_moves.told(chat),
    )
    silent = bool(reminder.data.get("silent"))
    chat.say(reply, label=f"reminder:{offer.day}", expires=moment + GRACE - chat.now, silent=silent)
    if reminder_habits.answers(chat):
        one_off.ask_again(chat, reminder)


def _wanted(chat: Conversation, slot: str, occurrence: Occurrence) -> bool:
    """Not when the chat is closed, reminders are paused, or it is done with already.

    "Done" clears the snooze that was set before it, so one that is still there was set after.
    """
    if chat.runner.off_since:
        return False
    if slot == SNOOZE:
        return True
    if slot == REPEAT and pauses.quiet(chat).covers(chat.now, chat.zone):
        return False
    return not pauses.paused(chat) and not schedule.settled(chat, occurrence)


INTENTS = {Intent.SESSION: today}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(today), r"^today$"),
    CallbackQueryHandler(handle(start), r"^start(:|$)"),
    CallbackQueryHandler(handle(unfold), r"^keys:"),
    CallbackQueryHandler(handle(try_one), r"^try$"),
]
