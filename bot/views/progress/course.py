"""The own course: its offer, its questions and what came of them."""

from collections.abc import Sequence
from datetime import timedelta

from bot.dispatch.reply import Button, Reply, button
from bot.values.course_lines import course_lines
from content.coaching.review.course import HIGHEST, MARGIN, WEEKS, Item, Told
from content.wording.messages import Wording


def shown(wording: Wording, told: Sequence[Told], *, agreed: bool) -> Reply:
    """How it stands, or the offer where nothing was answered yet."""
    whole = [each for each in told if each.whole]
    ahead = WEEKS[len(whole)] if 0 < len(whole) < len(WEEKS) and agreed else None
    text = wording.message(
        "course",
        begun=bool(whole),
        lines=course_lines(wording, whole),
        alone=len(whole) == 1,
        margin=MARGIN,
        next=whole[0].day + timedelta(weeks=ahead) if ahead else None,
    )
    if not whole:
        yes, no = button(wording, "course_yes", "course:yes"), button(wording, "course_no", _NO)
        return Reply(text, [[yes, no]])
    return Reply(text, [[button(wording, "course_stop", _NO)]] if ahead else [])


def question(wording: Wording, item: Item, *, again: bool = False) -> Reply:
    """One of the three, with a button for each answer."""
    scores = [
        Button(wording.label("score", number=n), f"course:{item}:{n}") for n in range(HIGHEST + 1)
    ]
    number = list(Item).index(item) + 1
    text = wording.message("course_question", item=item.value, number=number, again=again)
    stop = [button(wording, "course_stop", _NO)] if again else []
    return Reply(text, [scores[:6], scores[6:], stop])


def over(wording: Wording) -> Reply:
    return Reply(wording.message("course_over"))


_NO = "course:no"
