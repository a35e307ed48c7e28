"""Times, distances and days come as a runner wants to read them, in texts and on buttons."""

import pytest

from tests.support.chat import Runner


async def test_the_twelve_hour_clock_everywhere(sam: Runner):
    assert "6:30 pm" in await sam.say("use the 12 hour clock")
    assert "6:15 pm" in await sam.say("remind me at 18:15")
    assert "18:15" not in await sam.say("what reminders do I have?")
    await sam.say("24 hour clock please")
    assert "18:15" in await sam.say("what reminders do I have?")


@pytest.mark.postgresql
async def test_a_run_told_in_miles_is_told_back_in_miles(sam: Runner):
    assert "Noted: 5 mi" in await sam.say("ran 5 miles")
    assert "5 mi" in await sam.say("how much did I run today?")
    assert "Noted: 3 km" in await sam.say("ran 3 km this morning")


async def test_a_screen_reader_hears_days_and_no_squares(sam: Runner):
    await sam.say("I use a screen reader, no squares please")
    assert "(Mon done) 1 of 5 days" in await sam.say("done")
    assert "⬜" not in await sam.say("/progress")
    await sam.say("bring the squares back")
    assert "⬜" in await sam.say("/progress")


async def test_what_was_asked_for_is_kept_by_itself_and_undone(sam: Runner):
    await sam.say("12 hour clock please")
    await sam.say("undo")
    assert "18:15" in await sam.say("remind me at 18:15")
