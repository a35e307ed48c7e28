"""Answers to runs and soreness."""

from bot.reply import Reply, button
from content.messages import message


def run_told() -> Reply:
    return Reply(message("run_told"), [[button("start_today", "start")]])
