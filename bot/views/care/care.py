"""How red flags are asked about and answered."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.care_question import AreasRest, CareQuestion, ProgrammeRests, WasSore
from bot.views.care.soreness import scale
from content.catalog.taxonomy import Area
from content.intents.meaning import Meaning
from content.screening.after_flag.complaints import Allowed, Complaint
from content.screening.remarks import UNSAID
from content.screening.tone import SILENT_AFTER
from content.screening.urgency import Urgency
from content.screening.whose.owned import RESCUE
from content.wording.messages import Wording

ALL = len(Area)
EXPECTING = "pregnancy-check"  # a state, not a trouble


def danger(wording: Wording, meaning: Meaning, rests: Complaint | None) -> Reply:
    """A referral: whom to see for this flag, and how soon; and what rests meanwhile. Words that
    were meant otherwise can be put right.
    """
    urgency = (meaning.urgency or Urgency.NOW).value
    advice = wording.term("flags", meaning.flag or "injury")
    private = meaning.flag in UNSAID
    text = wording.message(
        "danger",
        urgency=urgency,
        private=private,
        quiet=meaning.flag in SILENT_AFTER,
        ends=rests is not None and rests.may_end,
        advice=advice,
        resting=named_areas(wording, rests.areas if rests else ()),
        others=meaning.of_other,
        supposed=meaning.supposed,
        rescue=meaning.flag == RESCUE,
    )
    if meaning.of_other:
        return Reply(text)
    unasked = urgency == Urgency.NOW or private
    sheet = [] if unasked else [[button(wording, "physio", "physio")]]
    not_it = [[button(wording, "not_it", f"not-it:{rests.id}")]] if rests else []
    return Reply(text, [*sheet, *not_it])


def named_areas(wording: Wording, areas: Sequence[str]) -> str | None:
    """The areas in words; all of them have one name."""
    if not areas:
        return None
    return (
        wording.term("areas", "all")
        if len(areas) == ALL
        else ", ".join(wording.term("areas", a) for a in areas)
    )


def emergency(wording: Wording, complaint: Complaint, *, noted: bool) -> Reply:
    """It stands, whatever else was said; `noted` says that that was written down."""
    private = complaint.flag in UNSAID
    text = wording.message(
        "emergency",
        noted=noted,
        private=private,
        words=None if private else complaint.quote or None,
        advice=_urgent(wording, complaint),
    )
    return Reply(text, way_out(wording, complaint))


def _urgent(wording: Wording, complaint: Complaint) -> str | None:
    """Where to go now, as long as no clinician has cleared it."""
    return wording.term("flags", complaint.flag or "injury") if complaint.emergency else None


def question(wording: Wording, asked: CareQuestion) -> Reply:
    """What is open before any exercise."""
    match asked:
        case AreasRest(complaint) if complaint.until:
            return clearance(wording, complaint)
        case AreasRest(complaint):
            return _how_is_it(wording, complaint)
        case ProgrammeRests():
            return Reply(wording.message("programme_rests"), _seen(wording, ""))
        case WasSore(amount, days_ago):
            return Reply(
                wording.message("how_sore_today", last=int(amount), days=days_ago),
                scale(wording, "morning"),
            )


def _how_is_it(wording: Wording, complaint: Complaint) -> Reply:
    private = complaint.flag in UNSAID
    text = wording.message(
        "how_is_it",
        words=None if private else complaint.quote or None,
        resting=named_areas(wording, complaint.areas),
        private=private,
        expecting=complaint.flag == EXPECTING,
        may_end=complaint.may_end,
        urgent=_urgent(wording, complaint),
    )
    seen = [] if private else _seen(wording, complaint.id)
    return Reply(text, [_how_it_is(wording, complaint), *seen])


def _how_it_is(wording: Wording, complaint: Complaint) -> list[Button]:
    """What has to be seen is not asked whether it is gone: that would end nothing."""
    _, name = _answers(complaint)
    still = button(wording, name, f"lock:still:{complaint.id}")
    over = complaint.may_end or complaint.flag == EXPECTING
    return [_gone(wording, complaint), still] if over else [still]


def _answers(complaint: Complaint) -> tuple[str, str]:
    """The buttons for what is over and what stays; a pregnancy neither eases nor is it "gone"."""
    if complaint.flag in UNSAID:
        return "well_again", "still_hard"
    if complaint.flag == EXPECTING:
        return "not_pregnant", "pregnant"
    return "gone", "still" if complaint.may_end else "not_seen"


def _gone(wording: Wording, complaint: Complaint) -> Button:
    name, _ = _answers(complaint)
    return button(wording, name, f"lock:gone:{complaint.id}")


def way_out(wording: Wording, complaint: Complaint) -> Rows:
    """How the rest for it ends: by the runner's word where that is enough, or once it is seen."""
    private = complaint.flag in UNSAID
    ends = [[_gone(wording, complaint)]] if complaint.may_end else []
    return [*ends, *([] if private else _seen(wording, complaint.id))]


