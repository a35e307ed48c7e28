"""Updates that can't be stored, or have no number: set aside, while all others are answered."""

import pytest

from storage.queries.operations import Operations
from tests.support.chat import Chatroom

pytestmark = pytest.mark.postgresql

ME = {"id": 5, "is_bot": False, "first_name": "Sam"}


def message(chat_id: int = 5, text: str = "hello") -> dict:
    chat = {"id": chat_id, "type": "private", "first_name": "Sam"}
    return {"message_id": 7, "date": 1, "chat": chat, "from": ME, "text": text}


ODD = {
    "a chat beyond all numbers": message(chat_id=1 << 70),
    "half a character": message(text="\ud83d"),
    "a zero": message(text="null \x00 byte"),
    "a number for words": message() | {"text": 7},
    "no chat": {key: value for key, value in message().items() if key != "chat"},
}


def plant(room: Chatroom, body: dict) -> None:
    room.fake.updates.add("message", body, 5)


@pytest.mark.parametrize("kind", ODD)
async def test_an_update_that_cant_be_stored_stops_nobody(room: Chatroom, kind: str):
    sam, kim = room.runner(), room.runner(6, "Kim")
    sam.person.say("/start")
    plant(room, ODD[kind])
    kim.person.say("/start")
    await room.settle()
    for each in (sam, kim):
        assert "1 of 10" in each.reads
    assert room.fake.updates.kept() == []


@pytest.mark.parametrize("number", [None, "seven", True, -1, 1 << 63, 1 << 90])
async def test_an_update_without_a_number_stops_nobody(room: Chatroom, number: object):
    sam = room.runner()
    plant(room, message())
    (first,) = room.fake.updates.pending.values()
    first.body["update_id"] = number
    sam.person.say("/start")
    await room.settle()
    assert "1 of 10" in sam.reads


async def test_a_change_of_membership_that_says_nothing_changes_nothing(room: Chatroom):
    sam = room.runner()
    body = {"chat": message()["chat"], "from": ME, "date": 1}
    room.fake.updates.add(
        "my_chat_member", body | {"old_chat_member": None, "new_chat_member": None}, 5
    )
    sam.person.say("/start")
    await room.settle()
    assert "1 of 10" in sam.reads
    assert not any("Something went wrong" in (each.text or "") for each in sam.bot_messages)


async def test_it_is_counted(room: Chatroom):
    plant(room, ODD["a chat beyond all numbers"])
    await room.settle()
    found = await room.limber.store.run(
        lambda work: Operations(work.transaction).figures(room.clock.now())
    )
    assert (found.failed, found.updates.count) == (1, 0)
