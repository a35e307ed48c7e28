"""One gate in the chat: whatever was told, no way opens a card that it refuses."""

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
    "pregnancy-check": "I'm 34 weeks pregnant",
    "birth-check": "I had a baby four weeks ago",
    "hernia": "the doctor found a hernia",
    "after-surgery": "had a knee operation two weeks ago",
    "pelvic-floor": "i leak when i jump",
    "fever": "i have a fever since lunch",
    "low-mood": "nothing brings me joy any more",
}
PROGRAMME = "desk-bound-runner"
FLEXORS = "half-kneeling-hip-flexor-stretch"


async def tap_data(sam: Runner, data: str, message: Any = None) -> None:
    sam.person.tap_data(message or sam.person.last, data)
    await sam.room.settle()


async def ask_for_an_area(sam: Runner) -> None:
    await sam.say("tight hip flexors")


async def ask_for_a_card(sam: Runner) -> None:
    await sam.say("couch stretch")


async def today(sam: Runner) -> None:
    await sam.say("/today")


async def start(sam: Runner) -> None:
    await tap_data(sam, "start")


async def start_of_yesterday(sam: Runner) -> None:
    await tap_data(sam, "start:2026-11-16")


async def try_one(sam: Runner) -> None:
    await tap_data(sam, "try")


async def old_button(sam: Runner) -> None:
    await tap_data(sam, f"card:{FLEXORS}")


async def middle_of_a_card(sam: Runner) -> None:
    await tap_data(sam, f"walk:{FLEXORS}:4:2026-11-16")


async def resume(sam: Runner) -> None:
    await tap_data(sam, f"on:{FLEXORS}:7:2026-11-16")


async def harder(sam: Runner) -> None:
    await tap_data(sam, f"harder:{FLEXORS}:2026-11-16")


async def easier(sam: Runner) -> None:
    await tap_data(sam, "easier:couch-stretch:")


async def harder_in_words(sam: Runner) -> None:
    await sam.say("something harder")


async def another(sam: Runner) -> None:
    await sam.say("another one")


async def one_more(sam: Runner) -> None:
    await tap_data(sam, "more")


async def desk_break(sam: Runner) -> None:
    await tap_data(sam, "b:show:standing-desk-hip-stretch")


async def not_my_thing(sam: Runner) -> None:
    await tap_data(sam, f"leave:dislike:{FLEXORS}:2026-11-16")


async def the_reminder(sam: Runner) -> None:
    await sam.room.wait_until("07:00", days=1)


async def programme(sam: Runner) -> None:
    await sam.say("/program")
    await tap_data(sam, f"prog-on:{PROGRAMME}")
    await sam.say("/today")


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


def seen(sam: Runner) -> dict[int, tuple[str, str]]:
    return {each.id: (each.text, str(each.inline_rows)) for each in sam.bot_messages}


def offered(sam: Runner, before: dict[int, tuple[str, str]]) -> set[str]:
    """The cards that messages offer or show which are new or changed since."""
    fresh = [each for each in sam.bot_messages if seen(sam)[each.id] != before.get(each.id)]
    buttons = [button for each in fresh for row in each.inline_rows for button in row]
    found = [OPENS.match(each.get("callback_data", "")) for each in buttons]
    return {match[1] for match in found if match}


async def begin(sam: Runner) -> None:
    """A session half done, a card on the way: there is a lot to go on with."""
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.tap("▶️ Start")


@pytest.mark.parametrize("flag", FLAGS)
async def test_after_a_flag_no_way_opens_what_rests(sam: Runner, flag: str):
    await begin(sam)
    await sam.say(FLAGS[flag])
    locked = set((await sam.exported())["locked"] or ())
    assert locked
    for path in PATHS:
        before = seen(sam)
        await path(sam)
        for card in offered(sam, before):
            assert not locked & set(CARDS[card].areas), path.__name__


@pytest.mark.parametrize(
    ("first", "second"), [*permutations(("locking", "nerve", "bone-stress"), 2)]
)
async def test_a_second_complaint_never_frees_the_first(
    room: Chatroom, sam: Runner, first: str, second: str
):
    await sam.say(FLAGS[first])
    alone = set((await sam.exported())["locked"])
    await sam.say(FLAGS[second])
    both = set((await sam.exported())["locked"])
    assert alone <= both
    held = (await sam.exported())["complaints"]
    assert {each["flag"] for each in held} == {first, second}
    told = next(each for each in held if each["flag"] == second)
    await tap_data(sam, f"lock:gone:{told['id']}")
    await tap_data(sam, f"lock:everything:{told['id']}")
    left = set((await sam.exported())["locked"])
    assert alone <= left


@pytest.mark.parametrize("condition", Condition)
async def test_no_way_opens_what_a_lasting_state_rules_out(sam: Runner, condition: Condition):
    await sam.say("/settings")
    await sam.tap(re.compile("^Your body"))
    await tap_data(sam, f"state:{list(Condition).index(condition)}:0::")
    await tap_data(sam, "state:ok:0::")
    assert "Noted" in sam.reads
    for path in PATHS:
        before = seen(sam)
        await path(sam)
        for card in offered(sam, before):
            assert condition not in CARDS[card].not_for, path.__name__
            assert condition not in RESTS_ALL, path.__name__


