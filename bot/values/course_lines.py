"""The own course as lines: each question with its answers from first to last."""

from collections.abc import Sequence

from content.coaching.review.course import Item, Told, change
from content.wording.messages import Wording


def course_lines(wording: Wording, told: Sequence[Told]) -> list[dict[str, str | None]]:
    """Stiff hips, "6 → 4", and whether that is more than wobble."""
    found = [each for each in told if each.whole]
    return [
        {
            "name": wording.term("course", item),
            "amounts": " → ".join(str(each.amounts[item]) for each in found),
            "change": change(found, item),
        }
        for item in Item
    ]
