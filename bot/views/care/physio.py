"""The sheet for a physio: the page as a file, and the same in words below it."""

from bot.dispatch.reply import Reply, button
from content.charts.legible import legible
from content.coaching.review.figures import MobilityResult
from content.coaching.review.history import PhysioHistory
from content.wording.messages import Wording
from content.wording.telegram_html import CAPTION_UNITS, plain, units

SAID = 3  # complaints in the words below
LONGEST = 120
AREAS = 4


def sheet(wording: Wording, told: PhysioHistory, *, added: bool = False) -> Reply:
    """The page. `added` offers to take today's line off again."""
    chart = {"sheet": told.stored(), "file": f"hip-sheet-{told.today}.png"}
    off = [button(wording, "physio_off", f"physio:off:{told.today}")] if added else []
    return Reply(
        _words(wording, told), [off, [button(wording, "progress", "progress")]], chart=chart
    )


def _words(wording: Wording, told: PhysioHistory) -> str:
    """What the page shows, with as many complaints as find room below a file."""
    for most in range(SAID, 0, -1):
        text = _text(wording, told, most)
        if units(plain(text)) <= CAPTION_UNITS:
            return text
    return _text(wording, told, 0)


def _text(wording: Wording, told: PhysioHistory, most: int) -> str:
    return wording.message(
        "physio",
        complaints=[
            {"words": legible(each.words, LONGEST), "told": each.told, "open": each.open}
            for each in told.complaints[:most]
        ],
        resting=told.resting,
        days=sum(week.days for week in told.weeks),
        areas=[(area, f"{round(minutes, 1):g}") for area, minutes in _minutes(told).items()][
            :AREAS
        ],
        sore=int(told.sore[max(told.sore)]) if told.sore else None,
        worst=int(max(told.sore.values(), default=0)),
        test=_test(told.trials[-1]) if told.trials else None,
        facts=[(name, legible(value, LONGEST)) for name, value in told.facts],
        programme=told.programme,
        number=told.week[0],
        total=told.week[1],
    )


def _minutes(told: PhysioHistory) -> dict[str, float]:
    """Minutes for each side in all those weeks, the fullest area first."""
    total: dict[str, float] = {}
    for week in told.weeks:
        for area, sides in week.minutes.items():
            total[area] = total.get(area, 0) + min(sides)
    return dict(sorted(total.items(), key=lambda each: -each[1]))


def _test(trial: MobilityResult) -> dict[str, object]:
    return {
        "day": trial.day,
        "left": f"{round(trial.left, 1):g}",
        "right": f"{round(trial.right, 1):g}",
    }


def taken_off(wording: Wording) -> Reply:
    return Reply(wording.message("physio_off"), [[button(wording, "physio", "physio")]])
