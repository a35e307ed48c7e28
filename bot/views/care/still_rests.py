"""The line below a log, while a red flag forbids what was logged or planned."""

from bot.dispatch.reply import Reply
from bot.views.care.care import way_out
from bot.views.care.refused import words_of
from content.screening.after_flag.complaints import Complaint
from content.wording.messages import Wording


def below(wording: Wording, shown: Reply, stands: Complaint) -> Reply:
    """The advice once more, in a line, and what ends the rest."""
    told = wording.message(
        "still_rests",
        allowed=not stands.open,
        until=stands.until,
        all=stands.rests_all,
        words=words_of(stands),
        advice=wording.term("flags", stands.flag or "injury"),
    )
    ends = way_out(wording, stands) if stands.open else []
    return Reply(f"{shown.text}\n\n{told}", (*shown.buttons, *ends))
