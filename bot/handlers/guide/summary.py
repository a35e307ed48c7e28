"""The end of a walk: what was done is logged by itself, once, and told with what it means."""

from dataclasses import replace
from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.cards import card_of, cards_of, known
from bot.services.guiding import active_guide, guide_log
from bot.services.history import streaks
from bot.services.reminding import reminder_habits, schedule
from bot.services.wording import tone
from bot.values.guide_position import date_of
from bot.values.praise import NO_PRAISE, Praise
from bot.views.guide import summary as views
from bot.views.reminders import learning
from content.coaching.session.completed_work import CardProgress, Tally, tally
from scheduler.log.entries import LogEntry, Logged, Status, log, states
from scheduler.planning.memory import Priority

SOURCE = "walk"


def finish(chat: Conversation, on: date | None = None) -> bool:
    """Log what was walked just now; False if that is nothing new, or the runner told more."""
    told, day = chat.meaning, on or chat.day
    if told.card or told.named or told.minutes or told.side:
        return False
    if kept := active_guide.get(chat):
        guide_log.leave(chat, kept)  # what has run of this step is walked, too
    if not _lately(chat, day):
        return False
    added = added_up(chat, day)
    standing = _standing(chat, day)
    if standing and set(added.cards) <= set(standing.cards):
        return False
    if not added.cards or (added.left and not added.worked):
        return False  # only looked at
    _log(chat, day, added, by_word=True)
    return True


def stop(chat: Conversation) -> None:
    """That's it for today: what is done counts, however little it is."""
    day = date_of(chat.args(1)[0]) if chat.tap else chat.day
    end_here(chat, day or chat.day)


def worked(chat: Conversation, day: date) -> bool:
    """Did any work run that day?"""
    return added_up(chat, day).worked


def whole_session(chat: Conversation, day: date) -> None:
    """All of that day's session, on the runner's word."""
    offer = session.offered(chat, day) or session.todays(chat)
    _log(chat, day, Tally(offer.cards, offer.minutes))


def log_day(chat: Conversation, day: date) -> None:
    """What ran on an earlier day and was never ended."""
    _log(chat, day, added_up(chat, day))


def end_here(
    chat: Conversation,
    day: date,
    *,
    short: bool = False,
    asking: bool = True,
    by_word: bool = False,
) -> bool:
    """End the session where it is; was anything done?

    `short` says that the next one is; `asking` for soreness, which
    somebody whom a card has hurt has told already: they are offered no more today. `by_word` says
    that the runner may have done more than the clock saw.
    """
    if kept := active_guide.get(chat):
        guide_log.leave(chat, kept)
    added = added_up(chat, day)
    if added.worked:
        _log(chat, day, added, short=short, asking=asking, by_word=by_word)
    else:
        active_guide.take_away(chat)
        if asking:
            chat.show(views.nothing_done(chat.wording, short=short))
        elif chat.tap and chat.tap.message_id:
            chat.unbutton(chat.tap.message_id)
    return added.worked


def own(chat: Conversation) -> None:
    """A single card that was walked by itself, on the runner's word: an older message's button."""
    (card_id,) = chat.args(1)
    card = card_of(chat, card_id)
    found = guide_log.walked(chat, chat.day).get(card.id, CardProgress(ended=True))
    _log(chat, chat.day, tally({card.id: found}, cards_of(chat)))


def end_card(chat: Conversation, card_id: str, on: date | None = None) -> None:
    """The end of a single card that was walked by itself."""
    day = on or chat.day
    found = guide_log.walked(chat, day).get(card_id, CardProgress())
    added = tally({card_id: found}, cards_of(chat))
    if added.worked:
        _log(chat, day, added)
    else:
        active_guide.take_away(chat)
        chat.show(views.nothing_done(chat.wording, short=False))


