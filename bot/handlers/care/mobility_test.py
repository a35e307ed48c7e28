"""The range-of-motion test: lengths off a tape, three tries a side, and an honest answer."""

from dataclasses import replace
from datetime import time

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import care
from bot.services.mobility_tests import earlier, last_day, under_way
from bot.services.safety import gate
from bot.views.care import care as caring
from bot.views.care import mobility_test as views
from bot.views.care.refused import refused
from content.catalog.taxonomy import Side
from content.coaching.gate import Refusal, Why
from content.coaching.mobility_test.attempt import MobilityTest
from content.coaching.mobility_test.hip_extension import (
    Measured,
    OffTheTape,
    change,
    comparable,
    next_day,
    result,
    spread,
)
from content.coaching.mobility_test.tape_measure import lengths
from content.intents.meaning import Intent
from storage.queries.diary import Note, NoteKind

CARD = "hip-extension-test"


def begin(chat: Conversation) -> None:
    """What it is and what it takes, unless something rests or the last one is too near."""
    last, anyway = last_day(chat), chat.args() == ["anyway"]
    if _refused(chat):
        return
    if last and chat.day < next_day(last) and not anyway:
        chat.show(views.too_soon(chat.wording, last, next_day(last)))
        return
    card, at = chat.content.library.cards[CARD], _hour(chat)
    chat.say(views.intro(chat.wording, card, at, again=any(earlier(chat).values())))


def _refused(chat: Conversation) -> bool:
    """No test on what rests after a red flag, nor on a day with a stop sign."""
    card, rests = chat.content.library.cards.get(CARD), care.resting(chat)
    if card is None:  # nobody has reviewed it yet
        chat.change(trial=None)
        chat.say(views.not_reviewed(chat.wording))
        return True
    no = Refusal(Why.COMPLAINT, rests.complaint) if rests else gate.unsafe(chat, card)
    if no is None:
        return False
    chat.change(trial=None)
    if no.why is Why.SORE:
        asked = care.question(chat)
        chat.say(caring.question(chat.wording, asked) if asked else views.not_today(chat.wording))
    else:
        chat.say(refused(chat.wording, no, card))
    return True


def go(chat: Conversation) -> None:
    """The first try, or the next one of a test that is under way."""
    if not _refused(chat):
        _ask(chat, under_way(chat) or MobilityTest())


def other_helper(chat: Conversation) -> None:
    """Somebody else reads the tape than last time: it counts, and is compared with nothing."""
    if not _refused(chat):
        _ask(chat, replace(under_way(chat) or MobilityTest(), same_helper=False))


def back(chat: Conversation) -> None:
    """The last try was wrong: measure it again."""
    _ask(chat, (under_way(chat) or MobilityTest()).back())


def stop(chat: Conversation) -> None:
    chat.change(trial=None)
    chat.show(views.stopped(chat.wording))


def typed(chat: Conversation) -> bool:
    """Take the message as lengths off the tape, if a test is under way and it is lengths."""
    trial, read = under_way(chat), lengths(chat.text)
    if trial is None or read is None:
        return False
    if _refused(chat):
        return True
    try:
        trial = trial.measured(read)
    except OffTheTape as error:
        chat.say(views.off_the_tape(chat.wording, error.what, trial))
        return True
    if trial.side:
        _ask(chat, trial)
    else:
        _finish(chat, trial)
    return True


def _ask(chat: Conversation, trial: MobilityTest) -> None:
    chat.change(trial={"day": chat.day.isoformat(), **trial.stored()})
    chat.show(views.ask(chat.wording, trial))


def _finish(chat: Conversation, trial: MobilityTest) -> None:
    """Both sides are measured: keep the index, and say what its change tells and what not."""
    before_today, at = earlier(chat), chat.local.time().replace(second=0, microsecond=0)
    chat.change(trial=None)
    told = []
    for side in Side:
        tries = trial.of(side)
        now = Measured(chat.day, at, result(tries), spread(tries))
        _keep(chat, side, now, trial)
        fit = comparable(before_today[side], chat.day, at) if trial.same_helper else None
        told.append(views.Told(side, now, fit, change(fit, now) if fit else None))
    first = not any(before_today.values())
    chat.say(views.results(chat.wording, told, first=first, same_helper=trial.same_helper))


def _keep(chat: Conversation, side: Side, now: Measured, trial: MobilityTest) -> None:
    data = {
        "index": now.index,
        "spread": now.spread,
        "at": f"{now.at:%H:%M}",
        "tries": [list(each) for each in trial.of(side)],
    }
    chat.work.diary.write(chat.runner.id, Note(chat.day, NoteKind.TEST, side, chat.now, data))


def _hour(chat: Conversation) -> time | None:
    """The time of day of the last test, which is best kept."""
    known = [each for found in earlier(chat).values() for each in found if each.at]
    return max(known, key=lambda each: each.day).at if known else None


def tapped(chat: Conversation) -> None:
    (what,) = chat.args(1)
    if what not in ACTS:
        raise StaleTap(what)
    ACTS[what](chat)


ACTS = {"go": go, "other": other_helper, "back": back, "stop": stop, "anyway": begin}
INTENTS = {Intent.TEST: begin}
HANDLERS: Handlers = [
    CommandHandler("test", handle(begin)),
    CallbackQueryHandler(handle(begin), r"^test$"),
    CallbackQueryHandler(handle(tapped), r"^test:"),
]
