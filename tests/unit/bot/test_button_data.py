"""A button carries 64 bytes; a message with longer data is refused, and nobody is answered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.reply import DATA_BYTES, Button, Reply
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from bot.views.guide import skip, steps
from bot.views.onboarding.body import LASTS, SORE, body
from content.authoring.document import library_folder
from content.catalog.card import Card
from content.catalog.guide import guide_steps
from content.catalog.questions import load_questions
from content.catalog.taxonomy import Condition, Side
from content.coaching.session.side_balance import EVEN, Lean
from content.wording.messages import read_wording
from storage.answers import AnswerKey
from tests.support.library import library

WORDING = read_wording(library_folder())
QUESTIONS = {each.id: each for each in load_questions()}
LONGEST_ID = "a" * 36  # as long as an author may name a card
LEANS = [EVEN, *(Lean(side, more) for side in Side for more in (False, True))]
CARDS = [replace(each, id=LONGEST_ID) for each in library().cards.values()]


def replies(card: Card, day: date | None, lean: Lean) -> Iterator[Reply]:
    """Every view whose buttons name a card, and where the runner is in it."""
    place = GuidePosition(card.id, 0, day, lean)
    for at in range(len(guide_steps(card, *lean))):
        view = StepView.at(card, place.to(at))
        yield steps.step(WORDING, view)
        yield steps.step(WORDING, view, left=7)
        yield steps.step(WORDING, view, left=7, paused=True)
        yield steps.why(WORDING, view, (), ())
        yield skip.why(WORDING, card, day)
    yield skip.where(WORDING, card, day)
    for area in (None, *range(len(card.areas))):
        yield skip.how(WORDING, card, area, day)
    for page in (LASTS, SORE):
        asked = QUESTIONS[AnswerKey.CONDITIONS]
        for ticked in ((), tuple(Condition)):
            yield body(WORDING, asked, ticked, place, page=page)


@given(st.sampled_from(CARDS), st.sampled_from([None, date(2026, 11, 16)]), st.sampled_from(LEANS))
def test_the_longest_name_of_a_card_fits_on_every_button(card: Card, day: date | None, lean: Lean):
    data = [
        each.data for reply in replies(card, day, lean) for row in reply.buttons for each in row
    ]
    assert any(LONGEST_ID in each for each in data)
    assert [each for each in data if len(each.encode()) > DATA_BYTES] == []


def test_a_longer_one_is_a_fault_where_it_is_made():
    assert Button("Go", "x" * DATA_BYTES).data
    with pytest.raises(ValueError, match="over 64 bytes"):
        Button("Go", "é" * DATA_BYTES)
