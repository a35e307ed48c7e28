"""What a runner's own physio gave stands in the plan with its dose, and goes with a tap."""

import pytest

from content.bundle import Content
from content.intents.prescription import prescribed
from tests.support.chat import Chatroom, Runner

TOLD = [
    ("my physio gave me wall sits 3x30", ("Wall sits", 3, 30, True, None)),
    ("Physio wants me to do heel drops, 3 x 15 each side", ("Heel drops", 3, 15, False, "each")),
    ("the physiotherapist added monster walks 2 sets of 12", ("Monster walks", 2, 12, False, None)),
    ("add heel drops 3x15 to my plan", ("Heel drops", 3, 15, False, None)),
    ("my doctor prescribed toe yoga: 4×20 s on the left", ("Toe yoga", 4, 20, True, "left")),
]
NOT = [
    "wall sits 3x30",  # nobody gave them
    "my physio gave me wall sits",  # no dose
    "physio says 3x30",
    "did 3x30 s of planks, my physio is happy",
]


@pytest.mark.parametrize(("text", "found"), TOLD)
def test_an_exercise_with_its_dose_is_read(content: Content, text: str, found: tuple[object, ...]):
    told = prescribed(text, content.lexicon, content.names)
    assert told is not None
    assert (told.name, told.sets, told.count, told.seconds, told.side) == found


@pytest.mark.parametrize("text", NOT)
def test_without_a_giver_a_name_or_a_dose_nothing_is(content: Content, text: str):
    assert prescribed(text, content.lexicon, content.names) is None


@pytest.mark.postgresql
async def test_it_is_in_the_plan_from_then_on_and_goes_with_a_tap(sam: Runner, room: Chatroom):
    answer = await sam.say("my physio gave me heel drops 3x15 each side")
    assert "Heel drops, 3 × 15, each side" in answer
    assert "Added by you: Heel drops, 3 × 15, each side" in await sam.say("/today")
    await room.wait_until("07:00", days=1)
    assert "Added by you: Heel drops, 3 × 15, each side" in sam.reads
    await sam.tap("Take out: Heel drops")
    assert "Heel drops" not in await sam.say("/today")


async def test_telling_it_is_taken_back_like_any_other_change(sam: Runner):
    await sam.say("my physio gave me heel drops 3x15")
    await sam.say("/undo")
    assert "Heel drops" not in await sam.say("/today")


async def test_what_warns_comes_first(sam: Runner):
    answer = await sam.say("my physio gave me heel drops 3x15 and now my chest hurts when i run")
    assert "emergency number" in answer
    assert "Heel drops" not in answer


async def test_it_is_led_through_like_any_other_move_and_logged(sam: Runner, room: Chatroom):
    await sam.say("my physio gave me wall sits 3x30")
    await sam.tap("▶️ Now")
    assert "Wall sits" in sam.reads
    assert "as you were shown" in sam.reads
    await sam.live("Done.")
    assert "Wall sits 1:30" in sam.reads
    sessions = (await sam.exported())["sessions"]
    assert sessions[-1]["cards"] == ["own-wall-sits"]


async def test_it_comes_after_the_moves_of_the_session(sam: Runner, room: Chatroom):
    await sam.say("my physio gave me heel drops 2x10 each side")
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.walk_to("Heel drops")
    assert "move 4 of 4" in sam.reads
    await sam.live("Done.")
    assert "Heel drops 1:20 each side" in sam.reads


async def test_nothing_of_it_stands_before_a_run(sam: Runner, room: Chatroom):
    await sam.say("my physio gave me wall sits 3x30")
    await sam.say("intervals on Tuesday at 18:00")
    await room.wait_until("17:00", days=1)
    assert "Wall sits" not in await sam.say("/today")


async def test_what_no_clock_leads_through_is_only_listed(sam: Runner):
    answer = await sam.say("my physio gave me monster walks 3x100")
    assert "Monster walks, 3 × 100" in answer
    assert "▶️ Now" not in sam.buttons


async def test_pain_and_a_stop_sign_keep_it_shut_too(sam: Runner):
    await sam.say("my physio gave me heel drops 2x10")
    button = next(each for each in sam.bot_messages if "▶️ Now" in str(each.buttons))
    await sam.say("sharp pain in my groin with every step when I run")
    await sam.tap_old("▶️ Now", button)
    assert "as you were shown" not in sam.reads


@pytest.mark.parametrize(
    ("told", "dose"),
    [
        ("sit to stands 3x10", "3 × 10"),
        ("plank jacks 3x12", "3 × 12"),
        ("wall sits 3x30", "3 × 30 s"),
        ("side plank 2x20", "2 × 20 s"),
    ],
)
async def test_only_what_is_held_is_in_seconds(sam: Runner, told: str, dose: str):
    assert f", {dose}\n" in await sam.say(f"my physio gave me {told}")


async def test_what_somebody_adds_themselves_is_nobodys_order(sam: Runner):
    assert "physio" not in (await sam.say("add heel drops 3x15 to my plan")).lower()
