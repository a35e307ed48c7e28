"""The page's other tabs: the picture's figures, and the library behind the one gate."""

from typing import Any

import pytest

from content.bundle import Content
from content.catalog.taxonomy import Kind
from tests.support.chat import Chatroom, Runner
from tests.support.mini_app.calls import Phone, walked

COUCH = "couch-stretch"


async def cards(runner: Runner) -> dict[str, Any]:
    """The library as the page has it, by id."""
    status, told = await Phone(runner).get("cards")
    assert status == 200
    return {each["id"]: each for each in told["cards"]}


async def opening(runner: Runner, card: str) -> tuple[int, Any]:
    return await Phone(runner).get(f"card?id={card}")


async def favour(runner: Runner, card: str, *, on: bool = True) -> tuple[int, Any]:
    return await Phone(runner).call("POST", "favourite", body={"card": card, "on": on})


@pytest.mark.postgresql
async def test_progress_has_the_figures_of_the_picture(ann: Runner):
    phone = Phone(ann)
    assert (await phone.get("progress"))[1]["any"] is False
    await phone.done(walked((await phone.get())[1]))
    await ann.say("soreness 3")
    _, told = await phone.get("progress")
    assert (told["done"], told["goal"], told["any"]) == (1, 5, True)
    (entry,) = (await ann.exported())["sessions"]
    assert told["minutes"] == entry["minutes"]
    caption = await ann.say("/progress")
    for words in ("1 of 5 days", "Soreness last time: 3 of 10"):
        assert words in caption
    assert told["sore_last"] == 3
    for area in told["areas"]:
        assert f"{area['name']}: {area['text'].split(' | ')[0]}" in caption
    done = [each for each in told["days"] if each["said"]]
    assert [(each["day"], each["said"]) for each in done] == [(16, "done")]
    assert told["areas"]


async def test_the_library_is_whole_and_says_what_it_can_be_looked_for_by(
    ann: Runner, content: Content
):
    _, told = await Phone(ann).get("cards")
    wanted = {each.id for each in content.library.cards.values() if each.kind is not Kind.TEST}
    assert {each["id"] for each in told["cards"]} == wanted
    for each in told["cards"]:
        assert set(each["areas"]) <= told["areas"].keys()
        assert set(each["kit"]) <= told["kit"].keys()
        assert each["kind"] in told["kinds"]
        assert each["minutes"] >= 1


async def test_a_card_by_itself_is_logged_as_done_whatever_the_session_has_left(ann: Runner):
    phone = Phone(ann)
    today = {move["card"] for move in (await phone.get())[1]["moves"]}
    other = next(each for each, told in (await cards(ann)).items() if each not in today)
    status, single = await opening(ann, other)
    assert (status, single["alone"], len(single["moves"])) == (200, True, 1)
    status, answer = await phone.done({**walked(single), "alone": True})
    assert (status, answer["status"]) == (200, "done")
    assert await phone.done({**walked(single), "alone": True}) == (200, answer)
    (entry,) = (await ann.exported())["sessions"]
    assert (entry["status"], entry["cards"]) == ("done", [other])


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("never show me the couch stretch again", "You hid it"),
        ("I can't kneel", "done kneeling"),
        ("sharp pain in my groin with every step", "after what you told me"),
        ("my joints are hypermobile", "Not for you with very loose joints"),
    ],
)
async def test_what_the_chat_keeps_shut_is_shut_on_the_page_and_says_why(
    ann: Runner, said: str, why: str
):
    assert (await opening(ann, COUCH))[0] == 200
    await ann.say(said)
    shut = (await cards(ann))[COUCH]["shut"]
    assert why in shut
    assert await opening(ann, COUCH) == (409, {"error": shut})
    assert await favour(ann, COUCH) == (409, {"error": shut})


async def test_every_card_opens_just_as_its_line_says(ann: Runner):
    await ann.say("sharp pain in my groin with every step")
    for card, told in (await cards(ann)).items():
        status, answer = await opening(ann, card)
        if told["shut"]:
            assert (status, answer["error"]) == (409, told["shut"])
        else:
            assert status == 200


async def test_a_heart_stays_and_is_taken_away_even_from_what_is_shut(ann: Runner):
    assert (await favour(ann, COUCH))[1] == {"favourites": [COUCH]}
    await favour(ann, "clamshell")
    assert (await ann.exported())["profile"]["favourites"] == ["clamshell", COUCH]
    await ann.say("never show me the couch stretch again")
    told = (await cards(ann))[COUCH]
    assert told["favourite"]
    assert told["shut"]
    assert (await favour(ann, COUCH, on=False))[1] == {"favourites": ["clamshell"]}


async def test_a_heart_is_no_change_that_the_chat_takes_back(ann: Runner):
    await ann.say("never show me the clamshell again")
    await favour(ann, COUCH)
    await ann.say("bring back everything")
    assert (await ann.exported())["profile"]["favourites"] == [COUCH]
    assert (await cards(ann))["clamshell"]["shut"] is None


@pytest.mark.parametrize("card", ["no-such-card", "", "../x", "hip-extension-test"])
async def test_what_is_no_card_to_choose_opens_nothing(ann: Runner, card: str):
    gone = (409, {"error": "I don't have that card any more."})
    assert await opening(ann, card) == gone
    assert await favour(ann, card) == gone


@pytest.mark.parametrize("body", [[], {}, {"card": 1, "on": True}, {"card": COUCH, "on": "yes"}])
async def test_what_cannot_be_read_gives_no_heart(ann: Runner, body: object):
    assert (await Phone(ann).call("POST", "favourite", body=body))[0] == 400


async def test_nobody_else_sees_any_of_it(ann: Runner):
    for path in ("progress", "cards", f"card?id={COUCH}"):
        assert (await Phone(ann).get(path, signed="x"))[0] == 401


async def test_who_was_not_asked_about_their_body_has_progress_but_no_cards(served: Chatroom):
    runner = served.runner()
    runner.body = None
    await runner.onboard()
    await runner.say("/today")
    asked = (409, {"error": "One question waits for you in the chat first."})
    assert await Phone(runner).get("cards") == asked
    assert await opening(runner, COUCH) == asked
    assert (await Phone(runner).get("progress"))[0] == 200
