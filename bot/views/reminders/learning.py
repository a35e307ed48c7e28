"""What learning reminders ask, and how the answers are told."""

from datetime import time

from bot.dispatch.reply import Reply, button
from bot.values.habit_question import HabitQuestion
from content.wording.messages import message, words


def question(asked: HabitQuestion) -> Reply:
    return _better_time(asked.at, asked.better) if asked.better else _by_itself(asked.at)


def _better_time(at: time, better: time) -> Reply:
    shown = {"at": f"{at:%H:%M}", "better": f"{better:%H:%M}"}
    rows = [[button("time_yes", f"time:{better:%H:%M}", at=shown["better"])]]
    rows.append([button("time_keep", "time:keep", at=shown["at"])])
    return Reply(message("better_time", **shown), rows)


def _by_itself(at: time) -> Reply:
    rows = [
        [button("fade_weekly", "fade:weekly"), button("fade_off", "fade:off")],
        [button("fade_keep", "fade:keep")],
    ]
    return Reply(message("by_itself", at=f"{at:%H:%M}"), rows)


def stays(at: time) -> Reply:
    return Reply(message("reminder_stays", at=f"{at:%H:%M}"))


def faded(wish: str, day: int) -> Reply:
    text = message("faded", weekly=wish == "weekly", day=words()["weekdays"][day])
    return Reply(text, [[button("reminders", "r")]])
