"""One gate in the chat: whatever was told, no way opens a card that it refuses."""

import json
import re
from collections.abc import Awaitable, Callable
from itertools import permutations
from typing import Any

import pytest

from content.catalog.taxonomy import LASTING, RESTS_ALL, Area, Condition
from tests.support.chat import Chatroom, Runner
from tests.support.library import library

CARDS = library().cards
OPENS = re.compile(r"^(?:card|walk|b:show|own):([a-z0-9-]+)")
FLAGS = {
    "heart": "crushing chest pain when I run",
    "clot": "my calf is swollen and hot since the flight",
    "bone-stress": "sharp pain in my groin with every step when I run",
    "nerve": "pins and needles running down my leg into the foot",
    "locking": "my hip keeps locking and it aches",
    "lump": "there is a lump in my groin",
}
PROGRAMME = "desk-bound-runner"
FLEXORS = "half-kneeling-hip-flexor-stretch"


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


@pytest.fixture
async def unasked(room: Chatroom) -> Runner:
    """A runner who has not answered the question about the body yet."""
    runner = room.runner()
    runner.body = None
    await runner.onboard()
    return runner


async def exported(runner: Runner) -> Any:
    await runner.say("/export")
    return json.loads(runner.file)


async def tap_data(runner: Runner, data: str, message: Any = None) -> None:
    runner.person.tap_data(message or runner.person.last, data)
    await runner.room.settle()


async def ask_for_an_area(runner: Runner) -> None:
    await runner.say("tight hip flexors")


async def ask_for_a_card(runner: Runner) -> None:
    await runner.say("couch stretch")


async def today(runner: Runner) -> None:
    await runner.say("/today")


async def start(runner: Runner) -> None:
    await tap_data(runner, "start")


async def start_of_yesterday(runner: Runner) -> None:
    await tap_data(runner, "start:2026-11-16")


async def try_one(runner: Runner) -> None:
    await tap_data(runner, "try")


async def old_button(runner: Runner) -> None:
    await tap_data(runner, f"card:{FLEXORS}")


async def middle_of_a_card(runner: Runner) -> None:
    await tap_data(runner, f"walk:{FLEXORS}:4:2026-11-16")


async def resume(runner: Runner) -> None:
    await tap_data(runner, f"on:{FLEXORS}:7:2026-11-16")


async def harder(runner: Runner) -> None:
    await tap_data(runner, f"harder:{FLEXORS}:2026-11-16")


async def easier(runner: Runner) -> None:
    await tap_data(runner, "easier:couch-stretch:")


async def harder_in_words(runner: Runner) -> None:
    await runner.say("something harder")


async def another(runner: Runner) -> None:
    await runner.say("another one")


async def one_more(runner: Runner) -> None:
    await tap_data(runner, "more")


async def desk_break(runner: Runner) -> None:
    await tap_data(runner, "b:show:standing-desk-hip-stretch")


async def not_my_thing(runner: Runner) -> None:
    await tap_data(runner, f"leave:dislike:{FLEXORS}:2026-11-16")


async def the_reminder(runner: Runner) -> None:
    await runner.room.wait_until("07:00", days=1)


async def programme(runner: Runner) -> None:
    await runner.say("/program")
    await tap_data(runner, f"prog-on:{PROGRAMME}")
    await runner.say("/today")


PATHS: list[Callable[[Runner], Awaitable[None]]] = [
    ask_for_an_area,
    ask_for_a_card,
    today,
    start,
    start_of_yesterday,
    try_one,
    old_button,
    middle_of_a_card,
    resume,
    harder,
    easier,
    harder_in_words,
    another,
    one_more,
    desk_break,
    not_my_thing,
    the_reminder,
    programme,
]


def seen(runner: Runner) -> dict[int, tuple[str, str]]:
    return {each.id: (each.text, str(each.inline_rows)) for each in runner.bot_messages}


def offered(runner: Runner, before: dict[int, tuple[str, str]]) -> set[str]:
    """The cards that messages offer or show which are new or changed since."""
    fresh = [each for each in runner.bot_messages if seen(runner)[each.id] != before.get(each.id)]
    buttons = [button for each in fresh for row in each.inline_rows for button in row]
    found = [OPENS.match(each.get("callback_data", "")) for each in buttons]
    return {match[1] for match in found if match}


async def begin(runner: Runner) -> None:
    """A session half done, a card on the way: there is a lot to go on with."""
    await runner.say("/today")
    await runner.tap("▶️ Start")
    await runner.tap("▶️ Start")


@pytest.mark.parametrize("flag", FLAGS)
async def test_after_a_flag_no_way_opens_what_rests(runner: Runner, flag: str):
    await begin(runner)
    await runner.say(FLAGS[flag])
    locked = set((await exported(runner))["locked"] or ())
    assert locked
    for path in PATHS:
        before = seen(runner)
        await path(runner)
        for card in offered(runner, before):
            assert not locked & set(CARDS[card].areas), path.__name__


