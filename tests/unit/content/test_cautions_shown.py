"""Cautions and stop rules reach the runner: on the first step, and at the first hold."""

from dataclasses import replace

import pytest

from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from bot.views.guide import steps
from content.authoring.document import library_folder
from content.catalog.guide import WORK, StepKind, guide_steps
from content.catalog.taxonomy import LASTING, Side
from content.coaching.session.side_balance import Lean
from content.wording.messages import read_wording
from content.wording.telegram_html import CAPTION_UNITS, plain, units
from tests.support.library import library

CARDS = library().cards
WORDING = read_wording(library_folder())


def shown(card: str, at: int, *, wary: bool = False, lean: Lean | None = None) -> str:
    place = GuidePosition(card, at) if lean is None else GuidePosition(card, at, None, lean)
    now = replace(StepView.at(CARDS[card], place), turn=2, turns=3)
    view = steps.step(WORDING, now, left=20, wary=wary)
    assert view.shows == view.picture, f"{units(plain(view.text))} units"
    return plain(view.text)


@pytest.mark.parametrize("card", CARDS)
def test_the_first_step_shows_the_stop_rule_and_the_cautions(card: str):
    text = shown(card, 0)
    assert CARDS[card].stop in text
    for caution in CARDS[card].weighty:
        assert caution in text


@pytest.mark.parametrize("card", CARDS)
def test_before_the_work_every_line_and_where_to_feel_it_is_read_below_the_picture(card: str):
    pages = [n for n, step in enumerate(guide_steps(CARDS[card])) if step.kind is StepKind.SETUP]
    text = "\n".join(shown(card, at) for at in pages)
    assert len(pages) <= 2
    for line in (*CARDS[card].setup, *CARDS[card].steps, CARDS[card].feel):
        assert line in text


@pytest.mark.parametrize("card", CARDS)
def test_the_first_work_says_where_not_to_feel_it(card: str):
    walk = guide_steps(CARDS[card])
    first = next(n for n, frame in enumerate(walk) if frame.kind in WORK)
    assert CARDS[card].not_feel.removeprefix("Not ") in shown(card, first)


@pytest.mark.parametrize("card", CARDS)
def test_of_whom_nothing_is_known_hears_for_whom_it_is_not(card: str):
    text = shown(card, 0, wary=True, lean=Lean(Side.LEFT, more=True))
    for named in steps.not_for(WORDING, CARDS[card], LASTING):
        assert named in text
    assert units(text) <= CAPTION_UNITS