def all_of_it(chat: Conversation) -> None:
    """The runner's word against the clock's: the session was done in full."""
    day = date_of(chat.args(1)[0]) or chat.day
    offer, standing = session.offered(chat, day), _standing(chat, day)
    if offer is None or standing is None:
        chat.toast("old")
        return
    cards = tuple(dict.fromkeys((*standing.cards, *offer.cards)))
    whole = LogEntry(day, Status.DONE, offer.minutes, cards, chat.now, standing.note, SOURCE)
    if replace(whole, logged_at=standing.logged_at) == standing:
        chat.toast("already")
        return
    chat.work.session_log.record(chat.runner.id, whole)
    _tell(chat, day, Tally(cards, offer.minutes), Logged(whole))


def _log(
    chat: Conversation,
    day: date,
    added: Tally,
    *,
    short: bool = False,
    asking: bool = True,
    by_word: bool = False,
) -> None:
    entries = chat.work.session_log.entries(chat.runner.id)
    standing = states(entries).get(day)
    logged = log(
        entries,
        Status.PARTIAL if added.left else Status.DONE,
        chat.now,
        chat.zone,
        day=day,
        minutes=_minutes(chat, added, standing),
        cards=added.cards,
        sides=added.sides,
        source=SOURCE,
    )
    active_guide.take_away(chat)
    if logged.entry:
        chat.work.session_log.record(chat.runner.id, logged.entry)
    if day == chat.day:
        schedule.settle_today(chat)
    praise = streaks.praise(chat, entries, logged.entry) if asking else NO_PRAISE
    _tell(chat, day, added, logged, short=short, asking=asking, by_word=by_word, praise=praise)
    if logged.entry and not added.left and day == chat.day:
        _ask_about_habit(chat)


def _ask_about_habit(chat: Conversation) -> None:
    if asked := reminder_habits.question(chat):
        chat.say(learning.question(chat.wording, asked))


def _tell(
    chat: Conversation,
    day: date,
    added: Tally,
    logged: Logged,
    *,
    short: bool = False,
    asking: bool = True,
    by_word: bool = False,
    praise: Praise = NO_PRAISE,
) -> None:
    status = Status.PARTIAL if added.left else Status.DONE
    entries = chat.work.session_log.entries(chat.runner.id)
    chat.toast("already" if logged.already else status.value)
    chat.show(
        views.summary(
            tone.wording(chat),
            added,
            known(chat),
            day,
            status=status,
            already=logged.already,
            today=chat.day,
            week=streaks.so_far(chat, entries),
            streak=streaks.told(chat, entries),
            more=asking and _goes_on(chat, day, added),
            praise=praise,
            short=short,
            asking=asking,
            by_word=by_word,
        ),
        silent=chat.priority is Priority.TICK and not chat.answers.sound,
    )


def _goes_on(chat: Conversation, day: date, added: Tally) -> bool:
    return day == chat.day and not added.left and session.more(chat) is not None


def added_up(chat: Conversation, day: date) -> Tally:
    offer, standing = session.offered(chat, day), _standing(chat, day)
    full = set(standing.cards) if standing and standing.status is Status.DONE else set()
    open_ = [card for card in (offer.cards if offer else ()) if card not in full]
    return tally(guide_log.walked(chat, day), cards_of(chat), open_)


def _minutes(chat: Conversation, added: Tally, standing: LogEntry | None) -> int | None:
    """With what the day had before, of which the cards walked again are no part."""
    if standing is None or standing.minutes is None or standing.source == SOURCE:
        return added.minutes or None
    fresh = {
        c: e for c, e in guide_log.walked(chat, standing.day).items() if c not in standing.cards
    }
    return standing.minutes + tally(fresh, cards_of(chat)).minutes


def _standing(chat: Conversation, day: date) -> LogEntry | None:
    return states(chat.work.session_log.entries(chat.runner.id, since=day)).get(day)


def _lately(chat: Conversation, day: date) -> bool:
    last = guide_log.last_step(chat, day)
    return last is not None and chat.now - last <= active_guide.FRESH


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(stop), r"^stop:"),
    CallbackQueryHandler(handle(own), r"^own:"),
    CallbackQueryHandler(handle(all_of_it), r"^all:"),
]
