"""What was left out, when fewer messages are wanted."""

from datetime import datetime

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording
from scheduler.reminders.quieter import QuieterStep


def fewer(wording: Wording, step: QuieterStep, due: datetime | None) -> Reply:
    text = wording.message("fewer", step=step.value, due=due)
    if step is QuieterStep.NOTHING:
        return Reply(text, [[button(wording, "reminders", "r")]])
    again = [button(wording, "fewer", "fewer")] if step is not QuieterStep.OFF else []
    return Reply(
        text,
        [[button(wording, "undo", "louder"), *again], [button(wording, "pause_week", "pause:7")]],
    )


def louder(wording: Wording, due: datetime | None) -> Reply:
    return Reply(wording.message("louder", due=due), [[button(wording, "reminders", "r")]])
