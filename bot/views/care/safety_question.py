"""The question before a move, where words may mean more than stiffness."""

from collections.abc import Iterable

from bot.dispatch.reply import Button, Reply
from content.wording.messages import Wording

NONE = "none"


def question(wording: Wording, answers: Iterable[str]) -> Reply:
    """Each answer is a button, and the last one says that nothing of it is true."""
    names = (*answers, NONE)
    rows = [[Button(wording.term("body_answers", each), f"unwell:{each}")] for each in names]
    return Reply(wording.message("safety_question"), rows)
