"""The plan under a secret address: made and ended in the chat, followed by any calendar."""

import json
import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from content.bundle import Content
from tests.chats.test_files import events
from tests.support.chat import Runner
from tests.support.mini_app.calls import open_served

MAKE, AGAIN, OFF = "🔗 An address that is kept up", "🔗 New address", "Turn it off"

pytestmark = pytest.mark.postgresql


@pytest.fixture
async def kim(database_url: str, content: Content) -> AsyncIterator[Runner]:
    """Somebody with a plan, whose words are easy to find."""
    async with open_served(database_url, content) as room:
        kim = room.runner(8154711, "Zebulonia")
        await kim.onboard()
        await kim.say("done, thinking of my quixotropes")
        await kim.say("/calendar")
        yield kim


async def made(kim: Runner, label: str = MAKE) -> str:
    await kim.tap(label)
    return re.search(r"http\S+\.ics", kim.reads)[0]


async def followed(address: str) -> tuple[int, str]:
    async with ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.text()


async def test_a_calendar_follows_what_changes(kim: Runner):
    sent = kim.file
    address = await made(kim)
    status, first = await followed(address)
    assert status == 200
    assert "20261117T060000Z" in first  # 07:00 in Berlin
    assert first.encode() == sent
    await kim.say("remind me at 8:15")
    _, then = await followed(address)
    assert "20261117T071500Z" in then
    assert {e["UID"] for e in events(first)} == {e["UID"] for e in events(then)}


@pytest.mark.parametrize(
    ("said", "gone", "come"),
    [
        ("friday's run moves to saturday", {"20261120"}, {"20261121"}),
        ("my race is on 29 november", set(), {"20261129"}),
        ("on holiday 23 to 27 november", {f"202611{day}" for day in range(23, 28)}, set()),
    ],
)
async def test_a_calendar_has_the_runs_as_they_are_planned(
    kim: Runner, said: str, gone: set[str], come: set[str]
):
    address = await made(kim)
    before = run_days((await followed(address))[1])
    await kim.say(said)
    after = run_days((await followed(address))[1])
    assert (before - after, after - before) == (gone, come)


def run_days(text: str) -> set[str]:
    """The dates of whole days; sessions have an hour."""
    return set(re.findall(r"DTSTART;VALUE=DATE:(\d{8})", text))


async def test_it_tells_of_nobody(kim: Runner):
    address = await made(kim)
    _, text = await followed(address)
    assert "quixo" in json.dumps(await kim.exported())  # what is kept, and could be told
    told = (address + text).lower()
    assert [each for each in ("zebulonia", "8154711", "quixo") if each in told] == []


@pytest.mark.parametrize("by", ["off", "new", "delete"])
async def test_an_address_that_was_ended_leads_nowhere(kim: Runner, by: str):
    address = await made(kim)
    if by == "new":
        assert await made(kim, AGAIN) != address
    elif by == "off":
        await kim.tap(OFF)
        assert "leads nowhere now" in kim.reads
    else:
        await kim.say("/delete")
        await kim.tap("Yes, delete everything")
    assert (await followed(address))[0] == 404


@pytest.mark.parametrize("secret", ["", "x", "8154711", "%00", "../../health", "x" * 3000])
async def test_what_was_never_made_leads_nowhere(kim: Runner, secret: str):
    address = await made(kim)
    assert (await followed(f"{address.rpartition('/')[0]}/{secret}.ics"))[0] == 404


async def test_to_look_changes_nothing(kim: Runner):
    address = await made(kim)
    kim.person.block()
    await kim.room.settle()
    store, count = kim.room.limber.store, len(kim.room.fake.calls)
    before = await store.run(lambda work: work.runners.get(kim.person.id))
    assert before
    assert before.off_since
    assert (await followed(address))[0] == 200
    assert await store.run(lambda work: work.runners.get(kim.person.id)) == before
    assert len(kim.room.fake.calls) == count


async def test_the_button_is_where_the_world_reaches_it(sam: Runner):
    await sam.say("/calendar")
    assert MAKE not in sam.buttons


async def test_a_second_file_knows_of_the_address(kim: Runner):
    await made(kim)
    await kim.say("/calendar")
    assert kim.buttons == [AGAIN, OFF]
    assert (await kim.exported())["calendar_feed"]
