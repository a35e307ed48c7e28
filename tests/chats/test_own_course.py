"""Three questions at the start, after six and after twelve weeks, for whoever agreed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.coaching.review.course import MARGIN, Change, Item, Told, change, due
from tests.support.chat import Chatroom, Runner

START = date(2026, 11, 16)
FIRST, SECOND, THIRD = "How stiff", "when you ran", "in daily life"


async def answer(sam: Runner, *amounts: str) -> None:
    for words, amount in zip((FIRST, SECOND, THIRD), amounts, strict=True):
        assert words in sam.reads
        await sam.tap(amount)


@pytest.mark.postgresql
async def test_agreed_asked_and_shown_again_after_six_weeks(sam: Runner, room: Chatroom):
    await sam.say("/progress")
    await sam.tap("📈 My own course")
    assert "nobody has tested them" in sam.reads
    await sam.tap("Ask me")
    await answer(sam, "7", "5", "3")
    assert "A first answer tells nothing yet" in sam.reads
    for week in range(7):
        assert FIRST not in sam.reads
        await sam.say("done")
        await room.wait_until("18:00", days=7 if week else 6)
    assert "Time for your three questions again" in sam.reads
    await answer(sam, "3", "4", "3")
    assert "Stiff hips: 7 → 3, less than before" in sam.reads
    assert "Held back in running: 5 → 4, no clear change" in sam.reads
    assert "time helps as well" in sam.reads


async def test_an_answer_may_be_typed(sam: Runner):
    await sam.say("/progress")
    await sam.tap("📈 My own course")
    await sam.tap("Ask me")
    assert SECOND in await sam.say("4")
    assert THIRD in await sam.say("0")


async def test_a_number_beside_its_mere_offer_is_no_answer(sam: Runner):
    await sam.say("/progress")
    await sam.tap("📈 My own course")
    await sam.say("4")
    assert SECOND not in sam.reads
    assert "Something went wrong" not in sam.reads


async def test_a_no_is_kept_and_nothing_is_asked(sam: Runner, room: Chatroom):
    await sam.say("done")
    await room.wait_until("18:00", days=6)
    await sam.tap("📈 My own course")
    await sam.tap("No, thanks")
    assert "No more of these questions" in sam.reads
    await sam.say("done")
    await room.wait_until("18:00", days=7)
    assert "📈 My own course" not in sam.buttons


async def test_the_sheet_for_a_physio_has_it(sam: Runner):
    await sam.say("/progress")
    await sam.tap("📈 My own course")
    await sam.tap("Ask me")
    await answer(sam, "7", "5", "3")
    assert "Stiff hips: 7" in await sam.say("/physio")


amounts = st.fixed_dictionaries({item: st.integers(0, 10) for item in Item})


@given(st.lists(amounts, max_size=3), st.integers(0, 200))
def test_at_most_three_rounds_and_none_before_its_week(rounds: list[dict[Item, int]], days: int):
    told = [Told(START + timedelta(weeks=6 * n), each) for n, each in enumerate(rounds)]
    today = START + timedelta(days=days)
    assert due(told, today) is (0 < len(told) < 3 and days >= 42 * len(told))


@given(amounts, amounts)
def test_a_change_is_told_from_three_points_on(first: dict[Item, int], last: dict[Item, int]):
    told = [Told(START, first), Told(START + timedelta(weeks=6), last)]
    for item in Item:
        real = abs(last[item] - first[item]) >= MARGIN
        assert (change(told, item) is not Change.SAME) is real
    assert change(told[:1], Item.STIFF) is None