async def test_a_named_card_that_rests_is_refused_with_why_since_when_and_the_way_out(
    room: Chatroom, sam: Runner
):
    await sam.say(FLAGS["bone-stress"])
    await room.wait_until("06:00", days=1)
    answer = await sam.say("couch stretch")
    assert "since 16 November" in answer
    assert FLAGS["bone-stress"] in answer
    assert "doctor" in answer
    assert "Seen, and cleared to move" in sam.buttons


async def test_everything_at_rest_is_a_state_with_words(sam: Runner):
    await sam.say(FLAGS["heart"])
    answer = await sam.say("/today")
    assert "I rest everything since 16 November" in answer
    assert "emergency number" in answer
    await sam.tap("Seen, and cleared to move")
    assert "What did the doctor, midwife or physio allow?" in sam.reads
    await sam.tap("Not yet")
    assert "rests on" in sam.reads
    assert "I rest everything" in await sam.say("tight quads")


async def test_bring_it_back_does_not_claim_what_still_rests(sam: Runner):
    await sam.say(FLAGS["heart"])
    answer = await sam.say("bring it back")
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
async def test_seen_by_somebody_leads_to_what_was_allowed(sam: Runner, text: str):
    await sam.say(FLAGS["bone-stress"])
    assert "What did the doctor, midwife or physio allow?" in await sam.say(text)
    await sam.tap("All of it, running too")
    assert (await sam.exported())["locked"] is None


async def test_who_would_rather_not_say_reads_for_whom_a_move_is_not(unasked: Runner):
    unasked.body = "I'd rather not say"
    assert "Not for you with a new hip" in await unasked.open(FLEXORS)
    assert "🛑" in unasked.reads


async def test_the_question_comes_once_and_the_card_follows_its_answer(unasked: Runner):
    sam = unasked
    await sam.open(FLEXORS)
    assert "Is there anything I should know" in sam.reads
    await sam.tap("Hip dysplasia, a shallow socket")
    assert "✅ Hip dysplasia, a shallow socket" in sam.buttons
    await sam.tap("Strains and sore tendons ›")
    await sam.tap("Kneecap")
    await sam.tap("Continue ›")
    assert "not for you with a shallow hip socket" in sam.reads
    assert "Ankle circles" in await sam.open("ankle-circles")
    assert "▶️ Start" in sam.buttons
    assert "Not for you with" not in sam.reads


async def test_a_state_told_in_words_is_kept_and_obeyed(sam: Runner):
    answer = await sam.say("I have osteoporosis")
    assert "thin bones" in answer
    assert "thin-bones" in (await sam.exported())["profile"]["conditions"]
    assert "not for you with thin bones" in await sam.say("half pigeon")
    await sam.say("/settings")
    await sam.tap(re.compile("^Your body"))
    assert any(each.startswith("✅ Thin bones") for each in sam.buttons)


async def test_a_wish_beside_a_state_is_met_through_the_gate(sam: Runner):
    before = seen(sam)
    await sam.say("I'm hypermobile, tight hip flexors")
    assert any("very loose joints" in each.text for each in sam.bot_messages)
    if "None of these" in sam.buttons:  # the safety question comes before a move
        await sam.tap("None of these")
    cards = offered(sam, before)
    assert cards
    assert all(Condition.LOOSE_JOINTS not in CARDS[card].not_for for card in cards)


async def test_what_was_told_of_the_body_goes_with_delete(sam: Runner):
    await sam.say("I have osteoporosis")
    await sam.say("/delete")
    await sam.tap("Yes, delete everything")
    await sam.say("/start")
    assert "conditions" not in (await sam.exported())["profile"]


async def test_dark_thoughts_are_asked_about_softly_and_never_repeated(room: Chatroom, sam: Runner):
    said = "i want to kill myself"
    await sam.say(said)
    assert (await sam.exported())["locked"]
    answer = await sam.say("/today")
    assert said not in answer
    assert "crisis line" in answer
    await room.wait_until("07:00", days=1)
    assert said not in sam.reads
    assert "How are you today" in sam.reads
    await sam.tap("I'm better, thank you")
    assert (await sam.exported())["locked"] is None


@pytest.mark.parametrize(
    ("condition", "flag", "words"),
    [
        (Condition.PREGNANT, "pregnancy-check", "Ask your midwife or doctor which moves suit you"),
        (Condition.AFTER_BIRTH, "birth-check", "so soon after a birth"),
    ],
)
async def test_a_tick_rests_as_much_as_words(
    sam: Runner, condition: Condition, flag: str, words: str
):
    await sam.say("/settings")
    await sam.tap(re.compile("^Your body"))
    await tap_data(sam, f"state:{list(Condition).index(condition)}:0::")
    await tap_data(sam, "state:ok:0::")
    assert [each["flag"] for each in (await sam.exported())["complaints"]] == [flag]
    assert words in await sam.say("/today")
    assert words in await sam.say("clamshell")
    await sam.tap("Seen, and cleared to move")
    await sam.tap("Easy moves, no running yet")
    before = seen(sam)
    await sam.say("/today")
    assert offered(sam, before) or "▶️ Start" in sam.buttons
    assert "Sumo squat" not in sam.reads
    await tap_data(sam, "state")
    await tap_data(sam, "state:none:0::")
    assert "Noted" in sam.reads


