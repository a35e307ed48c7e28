"""Forged buttons and words by the hundred: nothing ends in an apology."""

import random
import re

import pytest
from telegram.ext import CallbackQueryHandler

from bot.config.settings import Settings
from bot.handlers.router import routes
from content.bundle import Content, load_content
from content.intents.meaning import Intent
from content.screening.screen import own_lexicon
from tests.support.chat import Chatroom, Runner

LEXICON = own_lexicon()
MESSAGES = 40
STATES = [
    "done",
    "couch stretch",
    "/today",
    "pause 5 days",
    "quiet hours from 22 to 7",
    "remind me at 8",
]
FRAMES = [
    "{}",
    "not {}",
    "{} {}",
    "no wait, {}",
    "done, {}",
    "{} at 99:99",
    "{} for 999999999 days",
    "{} please",
]
FORGED = ["", ":", ":x", ":0", ":99999999999", ":2026-99-99", ":x:y:z", ":2026-11-16:x"]
# What is left to these: they delete, and a new runner begins.
LEFT = re.compile(r"\^delete")


def verbs() -> list[str]:
    """How the data of every button begins."""
    handlers = routes(Settings(bot_token="1:TEST"), load_content)
    found = [
        each.pattern.pattern
        for each in handlers
        if isinstance(each, CallbackQueryHandler) and each.pattern
    ]
    plain = [re.sub(r"[\^$]|\(.*", "", each) for each in found if not LEFT.match(each)]
    return sorted({each.rstrip(":").replace("[:]+", "x") for each in plain})


def apologies(sam: Runner, content: Content) -> list[str]:
    """How often something broke on our side."""
    sorry = content.wording.message("sorry")
    return [each.text for each in sam.bot_messages if each.text == sorry]


@pytest.mark.postgresql
async def test_a_forged_button_is_refused(sam: Runner, room: Chatroom, content: Content):
    await sam.say("couch stretch")
    broken = []
    for verb in verbs():
        for tail in FORGED:
            before = len(apologies(sam, content))
            sam.person.tap_data(sam.person.last, f"{verb}{tail}")
            await room.settle()
            broken += [f"{verb}{tail}"] * (len(apologies(sam, content)) - before)
    assert broken == []


@pytest.mark.parametrize("state", STATES)
async def test_words_of_the_lexicon_never_break(
    sam: Runner, room: Chatroom, content: Content, state: str
):
    phrases = sorted(
        {re.sub(r"\W", " ", each) for said in LEXICON.phrases.values() for each in said}
    )
    chance = random.Random(state)
    await sam.say(state)
    broken = []
    for _ in range(MESSAGES):
        frame = chance.choice(FRAMES)
        text = frame.format(*(chance.choice(phrases) for _ in range(frame.count("{}"))))
        before = len(apologies(sam, content))
        await sam.say(text)
        await sam.say("/why")
        broken += [text] * (len(apologies(sam, content)) - before)
    assert broken == []


async def test_whatever_a_message_was_taken_for_can_be_told(content: Content):
    assert all(content.wording.term("meant", each.value) for each in Intent)


@pytest.mark.parametrize("text", ["why strength?", "pain is gone", "quiet hours from 21 to 7"])
async def test_why_follows_any_message(sam: Runner, text: str):
    await sam.say(text)
    assert "I took it that" in await sam.say("/why")
