"""What is called out in the middle of a session: each word at each stage, as a table."""

import pytest

from tests.support.chat import Chatroom, Runner

READY, HOLD, SWITCH = "Get ready · left side", "Hold, and breathe · left side", "Switch sides"
VOLUME, HANDS, WAITS = "volume buttons", "No hands needed", "waits for you"
TOLD = [  # answered below the step, which stays as it is
    ("louder", VOLUME),
    ("quieter please", VOLUME),
    ("my hands are full", HANDS),
]

# Each stage with what is said from there on, one word after the other, and what is read then.
STAGES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "read card": (
        "Kneel on something soft",
        [
            *TOLD,
            ("how many", "then Sumo squat and Standing hip extension"),
            ("how much longer", "3 min more"),
            ("what's next", "get into position"),
            ("too fast", WAITS),
            ("longer", WAITS),
            ("pause for 2 minutes", WAITS),
            ("one more time", "Kneel on something soft"),
            ("again", "Kneel on something soft"),
            ("right leg first", "Your right side begins"),
            ("left leg first", "Good for: hip flexors, quads\n⚠️"),
            ("I can't do this one", "Standing hip stretch at the desk · move 1 of 3"),
            ("next", READY),
        ],
    ),
    "get ready": (
        READY,
        [
            *TOLD,
            ("how many sets", "Set 1 of 2"),
            ("what's next", "hold for 30 s"),
            ("slower", "8 s ⏸ paused, it waits for you"),
            ("carry on", "8 s"),
            ("one more", READY),
            ("other leg first", "Get ready · right side"),
            ("easier please", "Standing hip stretch at the desk"),
        ],
    ),
    "hold": (
        HOLD,
        [
            *TOLD,
            ("how many more", "30 s of this step. Set 1 of 2."),
            ("what's next", "right side, change sides"),
            ("too fast", "paused, it waits for you"),
            ("slower", WAITS),
            ("go on", "30 s"),
            ("give me thirty seconds", "paused, it goes on by itself in 30 s"),
            ("continue", "30 s"),
            ("hang on, the kettle is boiling over", WAITS),  # a reason behind the word
            ("continue", "30 s"),
            ("not today after all", WAITS),  # with a button that ends it
            ("continue", "30 s"),
            ("which knee", "left side"),
            ("what's after that one", "right side, change sides"),
            ("where should I feel it", "The front of the hip of the kneeling leg"),
            ("longer", HOLD),
            ("once more", HOLD),
            ("start over", READY),
            ("next", HOLD),
            ("next", SWITCH),
        ],
    ),
    "switch": (
        SWITCH,
        [
            *TOLD,
            ("how many", "8 s of this step. Set 1 of 2."),
            ("other leg first", "Now the right side"),
            ("more time", "8 s ⏸ paused"),
            ("continue", "8 s"),
            ("one more time", READY),  # the side that has just worked
            ("I can't do that one", "Standing hip stretch at the desk"),
        ],
    ),
    "rest": (
        "☕ Rest.",
        [
            *TOLD,
            ("how many more", "then Standing hip extension"),
            ("too fast", "Sumo squat"),
            ("one more set", "Half-kneeling hip flexor stretch · move 1 of 3 · set 2 of 2"),
            ("skip this one", "is left out"),
        ],
    ),
    "repetitions": (
        "10 times, slowly",
        [
            *TOLD,
            ("how many", "10 times, at your own pace"),
            ("other leg first", "Both sides work together"),
            ("slower", "⏸ paused"),
            ("one more", "10 times, slowly"),
            ("next", "✅ Time. Get ready"),
            ("do it again", "Get ready\nSumo squat · move 2 of 3 · set 1 of 2"),
            ("my left foot is cramping", "Where does Sumo squat hurt?"),
        ],
    ),
    "end": (
        "Done.",
        [
            ("louder", VOLUME),
            ("slower", "Nothing runs any more"),
            ("one more", "Good for"),
        ],
    ),
}


@pytest.mark.parametrize("stage", STAGES)
async def test_each_word_is_answered_at_each_stage(sam: Runner, stage: str):
    here, said = STAGES[stage]
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await (sam.live(here) if here != "Kneel on something soft" else sam.say("hello there"))
    for words, answer in said:
        await sam.say(words)
        newest = [each.text for each in sam.bot_messages[-2:]]  # a skip asks below what follows
        assert any(answer in each for each in newest), (words, newest)


@pytest.mark.postgresql
async def test_a_pause_of_some_minutes_ends_by_itself(sam: Runner, room: Chatroom):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live(HOLD)
    await room.wait(seconds=10)
    assert "20 s ⏸ paused, it goes on by itself in 2 min" in await sam.say("pause for 2 minutes")
    await room.wait(seconds=60)
    assert "paused" in sam.reads
    await room.wait(seconds=60)
    assert "20 s" in sam.reads
    assert "paused" not in sam.reads
    await sam.live(SWITCH)
    assert (await sam.exported())["reminders"][0]["until"] is None  # none of them was paused


async def test_a_pause_of_some_minutes_can_be_cut_short(sam: Runner, room: Chatroom):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live(HOLD)
    await room.wait(seconds=10)
    await sam.say("hold on, give me 5 minutes")
    await room.wait(seconds=20)
    assert await sam.tap("▶️ Go on") == "👍"
    await room.wait(seconds=5)
    assert "15 s, half-way" in sam.reads


async def test_an_hour_long_pause_is_about_reminders(sam: Runner):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live(HOLD)
    assert "Quiet until" in await sam.say("pause for 2 hours")


async def test_no_word_about_a_move_is_a_figure_of_soreness(sam: Runner, room: Chatroom):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live("Done.")
    await sam.say("I can't do this one")
    assert (await sam.exported())["check_ins"] == []
