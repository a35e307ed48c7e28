"""What the heartbeat hands over: a due reminder becomes a story about its runner."""

from datetime import datetime

from bot import plan
from bot.chat import Chat, StaleTap
from bot.coach import Coach
from bot.handlers import today, walk
from scheduler.memory import Reminder
from storage.store import Work

OCCASIONS = {plan.DAILY: today.remind, plan.SNOOZE: today.remind, plan.HOLD: walk.tick}


def serve(coach: Coach, work: Work, reminder: Reminder, now: datetime) -> bool:
    """Tell the story of a due reminder; False while an update of its runner is being handled.

    Handlers hold the runner first and reminders then. Waiting here, with the reminder held,
    would be the other way round, and the two could wait for each other.
    """
    runner = work.runners.get(reminder.runner_id, wait=False)
    if runner is None:
        return False
    chat = Chat(work=work, runner=runner, coach=coach, now=now)
    try:
        OCCASIONS[reminder.slot](chat, reminder)
    except StaleTap:  # the card of a countdown is gone
        work.reminders.rest(reminder.runner_id, reminder.slot)
    chat.close()
    return True


def tidy(work: Work, now: datetime) -> None:
    """Forget updates and messages that nobody will ask for again."""
    work.inbox.prune(now)
    work.outbox.prune(now)
