"""Days off in the log: a pause or a holiday excuses its days, so that no streak breaks."""

from datetime import date

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.reminding import one_off, pauses, schedule
from scheduler.log.corrections import called_off, days_off, returned

ILL, TRAVEL, REST = "ill", "travel", "rest"


def plan(chat: Conversation, why: str | None = None) -> None:
    """Excuse the days of every pause as it is set now; days off that were planned before go."""
    session_log, today = chat.work.session_log, chat.day
    entries = session_log.entries(chat.runner.id)
    gone = called_off(entries, today)
    for each in gone:
        session_log.undo(chat.runner.id, each, chat.now)
    entries = [each for each in entries if each not in gone]
    for pause in pauses.pauses(chat):
        since = max(pause.since or today, today)
        for each in days_off(entries, since, pause.until, chat.now, why):
            session_log.record(chat.runner.id, each)
            entries.append(each)


def rest_until(chat: Conversation, until: date | None, why: str | None = None) -> None:
    """No reminders before that day, and none of the days until then is held against anybody."""
    chat.change(paused_until=until)
    plan(chat, why)
    session.think_again(chat)
    one_off.end(chat)
    schedule.refresh(chat)


def news(chat: Conversation) -> list[str]:
    """What to say on the first day after a pause."""
    last = returned(chat.work.session_log.entries(chat.runner.id), chat.day)
    if last is None:
        return []
    return ["back_ill" if last.note == ILL else "back"]