@pytest.mark.parametrize(
    ("first", "second"), [*permutations(("locking", "nerve", "bone-stress"), 2)]
)
async def test_a_second_complaint_never_frees_the_first(
    room: Chatroom, runner: Runner, first: str, second: str
):
    await runner.say(FLAGS[first])
    alone = set((await exported(runner))["locked"])
    await runner.say(FLAGS[second])
    both = set((await exported(runner))["locked"])
    assert alone <= both
    held = (await exported(runner))["complaints"]
    assert {each["flag"] for each in held} == {first, second}
    told = next(each for each in held if each["flag"] == second)
    await tap_data(runner, f"lock:gone:{told['id']}")
    await tap_data(runner, f"lock:everything:{told['id']}")
    left = set((await exported(runner))["locked"])
    assert alone <= left


@pytest.mark.parametrize("condition", Condition)
async def test_no_way_opens_what_a_lasting_state_rules_out(runner: Runner, condition: Condition):
    await runner.say("/settings")
    await runner.tap(re.compile("^Your body"))
    await tap_data(runner, f"state:{list(Condition).index(condition)}:0::")
    await tap_data(runner, "state:ok:0::")
    assert "Noted" in runner.reads
    for path in PATHS:
        before = seen(runner)
        await path(runner)
        for card in offered(runner, before):
            assert condition not in CARDS[card].not_for, path.__name__
            assert condition not in RESTS_ALL, path.__name__


async def test_a_named_card_that_rests_is_refused_with_why_since_when_and_the_way_out(
    room: Chatroom, runner: Runner
):
    await runner.say(FLAGS["bone-stress"])
    await room.wait_until("06:00", days=1)
    answer = await runner.say("couch stretch")
    assert "since 16 November" in answer
    assert FLAGS["bone-stress"] in answer
    assert "doctor" in answer
    assert "Seen, and cleared to move" in runner.buttons


async def test_everything_at_rest_is_a_state_with_words(runner: Runner):
    await runner.say(FLAGS["heart"])
    answer = await runner.say("/today")
    assert "I rest everything since 16 November" in answer
    assert "emergency number" in answer
    await runner.tap("Seen, and cleared to move")
    assert "What did the doctor or physio allow?" in runner.reads
    await runner.tap("Not yet")
    assert "rests on" in runner.reads
    assert "I rest everything" in await runner.say("tight quads")


async def test_bring_it_back_does_not_claim_what_still_rests(runner: Runner):
    await runner.say(FLAGS["heart"])
    answer = await runner.say("bring it back")
    assert "I still rest everything" in answer
    assert "All moves" not in answer


@pytest.mark.parametrize(
    "text",
    [
        "I saw a physio, all good",
        "saw the doctor, all clear",
        "my physio says I'm fine",
        "I've been cleared",
    ],
)
async def test_seen_by_somebody_leads_to_what_was_allowed(runner: Runner, text: str):
    await runner.say(FLAGS["bone-stress"])
    assert "What did the doctor or physio allow?" in await runner.say(text)
    await runner.tap("All of it, running too")
    assert (await exported(runner))["locked"] is None


async def test_who_would_rather_not_say_reads_for_whom_a_move_is_not(unasked: Runner):
    unasked.body = "I'd rather not say"
    assert "Not for you with a new hip" in await unasked.open(FLEXORS)
    assert "🛑" in unasked.reads


async def test_the_question_comes_once_and_the_card_follows_its_answer(unasked: Runner):
    runner = unasked
    await runner.open(FLEXORS)
    assert "Is there anything I should know" in runner.reads
    await runner.tap("Hip dysplasia, a shallow socket")
    assert "✅ Hip dysplasia, a shallow socket" in runner.buttons
    await runner.tap("Strains and sore tendons ›")
    await runner.tap("Kneecap")
    await runner.tap("Continue ›")
    assert "not for you with a shallow hip socket" in runner.reads
    assert "Ankle circles" in await runner.open("ankle-circles")
    assert "▶️ Start" in runner.buttons
    assert "Not for you with" not in runner.reads


async def test_a_state_told_in_words_is_kept_and_obeyed(runner: Runner):
    answer = await runner.say("I have osteoporosis")
    assert "thin bones" in answer
    assert "thin-bones" in (await exported(runner))["profile"]["conditions"]
    assert "not for you with thin bones" in await runner.say("half pigeon")
    await runner.say("/settings")
    await runner.tap(re.compile("^Your body"))
    assert any(each.startswith("✅ Thin bones") for each in runner.buttons)


