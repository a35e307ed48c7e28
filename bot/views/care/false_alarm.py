"""The questions after “That's not it”, and what follows from their answers."""

from collections.abc import Iterable, Sequence

from bot.dispatch.reply import Button, Reply, button
from bot.views.care.care import named_areas, way_out
from content.catalog.taxonomy import Area
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.false_alarms import Meant
from content.screening.remarks import UNSAID
from content.screening.urgency import Urgency
from content.wording.messages import Wording

NONE = "none"  # of the list
NO = "no"  # of what was told
MEANT = {
    Meant.OTHER: "meant_other",
    Meant.OVER: "meant_over",
    Meant.SAYING: "meant_saying",
    Meant.TRUE: "meant_true",
}


def what_was_it(wording: Wording, complaint: Complaint) -> Reply:
    rows = [[button(wording, MEANT[each], f"not-it:{each}:{complaint.id}")] for each in MEANT]
    words = None if complaint.flag in UNSAID else complaint.quote or None
    return Reply(wording.message("not_it", words=words), rows)


def still_so(wording: Wording, complaint: Complaint, meant: str) -> Reply:
    """The told symptom in its own words, before any list: the list asks about other things."""
    rows = [
        [button(wording, "some_of_it", f"not-it:{Meant.TRUE}:{complaint.id}")],
        [button(wording, "none_of_it", f"not-it:{meant}:{complaint.id}:{NO}")],
    ]
    words = complaint.quote or None
    return Reply(
        wording.message("not_it_still", words=words, advice=_advice(wording, complaint)), rows
    )


def anything_true(
    wording: Wording, complaint: Complaint, meant: str, answers: Iterable[str]
) -> Reply:
    rows = [
        [Button(wording.term("body_answers", each), f"not-it:{meant}:{complaint.id}:{each}")]
        for each in (*answers, NONE)
    ]
    return Reply(wording.message("safety_question"), rows)


def theirs(wording: Wording, complaint: Complaint, answers: Iterable[str]) -> Reply:
    """The advice is for them; one look whether anything is true of the runner as well."""
    text = wording.message("not_it_theirs", advice=_advice(wording, complaint))
    return Reply(text, anything_true(wording, complaint, Meant.OTHER, answers).buttons)


def stands(wording: Wording, complaint: Complaint) -> Reply:
    return Reply(
        wording.message("not_it_true", advice=_advice(wording, complaint)),
        way_out(wording, complaint),
    )


def noted(
    wording: Wording,
    complaint: Complaint,
    *,
    freed: bool,
    resting: Sequence[Area],
    figure: bool = False,
) -> Reply:
    """An emergency's advice is said once more, with what ends its rest. What was freed may be told
    again by a tap; what may have been a `figure` of speech is asked about once more.
    """
    urgent = complaint.urgency is Urgency.NOW
    text = wording.message(
        "not_it_noted",
        freed=freed,
        net=_advice(wording, complaint) if urgent else None,
        may_end=complaint.may_end,
        resting=named_areas(wording, resting),
    )
    again = [[button(wording, "meant_true", f"told-again:{complaint.id}")]]
    today = [[button(wording, "today", "today")], *(again if urgent else ())]
    saying = [[button(wording, "meant_figure", f"not-it:{Meant.FIGURE}:{complaint.id}")]]
    way = [*(saying if figure else ()), *way_out(wording, complaint)]
    return Reply(text, today if freed else way)


def _advice(wording: Wording, complaint: Complaint) -> str:
    return wording.term("flags", complaint.flag or "injury")
