"""What was left out, when fewer messages are wanted."""

from datetime import datetime

from bot.dispatch.reply import Reply, button
from content.wording.messages import message
from scheduler.reminders.quieter import QuieterStep


def fewer(step: QuieterStep, due: datetime | None) -> Reply:
    text = message("fewer", step=step.value, due=due)
    if step is QuieterStep.NOTHING:
        return Reply(text, [[button("reminders", "r")]])
    again = [button("fewer", "fewer")] if step is not QuieterStep.OFF else []
    return Reply(text, [[button("undo", "louder"), *again], [button("pause_week", "pause:7")]])


def louder(due: datetime | None) -> Reply:
    return Reply(message("louder", due=due), [[button("reminders", "r")]])