def pain(wording: Wording, areas: Sequence[str]) -> Reply:
    """Not tightness: how it is eased, and when somebody has to look at it."""
    text = wording.message("pain", area=named_areas(wording, areas))
    rows = [[button(wording, "how_much", "sore")], [button(wording, "physio", "physio")]]
    return Reply(text, rows)


def back_again(wording: Wording, complaint: Complaint) -> Reply:
    """What was cleared hurts again."""
    text = wording.message(
        "back_again",
        words=None if complaint.flag in UNSAID else complaint.quote or None,
        advice=wording.term("flags", complaint.flag or "injury"),
        resting=named_areas(wording, complaint.areas),
    )
    return Reply(text, way_out(wording, complaint))


def needed(wording: Wording, complaint: Complaint) -> Reply:
    """Why somebody has to see it, and in which hours."""
    private = complaint.flag in UNSAID
    text = wording.message(
        "needed",
        words=None if private else complaint.quote or None,
        advice=wording.term("flags", complaint.flag or "injury"),
        until=complaint.until,
    )
    return Reply(text, way_out(wording, complaint))


def glad(wording: Wording) -> Reply:
    return Reply(wording.message("glad"), [[button(wording, "today", "today")]])


def _seen(wording: Wording, name: str) -> Rows:
    """Seen by somebody, or a sheet to take along."""
    cleared = button(wording, "cleared", f"lock:cleared:{name}")
    return [[cleared], [button(wording, "physio", "physio")]]


def clearance(wording: Wording, complaint: Complaint) -> Reply:
    """What did the clinician allow?"""
    name = complaint.id
    rows = [
        [button(wording, "allowed_everything", f"lock:{Allowed.EVERYTHING}:{name}")],
        [button(wording, "allowed_gentle", f"lock:{Allowed.GENTLE}:{name}")],
        [button(wording, "allowed_nothing", f"lock:{Allowed.NOTHING}:{name}")],
    ]
    return Reply(
        wording.message("clearance", words=complaint.quote or None, until=complaint.until), rows
    )


def graded(
    wording: Wording,
    complaint: Complaint,
    allowed: Allowed,
    until: date | None,
    resting: Sequence[Area],
) -> Reply:
    """How it comes back, step by step."""
    text = wording.message(
        "graded",
        way=complaint.way_back.value,
        running=allowed is Allowed.EVERYTHING,
        until=until,
        resting=named_areas(wording, resting),
    )
    return Reply(text, [[button(wording, "today", "today")]])


def programme_cleared(wording: Wording) -> Reply:
    text = wording.message(
        "lock_answered",
        answer="gone",
        ended=True,
        expecting=False,
        urgent=None,
        until=None,
        resting=None,
    )
    return Reply(text, [[button(wording, "today", "today")]])


def answered(
    wording: Wording, answer: str, complaint: Complaint | None, resting: Sequence[Area]
) -> Reply:
    """`complaint` is None once it is over; `resting` is what rests all the same."""
    text = wording.message(
        "lock_answered",
        answer=answer,
        ended=complaint is None,
        expecting=complaint is not None and complaint.flag == EXPECTING,
        urgent=_urgent(wording, complaint) if complaint else None,
        until=complaint.until if complaint else None,
        resting=named_areas(wording, resting),
    )
    today = [[button(wording, "today", "today")]]
    return Reply(text, way_out(wording, complaint) if complaint else today)
