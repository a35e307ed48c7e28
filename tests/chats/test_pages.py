"""A whole page of words: read once, answered, and never said back in full."""

from collections import Counter

import pytest

from content.language import parsed_message
from content.language.compiler import compiled
from storage.queries.operations import Operations
from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql

PAGE = "I sat at the desk all morning and then walked the dog around the lake with my sister. " * 46
LONGEST = 4096


async def test_a_danger_in_a_page_is_said_back_in_a_line(sam: Runner, room: Chatroom):
    danger = "I had crushing chest pain on my run today. "
    await sam.say((danger + PAGE)[:LONGEST])
    assert "Please stop here" in sam.reads
    for said in ("/today", "done", "give me a session", "thanks"):
        before = len(sam.bot_messages)
        await sam.say(said)
        assert len(sam.bot_messages) > before, said
    dead = await room.limber.store.run(lambda work: Operations(work.transaction).unsent_letters(9))
    assert dead == []


@pytest.mark.parametrize("said", ["{}", "no wait, {}", "/ask {}", "/remind {}", "/done {}"])
async def test_a_page_is_taken_apart_once(sam: Runner, monkeypatch: pytest.MonkeyPatch, said: str):
    """However many ask what it may mean: once with the names of cards, and once without."""
    text = said.format(PAGE)[:LONGEST]
    read: Counter[int] = Counter()
    parse = parsed_message._parse

    def counted(text: str, words) -> parsed_message.ParsedMessage:
        read[id(words)] += len(text) > LONGEST // 2
        return parse(text, words)

    monkeypatch.setattr(parsed_message, "_parse", counted)
    for words in room_words(sam):
        words.remembered.clear()
    await sam.say(text)
    assert read.total() >= 1
    assert max(read.values()) <= 2  # a command is read with and without what it stands for


def room_words(sam: Runner):
    content = sam.room.limber.dispatcher.content
    return compiled(content.lexicon, content.names), compiled(content.lexicon)
