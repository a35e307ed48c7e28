"""Progress as the page shows it: the figures of the picture, and how full its bars are."""

from typing import Any

from bot.dispatch.conversation import Conversation
from bot.services.history.progress_figures import figures_of
from content.charts import shapes
from content.coaching.review.figures import ProgressFigures

WEEKS = 5  # of the calendar
WHOLE = 100  # bars and columns are in hundredths


def progress(chat: Conversation) -> dict[str, Any]:
    """What is known of the runner's days up to today."""
    figures = figures_of(chat)
    return {
        "month": chat.day.strftime("%B"),
        "any": bool(figures.days),
        "done": figures.done,
        "goal": figures.goal,
        "minutes": figures.month,
        "reserve": figures.reserve,
        "streak": figures.streak,
        "strength": figures.strength,
        "strength_days": figures.strength_days,
        "floor": f"{figures.floor:g}",
        "ceiling": f"{figures.ceiling:g}",
        "weekdays": chat.wording.words["weekdays"],
        "days": [_day(chat, figures, each) for each in shapes.calendar(figures, WEEKS)],
        "areas": [_area(each) for each in shapes.rows(figures, WHOLE)],
        "sore": [
            [each.x, each.height, each.kind]
            for each in shapes.columns(figures.today, figures.sore, WHOLE, WHOLE)
        ],
        "sore_last": figures.sore_now,
        "tests": {
            side: {"path": each.path, "index": round(each.index)}
            for side, each in shapes.lines(figures, WHOLE, WHOLE / 2).items()
        },
    }


def _day(chat: Conversation, figures: ProgressFigures, cell: shapes.Cell) -> dict[str, Any]:
    said = chat.wording.words["marks_said"].get(figures.days.get(cell.day, ""), "")
    return {
        "day": cell.day.day,
        "date": cell.day.strftime("%-d %B"),
        "level": cell.level,
        "kind": cell.kind,
        "said": said,
    }


def _area(row: shapes.Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "left": min(round(row.left), WHOLE),
        "right": min(round(row.right), WHOLE),
        "text": row.text,
        "kind": row.kind,
    }
