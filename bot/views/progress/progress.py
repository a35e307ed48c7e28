"""Progress as a picture and as words that say the same."""

from bot.dispatch.reply import Button, Reply, button
from bot.views.log.done import marks
from bot.views.onboarding.questions import in_rows
from content.catalog.barrier import Barrier, barriers
from content.coaching.review.figures import ProgressFigures
from content.coaching.review.findings import Finding
from content.wording.messages import message


def progress(figures: ProgressFigures, *, dark: bool) -> Reply:
    theme = button("light" if dark else "dark", "dark")
    rows = [
        [button("today", "today"), button("edit_days", "days")],
        [button("program", "program"), button("test", "test")],
        [theme],
    ]
    return Reply(_words(figures), rows, chart=_chart(figures, dark=dark))


def _chart(figures: ProgressFigures, *, dark: bool) -> dict[str, object]:
    return {"figures": figures.stored(), "dark": dark}


def _words(figures: ProgressFigures) -> str:
    """What the picture shows, for those who do not see it."""
    return message(
        "progress",
        marks=marks(figures),
        figures=figures,
        bars=[(bar.area, _minutes(bar.left, bar.right)) for bar in figures.bars],
        sore=_latest(figures),
        left=max(figures.goal - figures.done, 0),
    )


def _minutes(left: float, right: float) -> str:
    return f"{left:g}" if left == right else f"{left:g} left, {right:g} right"


def _latest(figures: ProgressFigures) -> int | None:
    return int(figures.sore[max(figures.sore)]) if figures.sore else None


def recap(figures: ProgressFigures, found: Finding, *, dark: bool, test: bool) -> Reply:
    text = message(
        "recap",
        marks=marks(figures),
        figures=figures,
        found=found.key,
        area=found.area,
        minutes=f"{found.minutes:g}",
    )
    rows = [[button("week_well", "week:well"), button("week_hard", "week:menu")]]
    rows.append([button("week_off", "week-off"), *([button("test", "test")] if test else [])])
    return Reply(text, rows, chart=_chart(figures, dark=dark))


def no_recap() -> Reply:
    return Reply(message("recap_off"))


def menu() -> Reply:
    shown = [Button(barrier.label, f"week:{name}") for name, barrier in barriers().items()]
    return Reply(message("barriers"), in_rows(shown, 2))


def kept_words() -> Reply:
    """Words that fit no barrier, kept as they are."""
    return Reply(message("week_words"), menu().buttons)


def tip(barrier: Barrier) -> Reply:
    text = message("barrier_tip", tip=barrier.tip, changes=barrier.does is not None)
    return Reply(text, [[button("today", "today")]])


def well() -> Reply:
    return Reply(message("week_well"))
