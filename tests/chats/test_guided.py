"""A guided session: pauses, skips with a reason, what was walked is logged once and by side."""

import re
from dataclasses import replace

import pytest

from bot.playground.fake_telegram import FakeTelegram
from content.bundle import Content
from tests.support.chat import Chatroom, Runner, open_chatroom


async def begin(sam: Runner) -> None:
    await sam.say("/today")
    await sam.tap("▶️ Start")


async def planned(sam: Runner) -> list[str]:
    """The names of the moves of today's session."""
    answer = await sam.say("/today")
    return [line.split(". ", 1)[1] for line in answer.splitlines() if line[:1].isdigit()]


async def test_a_whole_session_is_logged_once_with_its_minutes_by_side(sam: Runner):
    await begin(sam)
    await sam.live("Done.")
    assert "Your first session is in" in sam.reads
    assert "1:00 each side" in sam.reads
    assert "1 of 5 days" in sam.reads
    assert "How sore are your hips" in sam.reads
    assert "One more?" in sam.buttons
    sam.person.tap_data(sam.person.last, "done:2026-11-16")  # the button of an older message
    await sam.room.settle()
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "done"
    assert entry["sides"]["half-kneeling-hip-flexor-stretch"] == {"left": 1.0, "right": 1.0}


@pytest.mark.postgresql
async def test_a_paused_hold_survives_a_restart_on_another_replica(
    database_url: str, content: Content
):
    fake: FakeTelegram | None = None
    async with open_chatroom(database_url, content) as room:
        sam, fake, clock = room.runner(), room.fake, room.clock
        await sam.onboard()
        await begin(sam)
        await sam.walk_to("Hold, and breathe")
        await room.wait(seconds=10)
        assert await sam.tap("⏸ Pause") == "Paused"
        assert "20 s ⏸ paused" in sam.reads
        await room.wait(minutes=10)
        assert "20 s ⏸ paused" in sam.reads
    async with open_chatroom(database_url, content, fake) as room:
        room.clock.at = clock.at
        sam.room = room
        await room.wait(minutes=5)
        await sam.tap("▶️ Go on")
        assert "20 s" in sam.reads
        assert "paused" not in sam.reads
        await room.wait(seconds=5)
        assert "15 s, half-way" in sam.reads
        for _ in range(3):
            await room.wait(seconds=5)
        assert "Time. Switch sides" in sam.reads  # a clear end


async def test_words_do_what_buttons_do(sam: Runner, room: Chatroom):
    await begin(sam)
    assert "Get ready" in await sam.say("start")
    assert "Hold, and breathe" in await sam.say("next")
    await room.wait(seconds=10)
    assert "20 s ⏸ paused" in await sam.say("wait")
    assert "20 s of this step" in await sam.say("how long?")
    assert "20 s" in await sam.say("go on")
    await room.wait(seconds=5)
    assert "15 s" in sam.reads  # in the message that came with the word
    assert "Switch sides" in await sam.say("next")
    assert "paused" in await sam.say("stop")
    assert "is left out" in await sam.say("skip")
    assert "move 1 of 2" in walk_message(sam)  # and the rest before it runs


def walk_message(sam: Runner) -> str:
    """The newest message that leads through a move."""
    return next(each.text for each in reversed(sam.bot_messages) if "move " in each.text)


