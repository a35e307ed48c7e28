"""A club that serves only what a clinician reviewed, and what is said until one has."""

from dataclasses import replace

import pytest

from bot.config.settings import Settings, settings_from
from content.bundle import Content, reviewed_only
from tests.support.chat import Chatroom, Runner
from tests.unit.content.test_sign_off import TODAY, signed, with_signed

UNREAD = "no clinician has reviewed all of my moves yet"


def serve(room: Chatroom, *names: str) -> Content:
    """Let the room serve those cards alone, as signed off ones."""
    content = room.limber.dispatcher.content
    library = with_signed(content.library, *names)
    found = reviewed_only(replace(content, library=library), TODAY)
    room.limber.dispatcher.content = found
    return found


async def test_that_nobody_reviewed_the_moves_is_said_once(sam: Runner):
    await sam.say("/start")
    await sam.say("/today")
    assert [UNREAD in each.text for each in sam.bot_messages].count(True) == 1


async def test_where_all_is_reviewed_nothing_is_said(room: Chatroom):
    content = room.limber.dispatcher.content
    cards = {name: signed(card, "2099-01-01") for name, card in content.library.cards.items()}
    library = replace(content.library, cards=cards)
    room.limber.dispatcher.content = replace(content, library=library)
    runner = room.runner()
    await runner.onboard()
    assert not [each for each in runner.bot_messages if UNREAD in each.text]


async def test_only_reviewed_moves_are_served(room: Chatroom, sam: Runner):
    serve(room, "couch-stretch", "clamshell")
    shown = [
        await sam.say(said)
        for said in ("/today", "tight quads", "another", "easier", "half pigeon", "stretch in bed")
    ]
    content = room.limber.dispatcher.content
    names = {card.name for card in content.library.cards.values()}
    assert names == {"Couch stretch", "Clamshell"}
    assert any("Couch stretch" in each for each in shown)
    assert not [each for each in shown if "Half pigeon" in each]


@pytest.mark.postgresql
async def test_with_nothing_reviewed_a_kind_text_comes(room: Chatroom, sam: Runner):
    serve(room)
    for said in ("/today", "tight hip flexors", "clamshell", "/test"):
        assert "only moves that a clinician has reviewed" in await sam.say(said), said
    assert "Start" not in " ".join(sam.buttons)
    for said in ("/program", "/progress", "done", "one more", "remind me at 7"):
        assert "went wrong" not in await sam.say(said), said


def test_the_setting_is_yes_or_no():
    assert settings_from({"LIMBER_REVIEWED_ONLY": "yes"}).reviewed_only
    assert not Settings().reviewed_only
