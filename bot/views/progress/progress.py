"""Progress as a picture and as words that say the same."""

from collections.abc import Mapping
from datetime import date

from bot.dispatch.reply import Button, Reply, button, in_rows
from bot.views.log.done import marks
from content.catalog.barrier import Barrier
from content.coaching.review.figures import ProgressFigures
from content.coaching.review.findings import Finding
from content.wording.messages import Wording
from scheduler.calendar.days import week_of


def progress(
    wording: Wording, figures: ProgressFigures, *, dark: bool, past: bool = False
) -> Reply:
    """This week, or one that is over."""
    theme = button(wording, "light" if dark else "dark", "dark")
    rows = [
        [button(wording, "today", "today"), button(wording, "edit_days", "days")],
        [button(wording, "program", "program"), button(wording, "test", "test")],
        [button(wording, "course", "course"), theme],
    ]
    return Reply(_words(wording, figures, past=past), rows, chart=_chart(figures, dark=dark))


def _chart(figures: ProgressFigures, *, dark: bool) -> dict[str, object]:
    return {"figures": figures.stored(), "dark": dark}


def _words(wording: Wording, figures: ProgressFigures, *, past: bool) -> str:
    """What the picture shows, for those who do not see it."""
    return wording.message(
        "progress",
        marks=marks(wording, figures),
        figures=figures,
        bars=[(bar.area, _minutes(bar.left, bar.right)) for bar in figures.bars],
        sore=figures.sore_now,
        left=figures.left,
        past=week_of(figures.today) if past else None,
    )


def _minutes(left: float, right: float) -> str:
    told = [f"{round(each, 1):g}" for each in (left, right)]
    return told[0] if told[0] == told[1] else f"{told[0]} left, {told[1]} right"


def recap(
    wording: Wording,
    figures: ProgressFigures,
    found: Finding,
    *,
    dark: bool,
    test: bool,
    course: bool,
) -> Reply:
    """`course` offers the own course, until somebody said whether it is wanted."""
    text = wording.message(
        "recap",
        marks=marks(wording, figures),
        figures=figures,
        found=found.key,
        area=found.area,
        minutes=f"{round(found.minutes, 1):g}",
    )
    rows = [[button(wording, "week_well", "week:well"), button(wording, "week_hard", "week:menu")]]
    rows.append(
        [
            button(wording, "week_off", "week-off"),
            *([button(wording, "test", "test")] if test else []),
        ]
    )
    if course:
        rows.append([button(wording, "course", "course")])
    return Reply(text, rows, chart=_chart(figures, dark=dark))


def quiet_week(wording: Wording, day: date) -> Reply:
    """One kind question about a week without a session, another one each week."""
    rows = [
        [button(wording, "week_hard", "week:menu"), button(wording, "today", "today")],
        [button(wording, "week_off", "week-off")],
    ]
    return Reply(wording.opener("quiet_week", day), rows)


def no_recap(wording: Wording) -> Reply:
    return Reply(wording.message("recap_off"))


def recap_again(wording: Wording) -> Reply:
    return Reply(wording.message("recap_on"))


def menu(wording: Wording, barriers: Mapping[str, Barrier]) -> Reply:
    shown = [Button(barrier.label, f"week:{name}") for name, barrier in barriers.items()]
    return Reply(wording.message("barriers"), in_rows(shown, 2))


def kept_words(wording: Wording, barriers: Mapping[str, Barrier]) -> Reply:
    """Words that fit no barrier, kept as they are."""
    return Reply(wording.message("week_words"), menu(wording, barriers).buttons)


def tip(wording: Wording, barrier: Barrier) -> Reply:
    text = wording.message("barrier_tip", tip=barrier.tip, changes=barrier.does is not None)
    return Reply(text, [[button(wording, "today", "today")]])


def well(wording: Wording) -> Reply:
    return Reply(wording.message("week_well"))