@pytest.mark.postgresql
async def test_two_phones_count_once(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.walk_to("Get ready")
    message = sam.person.last
    data = next(
        each["callback_data"]
        for row in message.inline_rows
        for each in row
        if each["text"].startswith("Next")
    )
    sam.person.tap_data(message, data)
    await room.settle()
    await room.wait(seconds=15)
    assert "15 s" in sam.reads
    sam.person.tap_data(message, data)  # the second phone, late
    await room.settle()
    assert "15 s" in sam.reads
    await room.wait(seconds=10)
    assert "5 s, almost there" in sam.reads


async def twice(sam: Runner, label: str) -> None:
    """The same button tapped twice, the second time after the first was answered."""
    message = sam.person.last
    (data,) = (
        each["callback_data"]
        for row in message.inline_rows
        for each in row
        if each["text"] == label
    )
    for _ in range(2):
        sam.person.tap_data(message, data)
        await sam.room.settle()


async def to_the_last_hold(sam: Runner) -> None:
    while "set 2 of 2" not in sam.reads or "right side" not in sam.reads:
        await sam.tap("Next ›")
    await sam.walk_to("Hold, and breathe")


async def test_a_second_next_at_the_end_of_a_move_stays_at_the_next_one(sam: Runner):
    await begin(sam)
    await sam.tap("▶️ Start")
    await to_the_last_hold(sam)
    await twice(sam, "Next ›")
    assert "move 2 of 3" in sam.reads
    assert "⏸ Pause" in sam.buttons  # its clock runs


async def test_a_second_next_after_the_end_begins_nothing(sam: Runner):
    await sam.say("half-kneeling hip flexor stretch")
    await sam.tap("▶️ Start")
    await sam.tap("▶️ Start")
    await to_the_last_hold(sam)
    await twice(sam, "Next ›")
    assert running(sam) == []
    assert await sam.say("next") != ""
    assert running(sam) == []


def running(sam: Runner) -> list[str]:
    """What of a walk can still be started or paused on the screen."""
    labels = {"▶️ Start", "⏸ Pause", "▶️ Go on"}
    return [
        label
        for message in sam.bot_messages
        for row in message.buttons
        for label in row
        if label in labels and " · " in message.text
    ]


async def test_what_was_skipped_and_come_back_to_can_be_skipped_again(sam: Runner):
    await begin(sam)
    await sam.tap("Skip")
    await sam.tap("‹ Back to the move")
    assert "Half-kneeling" in walk_message(sam)
    await sam.tap("Skip")
    assert "Sumo squat" in walk_message(sam)


async def test_that_is_it_for_today_logs_what_was_walked(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Switch sides")
    answer = await sam.say("that's it for today")
    assert "That counts." in answer
    assert "0:30 left, 0:00 right" in answer
    assert "Left for another day" in answer
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "partial"
    assert list(entry["sides"].values()) == [{"left": 0.5, "right": 0.0}]
    await sam.say("that's it for today")
    assert len((await sam.exported())["sessions"]) == 1


async def test_done_in_the_middle_counts_the_clock_or_the_word(sam: Runner):
    await begin(sam)
    await sam.live("Switch sides")
    assert "That counts." in await sam.say("done")
    assert await sam.tap("I did it all") == "Logged. Nice."
    assert "1 of 5 days" in sam.reads
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "done"
    assert len(entry["cards"]) >= 2
    assert "Taken back: today (done)" in await sam.say("/undo")
    assert "Taken back: today (partial)" in await sam.say("/undo")


async def test_a_deleted_countdown_rests_and_counts_nothing(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.walk_to("Hold, and breathe")
    sam.person.delete(sam.person.last)
    for _ in range(20):
        await room.wait(seconds=5)
    assert "Nothing is logged" in await sam.say("that's it for today")
    assert "min" in await sam.say("/today")


def length(offer: str) -> int:
    found = re.search(r"about (\d+) min", offer)
    assert found, offer
    return int(found[1])


async def test_no_time_ends_it_and_makes_the_next_one_short(sam: Runner, room: Chatroom):
    usual = length(await sam.say("/today"))
    await begin(sam)
    await sam.live("Switch sides")
    await sam.tap("Skip")
    await sam.tap("No time")
    assert "That counts." in sam.reads
    assert "The next session is a short one." in sam.reads
    await room.wait_until("07:00", days=1)
    answer = await sam.say("/today")
    assert "time was short last time" in answer
    assert length(answer) <= 4 < usual
    await sam.say("done")
    await room.wait_until("07:00", days=1)
    assert "time was short" not in await sam.say("/today")  # that day only


async def test_no_time_before_anything_logs_nothing(sam: Runner):
    await begin(sam)
    await sam.tap("Skip")
    await sam.tap("No time")
    assert "No harm done" in sam.reads
    assert "next session is a short one" in sam.reads
    assert (await sam.exported())["sessions"] == []


async def test_no_kit_leaves_the_profile_and_swaps_at_once(sam: Runner, room: Chatroom):
    await sam.say("done")
    await sam.tap("One more?")
    assert "Quad foam roll" in sam.reads
    await sam.tap("Skip")
    await sam.tap("No foam roller")
    assert any("No foam roller, then." in each.text for each in sam.bot_messages)
    assert "▶️ Start" in sam.buttons  # another move waits
    assert "quads" in sam.reads
    assert "foam roll" not in " ".join(await planned(sam)).lower()
    assert (await sam.exported())["profile"]["kit"] == ["nothing"]
    await undo(sam, "No foam roller, then.")
    assert (await sam.exported())["profile"]["kit"] == ["roller"]


async def undo(sam: Runner, of: str) -> None:
    message = next(each for each in sam.bot_messages if of in each.text)
    sam.person.tap("↩️ Undo", message)
    await sam.room.settle()


@pytest.mark.postgresql
async def test_dislike_swaps_now_and_offers_to_hide(sam: Runner, room: Chatroom):
    before = await planned(sam)
    await sam.tap("▶️ Start")
    await sam.say("not my thing")
    offer = next(each for each in sam.bot_messages if "Shall I hide it" in each.text)
    assert before[0] not in await planned(sam)
    sam.person.tap("Hide it for good", offer)
    await room.settle()
    assert (await sam.exported())["profile"]["hidden"]
    sam.person.tap("Bring it back", offer)
    await room.settle()
    assert (await sam.exported())["profile"]["hidden"] == []
    await room.wait_until("07:00", days=1)
    assert before[0] in await planned(sam)  # disliked once is not hidden


async def test_skipped_once_is_not_counted(sam: Runner):
    moves = await planned(sam)
    await sam.tap("▶️ Start")
    await sam.tap("Skip")
    assert moves[1] in walk_message(sam)
    await sam.tap("Just this once")
    assert moves[1] in sam.reads  # the question is gone
    await sam.live("Done.")
    assert moves[0] not in sam.reads
    (entry,) = (await sam.exported())["sessions"]
    assert len(entry["cards"]) == len(moves) - 1


async def to_pain(sam: Runner, area: str, how: str) -> None:
    if "It hurts" not in sam.buttons:
        await sam.tap("Skip")
    await sam.tap("It hurts")
    if area in sam.buttons:
        await sam.tap(area)
    await sam.tap(how)


async def test_sharp_pain_goes_through_the_red_flag_screen(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Switch sides")
    await to_pain(sam, "hip flexors", "Sharp or stabbing")
    assert "stressed bone" in sam.reads
    assert running(sam) == []
    data = await sam.exported()
    assert "hip-flexors" in data["locked"]
    assert data["sessions"][0]["status"] == "partial"  # what was done stays done
    assert "I rest" in await sam.say("tight hip flexors")


@pytest.mark.postgresql
async def test_an_ache_rests_the_area_for_today_and_eases_the_next(sam: Runner, room: Chatroom):
    hurt, *_ = await planned(sam)
    await sam.tap("▶️ Start")
    assert sam.reads.startswith(hurt)
    await to_pain(sam, "hip flexors", "It aches")
    data = await sam.exported()
    assert data["check_ins"][0]["amount"] == 5
    assert data["skipped"][0]["why"] == "hurts"
    await room.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips a 5" in sam.reads
    await sam.tap("2")
    for _ in range(10):
        assert hurt not in await planned(sam)  # not again for two weeks
        await room.wait_until("08:00", days=1)


async def test_much_pain_is_a_stop_sign(sam: Runner):
    await begin(sam)
    await to_pain(sam, "quads", "It hurts a lot")
    assert "stop sign" in sam.reads
    assert "How sore are they now" in await sam.say("/today")


async def test_a_single_card_is_logged_alone(sam: Runner):
    await sam.say("half-kneeling hip flexor stretch")
    await sam.tap("▶️ Start")
    await sam.live("Done.")
    (entry,) = (await sam.exported())["sessions"]
    assert entry["cards"] == ["half-kneeling-hip-flexor-stretch"]


async def test_one_more_adds_to_the_walk(sam: Runner):
    await begin(sam)
    await sam.live("Done.")
    await sam.tap("One more?")
    await sam.live("Done.")
    assert "session is in" not in sam.reads  # the day's was told of
    (entry,) = (await sam.exported())["sessions"]
    assert len(entry["cards"]) == len(entry["sides"])


async def test_one_side_told_in_words_is_kept_by_side(sam: Runner, room: Chatroom):
    await sam.say("only did the left side")
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "partial"
    assert {"left": 1.0, "right": 0.0} in entry["sides"].values()
    await room.wait_until("07:00", days=1)
    await begin(sam)
    await sam.walk_to("Get ready")
    assert "right side" in sam.reads  # the side that is behind begins


async def test_the_worse_side_begins_and_gets_a_set_more(sam: Runner, room: Chatroom):
    await sam.say("my left hip is worse than the right")
    assert any("left side begins" in each.text for each in sam.bot_messages)
    await begin(sam)
    assert "left side begins" in sam.reads
    assert "one set more" in sam.reads
    await sam.live("move 2 of 3")
    answer = await sam.say("that's it for today")
    assert "1:30 left, 1:00 right" in answer


async def test_start_goes_on_where_the_session_was_left(sam: Runner):
    moves = await planned(sam)
    await sam.tap("▶️ Start")
    await sam.walk_to("move 2 of 3")
    await sam.say("/today")
    await sam.tap("▶️ Start")
    assert moves[1] in sam.reads


async def test_an_undo_takes_back_what_was_logged_by_itself(sam: Runner):
    await begin(sam)
    await sam.live("Done.")
    await sam.tap("↩️ Undo")
    assert (await sam.exported())["sessions"] == []


def sounds(room: Chatroom, before: int) -> list[str]:
    """The beginning of each message that came with a sound."""
    heard = [each for each in room.fake.calls[before:] if each.method.startswith("send")]
    loud = [each.params for each in heard if not each.params.get("disable_notification")]
    return [re.split(r"\W* · |\n", each.get("caption") or each["text"])[0] for each in loud]


async def test_the_end_of_a_hold_is_heard(sam: Runner, room: Chatroom):
    await sam.open("half-kneeling-hip-flexor-stretch")
    await sam.tap("▶️ Start")
    before = len(room.fake.calls)
    await sam.live("Done.")
    assert len(sounds(room, before)) == 4  # two sets on each side; the last one ends in the summary
    assert len([each for each in sam.bot_messages if "Half-kneeling" in each.text]) <= 2


async def test_who_wants_no_sound_gets_edits_only(sam: Runner, room: Chatroom):
    await sam.open("half-kneeling-hip-flexor-stretch")
    page = sam.reads
    assert await sam.tap("🔕 Sound off") == "No sound at the end of a hold"
    assert sam.reads == page
    await sam.tap("▶️ Start")
    before = len(room.fake.calls)
    await sam.live("Done.")
    assert sounds(room, before) == []
    await sam.say("/settings")
    assert await sam.tap("🔔 Sound on") == "You hear the end of each hold"
    assert "🔕 Sound off" in sam.buttons


async def test_a_clock_that_comes_back_late_waits_for_the_runner(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.walk_to("Hold, and breathe")
    await room.wait(minutes=20)  # nobody was there to tell the time
    assert "30 s ⏸ paused" in sam.reads
    await room.wait(minutes=5)
    assert "paused" in sam.reads
    await sam.tap("▶️ Go on")
    await sam.live("Done.")


async def test_a_card_that_becomes_shorter_in_the_middle_ends_sooner(
    sam: Runner, room: Chatroom, content: Content
):
    await begin(sam)
    await sam.walk_to("set 2 of 2")
    cards = dict(content.library.cards)
    card = cards["half-kneeling-hip-flexor-stretch"]
    cards[card.id] = replace(card, dose=replace(card.dose, sets=1))
    library = replace(content.library, cards=cards)
    room.limber.dispatcher.content = replace(content, library=library)
    await sam.live("move 2 of 3")
    await sam.live("Done.")


@pytest.mark.postgresql
async def test_a_session_runs_on_after_a_restart(database_url: str, content: Content):
    fake: FakeTelegram | None = None
    async with open_chatroom(database_url, content) as room:
        sam, fake, clock = room.runner(), room.fake, room.clock
        await sam.onboard()
        await begin(sam)
        await sam.live("☕ Rest.")
    async with open_chatroom(database_url, content, fake) as room:
        room.clock.at = clock.at
        sam.room = room
        await sam.live("Done.")
        assert "Your first session is in" in sam.reads


async def test_what_is_disliked_after_a_skip_brings_another_move_at_the_end(sam: Runner):
    await begin(sam)
    skipped = sam.reads.split(" · ")[0]
    await sam.tap("Skip")
    await sam.tap("Not my thing")
    await sam.live("move 2 of 3")  # as many as before, with another one
    await sam.live("Done.")
    assert skipped not in sam.reads
    (entry,) = (await sam.exported())["sessions"]
    assert len(entry["cards"]) == 3


@pytest.mark.parametrize("how", ["tap", "it hurts", "that pinches in the hip"])
async def test_pain_told_after_a_skip_is_about_the_move_before(
    sam: Runner, room: Chatroom, how: str
):
    await begin(sam)
    hurt = sam.reads.split(" · ")[0]
    await sam.tap("Skip")
    await (sam.tap("It hurts") if how == "tap" else sam.say(how))
    assert hurt in sam.reads or "How does it feel" in sam.reads
    asked = sam.reads
    await room.wait(minutes=1)
    assert sam.reads == asked  # nothing counts down behind it
    await sam.tap(re.compile("hip flexors|It aches"))
    if "It aches" in sam.buttons:
        await sam.tap("It aches")
    (skipped,) = (await sam.exported())["skipped"]
    assert skipped["why"] == "hurts"
    assert skipped["card"] == "half-kneeling-hip-flexor-stretch"


@pytest.mark.parametrize("words", ["other leg", "switch sides please", "ok now the other side"])
async def test_the_other_side_is_gone_to_by_its_name(sam: Runner, room: Chatroom, words: str):
    await begin(sam)
    await sam.live("Hold, and breathe")
    await room.wait(seconds=10)
    assert "Switch sides · right side" in await sam.say(words)
    assert "Hold, and breathe · right side" in await sam.say("switch")
    await sam.say("that's it for today")
    (entry,) = (await sam.exported())["sessions"]
    assert list(entry["sides"].values()) == [{"left": 0.2, "right": 0.0}]  # minutes


async def test_before_the_work_the_other_side_is_told_and_ok_begins(sam: Runner):
    await begin(sam)
    assert "The left side begins" in await sam.say("which leg?")
    assert "The left side begins" in await sam.say("other leg")
    assert "Get ready" in await sam.say("ok")
    assert "s of this step" in await sam.say("yes")
    assert "paused" in await sam.say("i need a break")
    assert "paused" not in await sam.say("okay")


async def test_back_is_the_step_before_or_the_runner(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Hold, and breathe")
    assert "Get ready" in await sam.say("back")
    await sam.live("Hold, and breathe")
    await room.wait(seconds=10)
    await sam.say("wait")
    assert "Hold, and breathe" in await sam.say("back")
    assert "20 s" in sam.reads
    assert "paused" not in sam.reads


async def test_ok_is_no_answer_to_where_it_hurts(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Hold, and breathe")
    assert "Where does" in await sam.say("cramp!")
    await sam.say("ok")
    shown = sam.reads
    await room.wait(seconds=40)
    assert sam.reads == shown
    assert "Hold, and breathe" not in shown


async def test_who_asks_how_gets_the_steps_and_the_clock_waits(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Hold, and breathe")
    await room.wait(seconds=10)
    await sam.say("how do I do this?")
    told, step = (each.text for each in sam.bot_messages[-2:])
    assert "\n2. " in told
    assert "20 s ⏸ paused" in step
    assert "20 s" in await sam.say("go on")


async def test_sound_is_turned_off_and_on_by_words(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Hold, and breathe")
    assert "No sound at the end" in await sam.say("turn the sound off")
    calls = len(room.fake.calls)
    await room.wait(seconds=30)
    assert "Switch sides" in walk_message(sam)
    sent = [each.method for each in room.fake.calls[calls:] if each.method.startswith("send")]
    assert sent == []
    assert "You hear the end of each hold" in await sam.say("sound on")


async def test_done_in_the_first_hold_counts_what_ran_of_it(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Hold, and breathe")
    await room.wait(seconds=12)
    assert "That counts." in await sam.say("done")
    (entry,) = (await sam.exported())["sessions"]
    assert (entry["status"], len(entry["cards"])) == ("partial", 1)
    await sam.tap("I did it all")
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "done"


@pytest.mark.parametrize("words", ["start", "ok let's go", "I'm ready"])
async def test_a_session_on_the_screen_is_begun_by_a_word(sam: Runner, words: str):
    await sam.say("/today")
    assert "move 1 of 3" in await sam.say(words)
    assert "Get ready" in await sam.say(words)


async def test_a_stop_too_many_ends_no_reminders(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("Hold, and breathe")
    await room.wait(seconds=10)
    assert "paused" in await sam.say("stop")
    assert "That counts." in await sam.say("stop")
    assert "Nothing runs any more" in await sam.say("stop!")
    assert (await sam.exported())["reminders"]
    await room.wait(minutes=20)
    assert "No more daily reminders" in await sam.say("stop")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("the front of my hip", "How does it feel in your hip flexors?"),
        ("my knee", "How does it feel there?"),
    ],
)
async def test_where_it_hurts_is_told_in_words(sam: Runner, words: str, asked: str):
    await begin(sam)
    await sam.say("it hurts")
    assert asked in await sam.say(words)


@pytest.mark.parametrize("words", ["can I stop", "I want to stop", "my phone rang", "I'm tired"])
async def test_a_wish_to_stop_stops_the_clock_and_no_reminders(sam: Runner, words: str):
    await begin(sam)
    await sam.live("Hold, and breathe")
    assert "⏸ paused" in await sam.say(words)
    assert (await sam.exported())["reminders"]


async def test_the_next_exercise_leaves_this_one_out(sam: Runner):
    await begin(sam)
    await sam.live("Hold, and breathe")
    assert "is left out" in await sam.say("skip to the next exercise")
