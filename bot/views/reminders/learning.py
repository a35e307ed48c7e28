"""What learning reminders ask, and how the answers are told."""

from datetime import time

from bot.dispatch.reply import Reply, button
from bot.values.habit_question import HabitQuestion
from content.wording.messages import Wording


def question(wording: Wording, asked: HabitQuestion) -> Reply:
    return (
        _better_time(wording, asked.at, asked.better)
        if asked.better
        else _by_itself(wording, asked.at)
    )


def _better_time(wording: Wording, at: time, better: time) -> Reply:
    shown = {"at": f"{at:%H:%M}", "better": f"{better:%H:%M}"}
    rows = [[button(wording, "time_yes", f"time:{better:%H:%M}", at=shown["better"])]]
    rows.append([button(wording, "time_keep", "time:keep", at=shown["at"])])
    return Reply(wording.message("better_time", **shown), rows)


def _by_itself(wording: Wording, at: time) -> Reply:
    rows = [
        [button(wording, "fade_weekly", "fade:weekly"), button(wording, "fade_off", "fade:off")],
        [button(wording, "fade_keep", "fade:keep")],
    ]
    return Reply(wording.message("by_itself", at=f"{at:%H:%M}"), rows)


def stays(wording: Wording, at: time) -> Reply:
    return Reply(wording.message("reminder_stays", at=f"{at:%H:%M}"))


def faded(wording: Wording, wish: str, day: int) -> Reply:
    text = wording.message("faded", weekly=wish == "weekly", day=wording.words["weekdays"][day])
    return Reply(text, [[button(wording, "reminders", "r")]])
