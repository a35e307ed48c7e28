"""Whatever people send: a short kind answer, never silence, never a traceback."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner(name="<b>Rob & Co</b>")
    await runner.onboard()
    return runner


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("/frobnicate", "/help"),
        ("🦵🔥😀", "I didn't get that one"),
        ("x" * 4096, "I didn't get that one"),
        ("/remind 25:00", "isn't on my clock"),
        ("remind me at 31:10", "isn't on my clock"),
        ("<i>&lt;</i>", "I didn't get that one"),
        ("I'm in Atlantisburgh now", "Atlantisburgh"),
    ],
)
async def test_odd_texts(runner: Runner, text: str, answer: str):
    assert answer in await runner.say(text)


@pytest.mark.parametrize("act", ["send_photo", "send_voice", "send_sticker", "send_document"])
async def test_odd_things(runner: Runner, room: Chatroom, act: str):
    before = len(runner.bot_messages)
    getattr(runner.person, act)()
    await room.settle()
    assert len(runner.bot_messages) == before + 1


async def test_a_forwarded_message_is_answered(runner: Runner, room: Chatroom):
    before = len(runner.bot_messages)
    runner.person.forward("done")
    await room.settle()
    assert len(runner.bot_messages) > before
    assert "0 of 5 days" in await runner.say("/progress")


async def test_an_edited_message_is_read_again(runner: Runner, room: Chatroom):
    message = runner.person.say("blub")
    await room.settle()
    runner.person.edit(message, "done")
    await room.settle()
    assert "1 of 5 days" in runner.reads


async def test_markup_in_a_name_stays_text(runner: Runner):
    assert "<b>Rob & Co</b>" in await runner.say("/start")


@pytest.mark.parametrize(
    "data",
    ["", "walk:couch-stretch:999:", "q:nosuch:thing", "card:nosuch", "zzz", "q:sitting:lots"],
)
async def test_foreign_buttons_get_a_toast(runner: Runner, room: Chatroom, data: str):
    tap = runner.person.tap_data(runner.person.last, data or "x")
    await room.settle()
    assert tap.toast


async def test_a_group_is_pointed_to_the_private_chat(room: Chatroom):
    person = room.fake.group().person
    person.say("/start")
    await room.settle()
    assert "one to one" in person.last.text
    person.say("/done")
    await room.settle()
    assert await room.limber.store.run(lambda work: work.runners.get(person.chat.id)) is None


@pytest.mark.parametrize(
    ("command", "answered"),
    [("/done@another_bot", False), ("/start@another_bot now", False), ("/done@{us}", True)],
)
async def test_a_command_for_another_bot_in_a_group_is_none_of_ours(
    room: Chatroom, command: str, answered: bool
):
    person = room.fake.group().person
    us = room.limber.application.bot.username.upper()
    person.say(command.format(us=us))
    await room.settle()
    assert any(each.from_bot for each in person.messages) is answered


@pytest.mark.postgresql
async def test_two_phones_tapping_at_once_log_one_session(runner: Runner, room: Chatroom):
    await runner.say("/today")
    runner.person.tap("✅ Done")
    runner.person.tap("✅ Done")
    await room.settle()
    assert "1 of 5 days" in await runner.say("/progress")


async def test_a_message_to_edit_that_is_gone_comes_anew(runner: Runner, room: Chatroom):
    await runner.open("figure-four-stretch")  # the question before the first move is answered
    await runner.say("/today")
    offer = runner.person.last
    runner.person.tap("▶️ Start")
    offer.deleted = True
    await room.settle()
    assert "1 of" in runner.reads


@pytest.mark.postgresql
async def test_an_update_that_nobody_can_read_holds_up_no_other(
    room: Chatroom, runner: Runner, caplog: pytest.LogCaptureFixture
):
    room.fake.updates.add("message", {"chat": "no chat at all"}, chat_id=5)
    assert "1 of 5 days" in await runner.say("done")
    (told,) = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert "can't be read" in told
    assert "set aside" in told
