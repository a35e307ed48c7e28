"""How days off are answered, and the way back."""

from datetime import date

from bot.dispatch.reply import Reply, button
from content.wording.messages import Wording

SPANS = ((3, "three_days"), (7, "one_week"), (14, "two_weeks"))


def excused(wording: Wording, why: str, day: date, *, today: date) -> Reply:
    """An answer to the reason; who is ill or away today may want quiet for longer."""
    longer = [button(wording, name, f"away:{why}:{days}") for days, name in SPANS]
    offered = [longer] if why in ("ill", "travel") and day == today else []
    return Reply(
        wording.message("excused_why", why=why, day=None if day == today else day), offered
    )


def back(wording: Wording, *, away: bool, ill: bool) -> Reply:
    return Reply(wording.message("back", away=away, ill=ill), [[button(wording, "today", "today")]])
