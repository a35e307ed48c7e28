"""What the heartbeat hands over: a due reminder becomes a story about its runner."""

from datetime import datetime

from bot import plan
from bot.chat import Chat
from bot.coach import Coach
from bot.handlers import today, walk
from scheduler.memory import Reminder
from storage.store import Work

OCCASIONS = {plan.DAILY: today.remind, plan.SNOOZE: today.remind, plan.HOLD: walk.tick}


def serve(coach: Coach, work: Work, reminder: Reminder, now: datetime) -> None:
    """Tell the story of a due reminder; nothing, if its runner has gone meanwhile."""
    runner = work.runners.get(reminder.runner_id)
    if runner is None:
        return
    chat = Chat(work=work, runner=runner, coach=coach, now=now)
    OCCASIONS[reminder.slot](chat, reminder)
    chat.close()
