"""Answers to runs and soreness."""

from bot.reply import Reply, button
from content.messages import message
from content.traffic import Light


def run_told() -> Reply:
    return Reply(message("run_told"), [[button("start_today", "start")]])


def check_in(amount: float | None, light: Light | None) -> Reply:
    return Reply(message("check_in", amount=amount, light=light.value if light else None))
