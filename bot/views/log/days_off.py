"""How days off are answered, and the way back."""

from datetime import date

from bot.dispatch.reply import Reply, button
from content.wording.messages import message

SPANS = ((3, "three_days"), (7, "one_week"), (14, "two_weeks"))


def excused(why: str, day: date, *, today: date) -> Reply:
    """An answer to the reason; who is ill or away today may want quiet for longer."""
    longer = [button(name, f"away:{why}:{days}") for days, name in SPANS]
    offered = [longer] if why in ("ill", "travel") and day == today else []
    return Reply(message("excused_why", why=why, day=None if day == today else day), offered)


def back(*, away: bool, ill: bool) -> Reply:
    return Reply(message("back", away=away, ill=ill), [[button("today", "today")]])
