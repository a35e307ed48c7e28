"""The page beside the chat: its button, its session, and what was done there is logged once."""

import logging
from datetime import timedelta

import pytest

from bot.playground.fake_telegram.rules.errors import CannotAct
from bot.playground.fake_telegram.rules.mini_apps import init_data
from content.bundle import Content
from content.catalog.guide import StepKind, guide_steps
from tests.support.chat import Chatroom, Runner
from tests.support.mini_app.calls import Phone, walked

PAGE = "🖥 Open the page"


async def test_without_an_address_there_is_no_such_button(sam: Runner):
    await sam.say("/today")
    await sam.tap("More…")
    assert PAGE not in sam.buttons
    with pytest.raises(CannotAct, match="no button opens a Mini App"):
        sam.person.open_app()


async def test_the_page_walks_as_the_chat_does(ann: Runner, content: Content):
    await ann.tap("More…")
    assert PAGE in ann.buttons
    await ann.tap("‹ Back")
    status, session = await Phone(ann).get()
    assert status == 200
    assert [move["name"] for move in session["moves"]] == [
        line.split(". ", 1)[1] for line in ann.reads.splitlines() if line[:1].isdigit()
    ]
    for move in session["moves"]:
        steps = guide_steps(content.library.cards[move["card"]])
        told = [(each["kind"], each["seconds"], each["text"]) for each in move["steps"]]
        assert told == [(s.kind, s.seconds, s.text) for s in steps if s.kind is not StepKind.END]


@pytest.mark.postgresql
async def test_a_finish_is_told_in_the_chat_and_logged_once(ann: Runner):
    phone, other = Phone(ann), Phone(ann)
    _, session = await phone.get()
    await other.get()
    before = len(ann.person.messages)
    answer = await phone.done(walked(session))
    assert answer[0] == 200
    assert answer[1]["status"] == "done"
    assert "1 of 5 days this week" in answer[1]["text"]
    assert "Done." in ann.reads
    assert len(ann.person.messages) > before
    told = ann.person.screen()
    assert await phone.done(walked(session)) == answer
    assert await other.done(walked(session, share=0.5)) == answer
    assert ann.person.screen() == told
    (entry,) = (await ann.exported())["sessions"]
    assert (entry["status"], entry["cards"]) == ("done", [m["card"] for m in session["moves"]])
    assert (await other.get())[1]["walked"] == entry["cards"]


async def test_half_a_session_is_half_and_the_rest_follows(ann: Runner):
    phone = Phone(ann)
    _, session = await phone.get()
    assert (await phone.done(walked(session, moves=1)))[1]["status"] == "partial"
    assert (await phone.done(walked(session)))[1]["status"] == "done"


async def test_what_was_taken_back_can_be_done_again(ann: Runner):
    phone = Phone(ann)
    _, session = await phone.get()
    await phone.done(walked(session))
    await ann.say("/undo")
    assert (await phone.done(walked(session)))[1]["status"] == "done"


async def test_nothing_done_is_nothing_logged(ann: Runner):
    phone, told = Phone(ann), (ann.reads, len(ann.bot_messages))
    _, session = await phone.get()
    assert (await phone.done(walked(session, share=0)))[1]["status"] == "nothing"
    assert (ann.reads, len(ann.bot_messages)) == told


async def test_a_hold_counts_no_longer_than_it_is_and_foreign_sets_not_at_all(ann: Runner):
    phone = Phone(ann)
    _, session = await phone.get()
    sent = walked(session)
    for move in sent["moves"]:
        move["sets"] = dict.fromkeys(move["sets"], 1000000000.0) | {"77:left": 30, "x": 1}
    sent["moves"].append({"card": "no-such-card", "sets": {"1:both": 30}, "ended": True})
    await phone.done(sent)
    (entry,) = (await ann.exported())["sessions"]
    assert entry["sides"]["half-kneeling-hip-flexor-stretch"] == {"left": 1.0, "right": 1.0}
    assert "no-such-card" not in entry["cards"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 9000,
        b"x" * 70_000,
        [],
        {},
        {"id": "soon", "moves": []},
        {"id": "2026-11-16.x", "moves": [{"card": 1, "sets": {}, "ended": True}]},
        {"id": "2026-11-16.x", "moves": [{"card": "a", "sets": {"1:left": "9"}, "ended": True}]},
        {"id": "2026-11-16.x", "moves": [{}] * 60},
    ],
)
async def test_what_cannot_be_read_logs_nothing(ann: Runner, body: object):
    status, told = await Phone(ann).done(body)
    assert (status, told["error"]) == (400, "I could not read that. Open me from the chat again.")
    assert (await ann.exported())["sessions"] == []


async def test_an_old_day_cannot_be_logged_any_more(ann: Runner):
    phone = Phone(ann)
    _, session = await phone.get()
    await ann.room.wait(days=9)
    status, told = await phone.done(walked(session))
    assert (status, told["error"]) == (409, "That day is too long ago for the log.")


async def test_only_who_telegram_vouches_for_comes_in(
    ann: Runner, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    phone, now = Phone(ann), ann.room.clock.now()
    token, user = ann.room.fake.token, {"id": ann.person.id}
    stale = init_data(token, user, now - timedelta(days=2))
    stranger = init_data(token, {"id": 999}, now)
    for signed in ("", "x", init_data("2:OTHER", user, now), stale, stranger):
        for answer in (await phone.get(signed=signed), await phone.done({}, signed=signed)):
            if signed is not stranger or answer[0] != 400:
                assert answer == (401, {"error": "Open me from the chat again."})
    assert (await phone.get())[0] == 200
    assert not [each for each in caplog.messages if "hash=" in each or token in each]


async def test_the_gate_keeps_the_page_shut_too(ann: Runner):
    await ann.say("I lost control of my bladder since this morning")
    status, told = await Phone(ann).get()
    assert (status, told["error"]) == (409, "No move on this page now. The chat tells you why.")


async def test_who_was_not_asked_about_their_body_is_asked_in_the_chat_first(served: Chatroom):
    runner = served.runner()
    runner.body = None
    await runner.onboard()
    await runner.say("/today")
    status, told = await Phone(runner).get()
    assert (status, told["error"]) == (409, "One question waits for you in the chat first.")


async def test_a_picture_is_drawn_for_a_card_of_ours_only(ann: Runner):
    phone = Phone(ann)
    _, session = await phone.get()
    name = session["moves"][0]["steps"][0]["picture"]
    status, drawn = await phone.get(f"picture?name={name}")
    assert (status, drawn[:4]) == (200, b"\x89PNG")
    status, drawn = await phone.get(f"picture?name={name}&moves=1")
    assert (status, drawn[:4], drawn[8:12]) == (200, b"RIFF", b"WEBP")
    for odd in ("../../etc/passwd", "no-such-card:", ""):
        assert (await phone.get(f"picture?name={odd}"))[0] == 404
