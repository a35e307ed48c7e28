"""Talk about Limber is answered, beside a wish as well, and changes nothing."""

import json
import re

import pytest

from tests.support.chat import Runner

ANSWERS = [
    ("which of my mates could read along here", r"don't sell"),
    ("what becomes of my chats when i quit", r"/delete"),
    ("am i texting with a machine or a person", r"bot|program"),
    ("could we talk in swedish", r"answer in English"),
    ("hablas español?", r"answer in English"),
    ("can i dictate a voice note to you", r"[Vv]oice message"),
    ("hook up with my garmin", r"Telegram only"),
    ("does swimming count", r"the day counts"),
    ("must i press anything when i am through", r"the day counts"),
    ("are three minutes really enough", r"Little and often"),
    ("what if i skip two days", r"nothing has to be made up"),
    ("mornings or evenings, which is better", r"The time that you can keep"),
    ("would pilates be better", r"Do both if you like"),
    ("how do you decide what i get", r"tight spots"),
    ("i am 71, am i too old for this", r"Age alone is no bar"),
    ("has anybody got evidence for this stuff", r"It may, for some things"),
    ("your timer went blank", r"should not happen"),
    ("zero pain", r"Good to hear"),
]
BOTH = [
    ("tight calves. also, is this free?", r"works on your ankles", r"Nothing here costs money"),
    ("ran 6k, quads are stiff", r"Noted: 6 km", r"works on your quads"),
    ("no reminders on saturdays and show me a glute stretch", r"Before, it was", r"your glutes"),
]


async def replies(runner: Runner, text: str) -> str:
    before = len(runner.bot_messages)
    await runner.say(text)
    return "\n".join(each.text for each in runner.bot_messages[before:])


@pytest.mark.postgresql
async def test_each_question_gets_its_answer_and_changes_nothing(sam: Runner) -> None:
    await sam.say("/export")
    stood = json.loads(sam.file)
    wrong = [
        f"{text!r}: wanted {wanted!r}, got {said!r}"
        for text, wanted in ANSWERS
        if not re.search(wanted, said := await replies(sam, text))
    ]
    assert not wrong, "\n".join(wrong)
    await sam.say("/export")
    now = json.loads(sam.file)
    assert (now["reminders"], now["sessions"]) == (stood["reminders"], stood["sessions"])


@pytest.mark.parametrize(("text", "first", "second"), BOTH)
async def test_two_things_are_both_served(sam: Runner, text: str, first: str, second: str) -> None:
    said = await replies(sam, text)
    assert re.search(first, said)
    assert re.search(second, said)
