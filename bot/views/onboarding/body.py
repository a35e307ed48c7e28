"""Is there anything to know about the body? Ticks, and what is kept of them."""

from collections.abc import Collection, Sequence

from bot.dispatch.reply import Button, Reply, Rows, button, in_rows
from bot.values.guide_position import GuidePosition
from bot.views.care.care import named_areas, way_out
from content.catalog.questions import Question
from content.catalog.taxonomy import IRRITABLE, LASTING, Condition
from content.screening.after_flag.complaints import Complaint
from content.wording.messages import Wording

ORDER = tuple(Condition)
LASTS, SORE = "0", "1"  # the two pages


def body(
    wording: Wording,
    asked: Question,
    ticked: Sequence[str],
    waits: GuidePosition | None = None,
    *,
    page: str = LASTS,
    number: int = 0,
    total: int = 0,
    echo: str = "",
    note: str = "",
) -> Reply:
    """The question: with its `number` in the first chat, or with the card that waits for it."""
    shown = LASTING if page == LASTS else tuple(each for each in ORDER if each in IRRITABLE)
    end = _end(waits)
    ticks = [
        Button(_mark(wording, each, ticked), f"state:{ORDER.index(each)}:{page}{end}")
        for each in shown
    ]
    text = wording.message(
        "body",
        ask=asked.ask,
        echo=echo,
        hint=note or asked.hint,
        number=number,
        total=total,
        more=page == SORE,
        ticked=bool(ticked),
    )
    back = [] if waits else [[button(wording, "back", f"back:{asked.id}")]]
    rows = (*in_rows(ticks, asked.columns), *_foot(wording, ticked, page, end))
    return Reply(text, (*rows, *(back if page == LASTS else ())))


def _mark(wording: Wording, each: Condition, ticked: Collection[str]) -> str:
    name = wording.term("conditions_short", each.value)
    return wording.label("ticked" if each in ticked else "unticked", label=name)


def _foot(wording: Wording, ticked: Sequence[str], page: str, end: str) -> Rows:
    other = (
        button(wording, "body_sore", f"state:page:{SORE}{end}")
        if page == LASTS
        else button(wording, "back", f"state:page:{LASTS}{end}")
    )
    none = [
        button(wording, "body_none", f"state:none:{page}{end}"),
        button(wording, "body_unsaid", f"state:unsaid:{page}{end}"),
    ]
    go_on = [button(wording, "ready", f"state:ok:{page}{end}")]
    return [[other], go_on if ticked else none]


def _end(waits: GuidePosition | None) -> str:
    """The card and the day of its session, at the end of each button."""
    return f":{waits.card}:{waits.day or ''}" if waits else "::"


def kept(
    wording: Wording,
    conditions: Collection[Condition],
    *,
    unsaid: bool = False,
    resting: Complaint | None = None,
) -> Reply:
    """`resting` is what rests on, though its state was taken off."""
    text = wording.message(
        "body_kept",
        conditions=[wording.term("conditions", each) for each in ORDER if each in conditions],
        unsaid=unsaid,
        advice=[wording.term("conditions_advice", e) for e in LASTING if e in conditions],
        sore=not IRRITABLE.isdisjoint(conditions),
        resting=named_areas(wording, resting.areas) if resting else None,
    )
    ends = way_out(wording, resting) if resting else []
    return Reply(text, [[button(wording, "body_change", "state")], *ends])