async def test_a_wish_beside_a_state_is_met_through_the_gate(runner: Runner):
    before = seen(runner)
    await runner.say("I'm hypermobile, tight hip flexors")
    assert any("very loose joints" in each.text for each in runner.bot_messages)
    if "None of these" in runner.buttons:  # the safety question comes before a move
        await runner.tap("None of these")
    cards = offered(runner, before)
    assert cards
    assert all(Condition.LOOSE_JOINTS not in CARDS[card].not_for for card in cards)


async def test_what_was_told_of_the_body_goes_with_delete(runner: Runner):
    await runner.say("I have osteoporosis")
    await runner.say("/delete")
    await runner.tap("Yes, delete everything")
    await runner.say("/start")
    assert "conditions" not in (await exported(runner))["profile"]


async def test_dark_thoughts_are_asked_about_softly_and_never_repeated(
    room: Chatroom, runner: Runner
):
    said = "i want to kill myself"
    await runner.say(said)
    assert (await exported(runner))["locked"]
    answer = await runner.say("/today")
    assert said not in answer
    assert "crisis line" in answer
    await room.wait_until("07:00", days=1)
    assert said not in runner.reads
    assert "How are you today" in runner.reads
    await runner.tap("I'm better, thank you")
    assert (await exported(runner))["locked"] is None


async def test_a_sore_day_refuses_a_named_card(runner: Runner):
    await runner.say("soreness 8")
    assert "stop sign" in await runner.say("single leg squat")
    assert "How is it now" in runner.reads


async def test_the_countdown_stops_with_the_flag(room: Chatroom, runner: Runner):
    await runner.open(FLEXORS)
    await runner.walk_to("Get ready")
    await runner.say(FLAGS["bone-stress"])
    before = seen(runner)
    for _ in range(12):
        await room.wait(seconds=5)
    assert seen(runner) == before


async def test_harder_obeys_kneeling_and_kit(runner: Runner):
    await runner.say("no kneeling please")
    await tap_data(runner, "harder:standing-desk-hip-stretch:")
    assert "kneeling is not for you" in runner.reads


async def test_two_graded_weeks_after_a_clearance(room: Chatroom, runner: Runner):
    await runner.say(FLAGS["bone-stress"])
    await room.wait_until("07:00", days=1)
    await runner.tap("Seen, and cleared to move")
    await runner.tap("All of it, running too")
    assert "up to 30 November" in runner.reads
    assert "comes later" in await runner.say("strides")
    assert "step by step after the check" in await runner.say("/today")
    await room.wait_until("06:00", days=14)
    assert "comes later" not in await runner.say("strides")


async def test_easy_moves_only_until_running_is_allowed(room: Chatroom, runner: Runner):
    await runner.say(FLAGS["bone-stress"])
    await room.wait_until("07:00", days=1)
    await runner.tap("Seen, and cleared to move")
    await runner.tap("Easy moves, no running yet")
    assert "no running" in runner.reads
    await room.wait_until("06:00", days=30)
    assert "comes later" in await runner.say("strides")
    await runner.tap("I am allowed more now")
    await runner.tap("All of it, running too")
    assert "For two weeks" in runner.reads


@pytest.mark.postgresql
async def test_each_complaint_is_asked_about_and_answered_by_itself(room: Chatroom, runner: Runner):
    await runner.say(FLAGS["locking"])
    await runner.say(FLAGS["bone-stress"])
    await room.wait_until("07:00", days=1)
    assert FLAGS["bone-stress"] in runner.reads
    await runner.tap("Still there")
    assert FLAGS["locking"] in runner.reads
    await runner.tap("It is gone")
    assert "That one is over. I still rest everything" in runner.reads


async def test_old_locks_by_area_are_still_obeyed_and_answered(room: Chatroom, runner: Runner):
    since = "2026-11-10"
    lock = {"since": since, "words": "sharp groin", "urgency": "days", "asked": 1}
    kept = {Area.HIP_FLEXORS.value: lock, Area.QUADS.value: lock}

    def write(work: Any) -> None:
        work.runners.change(runner.person.id, {"locks": kept})

    await room.limber.store.run(write)
    assert "sharp groin" in await runner.say("tight hip flexors")
    assert set((await exported(runner))["locked"]) == set(kept)
    before = seen(runner)
    await tap_data(runner, "lock:still")  # a button from before complaints were a list
    assert seen(runner) != before
    await tap_data(runner, "lock:cleared")
    await runner.tap("All of it, running too")
    assert (await exported(runner))["locked"] is None


@pytest.mark.parametrize("condition", [each for each in LASTING if each in RESTS_ALL])
async def test_a_fresh_operation_rests_everything_and_says_so(
    unasked: Runner, condition: Condition
):
    runner = unasked
    await runner.open(FLEXORS)
    assert "Is there anything I should know" in runner.reads
    await runner.tap("An operation in the last 12 weeks")
    await runner.tap("Continue ›")
    assert "until the doctor who knows you" in runner.reads or "is not for you" in runner.reads
    assert condition.value in (await exported(runner))["profile"]["conditions"]