async def test_a_tick_that_was_taken_off_ends_no_rest(sam: Runner):
    await tap_data(sam, "state")
    await tap_data(sam, "state:0:0::")
    await tap_data(sam, "state:ok:0::")
    assert (await sam.exported())["locked"]
    await tap_data(sam, "state")
    await tap_data(sam, "state:none:0::")
    assert "and no tick" in sam.reads
    assert (await sam.exported())["locked"]
    await sam.say("/today")
    await sam.tap("Seen, and cleared to move")
    await sam.tap("All of it, running too")
    assert (await sam.exported())["locked"] is None


@pytest.mark.parametrize("text", ["I am 16 and I run track", "I'm fourteen years old"])
async def test_an_age_is_a_state_and_no_time(sam: Runner, text: str):
    before = (await sam.exported())["profile"]["run_at"]
    assert "You still grow" in await sam.say(text)
    after = (await sam.exported())["profile"]
    assert (after["run_at"], after["conditions"]) == (before, ["under-18"])


async def test_a_sore_day_refuses_a_named_card(sam: Runner):
    await sam.say("soreness 8")
    assert "stop sign" in await sam.say("single leg squat")
    assert "How is it now" in sam.reads


async def test_the_countdown_stops_with_the_flag(room: Chatroom, sam: Runner):
    await sam.open(FLEXORS)
    await sam.walk_to("Get ready")
    await sam.say(FLAGS["bone-stress"])
    before = seen(sam)
    for _ in range(12):
        await room.wait(seconds=5)
    assert seen(sam) == before


async def test_harder_obeys_kneeling_and_kit(sam: Runner):
    await sam.say("no kneeling please")
    await tap_data(sam, "harder:standing-desk-hip-stretch:")
    assert "kneeling is not for you" in sam.reads


async def test_two_graded_weeks_after_a_clearance(room: Chatroom, sam: Runner):
    await sam.say(FLAGS["bone-stress"])
    await room.wait_until("07:00", days=1)
    await sam.tap("Seen, and cleared to move")
    await sam.tap("All of it, running too")
    assert "up to 30 November" in sam.reads
    assert "comes later" in await sam.say("strides")
    assert "step by step after the check" in await sam.say("/today")
    await room.wait_until("06:00", days=14)
    assert "comes later" not in await sam.say("strides")


async def test_easy_moves_only_until_running_is_allowed(room: Chatroom, sam: Runner):
    await sam.say(FLAGS["bone-stress"])
    await room.wait_until("07:00", days=1)
    await sam.tap("Seen, and cleared to move")
    await sam.tap("Easy moves, no running yet")
    assert "no running" in sam.reads
    await room.wait_until("06:00", days=30)
    assert "comes later" in await sam.say("strides")
    await sam.tap("I am allowed more now")
    await sam.tap("All of it, running too")
    assert "For two weeks" in sam.reads


@pytest.mark.postgresql
async def test_each_complaint_is_asked_about_and_answered_by_itself(room: Chatroom, sam: Runner):
    await sam.say(FLAGS["locking"])
    await sam.say(FLAGS["bone-stress"])
    await room.wait_until("07:00", days=1)
    assert FLAGS["bone-stress"] in sam.reads
    await sam.tap("Not seen yet")
    assert FLAGS["locking"] in sam.reads
    await sam.tap("It is gone")
    assert "That one is over. I still rest everything" in sam.reads


async def test_old_locks_by_area_are_still_obeyed_and_answered(room: Chatroom, sam: Runner):
    since = "2026-11-10"
    lock = {"since": since, "words": "sharp groin", "urgency": "days", "asked": 1}
    kept = {Area.HIP_FLEXORS.value: lock, Area.QUADS.value: lock}

    def write(work: Any) -> None:
        work.runners.change(sam.person.id, {"locks": kept})

    await room.limber.store.run(write)
    assert "sharp groin" in await sam.say("tight hip flexors")
    assert set((await sam.exported())["locked"]) == set(kept)
    before = seen(sam)
    await tap_data(sam, "lock:still")  # a button from before complaints were a list
    assert seen(sam) != before
    await tap_data(sam, "lock:cleared")
    await sam.tap("All of it, running too")
    assert (await sam.exported())["locked"] is None


@pytest.mark.parametrize("condition", [each for each in LASTING if each in RESTS_ALL])
async def test_a_fresh_operation_rests_everything_and_says_so(
    unasked: Runner, condition: Condition
):
    sam = unasked
    await sam.open(FLEXORS)
    assert "Is there anything I should know" in sam.reads
    await sam.tap("An operation in the last 12 weeks")
    await sam.tap("Continue ›")
    assert "I rest everything" in sam.reads
    assert "your surgeon or physio" in sam.reads
    assert condition.value in (await sam.exported())["profile"]["conditions"]
