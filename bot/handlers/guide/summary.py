"""The end of a walk: what was done is logged once, and told with what it means for the week."""

from dataclasses import replace
from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, story
from bot.dispatch.conversation import Chat
from bot.handlers.guide import steps
from bot.handlers.reminders import learning
from bot.services import active_guide, guide_log, schedule, session, streaks
from bot.views.guide import summary as views
from content.coaching.session.completed_work import Tally, Walked, tally
from scheduler.log.entries import Entry, Logged, Status, log, states, week

SOURCE = "walk"


def finish(chat: Chat, *, on: date | None = None) -> bool:
    """Log what was walked just now; False if that is nothing new, or the runner told more."""
    told, day = chat.meaning, on or chat.day
    if told.card or told.named or told.minutes or told.side or not _lately(chat, day):
        return False
    added = _added_up(chat, day)
    standing = _standing(chat, day)
    if standing and set(added.cards) <= set(standing.cards):
        return False
    if not added.cards or (added.left and not added.worked):
        return False  # only looked at
    _log(chat, day, added, by_word=True)
    return True


def stop(chat: Chat) -> None:
    """That's it for today: what is done counts, however little it is."""
    day = steps.date_of(chat.args(1)[0]) if chat.tap else chat.day
    end_here(chat, day or chat.day)


def end_here(chat: Chat, day: date, *, short: bool = False, asking: bool = True) -> None:
    """End the session where it is. `short` says that the next one is; `asking` for soreness."""
    if kept := active_guide.get(chat):
        guide_log.leave(chat, kept)
    added = _added_up(chat, day)
    if added.worked:
        _log(chat, day, added, short=short, asking=asking)
    else:
        active_guide.end(chat)
        chat.show(views.nothing_done(short=short))


def own(chat: Chat) -> None:
    """A single card that was walked by itself."""
    (card_id,) = chat.args(1)
    card = steps.card_of(chat, card_id)
    found = guide_log.walked(chat, chat.day).get(card.id, Walked(ended=True))
    _log(chat, chat.day, tally({card.id: found}, chat.coach.library.cards))


def all_of_it(chat: Chat) -> None:
    """The runner's word against the clock's: the session was done in full."""
    day = steps.date_of(chat.args(1)[0]) or chat.day
    offer, standing = session.offered(chat, day), _standing(chat, day)
    if offer is None or standing is None:
        chat.toast("old")
        return
    cards = tuple(dict.fromkeys((*standing.cards, *offer.cards)))
    whole = Entry(day, Status.DONE, offer.minutes, cards, chat.now, standing.note, SOURCE)
    if replace(whole, logged_at=standing.logged_at) == standing:
        chat.toast("already")
        return
    chat.work.journal.record(chat.runner.id, whole)
    _tell(chat, day, Tally(cards, offer.minutes), Logged(whole))


def _log(chat: Chat, day: date, added: Tally, **said: bool) -> None:
    entries = chat.work.journal.entries(chat.runner.id)
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
    active_guide.end(chat)
    if logged.entry:
        chat.work.journal.record(chat.runner.id, logged.entry)
    if day == chat.day:
        schedule.settle_today(chat)
    _tell(chat, day, added, logged, **said)
    if logged.entry and not added.left and day == chat.day:
        learning.ask(chat)


def _tell(chat: Chat, day: date, added: Tally, logged: Logged, **said: bool) -> None:
    status = Status.PARTIAL if added.left else Status.DONE
    entries = chat.work.journal.entries(chat.runner.id)
    chat.toast("already" if logged.already else status.value)
    chat.show(
        views.summary(
            added,
            chat.coach.library.cards,
            day,
            status=status,
            already=logged.already,
            today=chat.day,
            week=week(entries, chat.day),
            streak=streaks.told(chat, entries),
            more=day == chat.day and not added.left and session.more(chat) is not None,
            **said,
        )
    )


def _added_up(chat: Chat, day: date) -> Tally:
    offer, standing = session.offered(chat, day), _standing(chat, day)
    full = set(standing.cards) if standing and standing.status is Status.DONE else set()
    open_ = [card for card in (offer.cards if offer else ()) if card not in full]
    return tally(guide_log.walked(chat, day), chat.coach.library.cards, open_)


def _minutes(chat: Chat, added: Tally, standing: Entry | None) -> int | None:
    """With what the day had before, of which the cards walked again are no part."""
    if standing is None or standing.minutes is None or standing.source == SOURCE:
        return added.minutes or None
    fresh = {
        c: e for c, e in guide_log.walked(chat, standing.day).items() if c not in standing.cards
    }
    return standing.minutes + tally(fresh, chat.coach.library.cards).minutes


def _standing(chat: Chat, day: date) -> Entry | None:
    return states(chat.work.journal.entries(chat.runner.id, since=day)).get(day)


def _lately(chat: Chat, day: date) -> bool:
    last = guide_log.last_step(chat, day)
    return last is not None and chat.now - last <= active_guide.FRESH


HANDLERS: Handlers = [
    CallbackQueryHandler(story(stop), r"^stop:"),
    CallbackQueryHandler(story(own), r"^own:"),
    CallbackQueryHandler(story(all_of_it), r"^all:"),
]
