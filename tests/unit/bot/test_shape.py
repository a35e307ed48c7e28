"""What Telegram never sends is not let in, and all that it sends is."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.gateway.shape import Misshapen, check
from bot.playground.fake_telegram import FakeTelegram
from tests.support.clock import StandingClock

ME = {"id": 5, "is_bot": False, "first_name": "Sam"}
CHAT = {"id": 5, "type": "private"}
SOUND: dict[str, Any] = {"message_id": 7, "date": 1, "chat": CHAT, "from": ME, "text": "hello"}
TAP: dict[str, Any] = {"id": "1", "from": ME, "message": SOUND, "data": "done"}


@pytest.mark.parametrize(
    "payload",
    [
        {"message": SOUND | {"text": 7}},
        {"message": SOUND | {"text": None}},
        {"edited_message": SOUND | {"caption": ["x"]}},
        {"message": SOUND | {"message_id": True}},
        {"message": SOUND | {"message_id": 1 << 63}},
        {"message": SOUND | {"chat": 5}},
        {"message": SOUND | {"chat": CHAT | {"id": "5"}}},
        {"message": SOUND | {"from": ME | {"first_name": {}}}},
        {"message": SOUND | {"entities": [{"type": "bold", "offset": "0", "length": 1}]}},
        {"message": {key: value for key, value in SOUND.items() if key != "chat"}},
        {"callback_query": TAP | {"data": 7}},
        {"callback_query": TAP | {"message": {}}},
        {"my_chat_member": {"chat": CHAT, "from": ME, "date": 1}},
    ],
)
def test_what_telegram_never_sends_is_refused(payload: dict[str, Any]):
    with pytest.raises(Misshapen):
        check({"update_id": 1, **payload})


def sent() -> Iterator[dict[str, Any]]:
    """Whatever people do, as Telegram tells of it."""
    fake = FakeTelegram(now=StandingClock().now)
    fake.updates.allowed = ["message", "edited_message", "message_reaction", "my_chat_member"]
    sam = fake.person(first_name="Sam")
    written = sam.say("**hello** /start")
    sam.edit(written, "hello again")
    sam.react("👍", written)
    sam.say("a reply", written)
    for act in (sam.send_photo, sam.send_voice, sam.send_audio, sam.send_sticker, sam.send_contact):
        act()
    sam.send_document(data=b"x", caption="a file")
    sam.share_location(1.5, 2)
    sam.forward("what another said")
    sam.block()
    yield from (each.body for each in fake.updates.kept())
    yield {"update_id": 1, "callback_query": TAP}


@pytest.mark.parametrize("payload", [*sent()], ids=lambda payload: [*payload][-1])
def test_what_telegram_sends_is_let_in(payload: dict[str, Any]):
    check(payload)
