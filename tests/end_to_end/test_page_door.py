"""The chat page's routes and clock, without a browser."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.playground.clock import Clock, moment
from bot.playground.fake_telegram import FakeTelegram
from bot.playground.page import mount
from tests.support.clock import TickingClock


@pytest.fixture
async def door() -> AsyncIterator[TestClient]:
    """The page's own routes without a browser."""
    clock, app = Clock(TickingClock().now), web.Application()
    mount(app, FakeTelegram(now=clock.now), clock=clock, hear=lambda said: said.split())
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_other_sites_cannot_write_into_the_chat(door: TestClient) -> None:
    elsewhere = {"Origin": "http://elsewhere.example"}
    assert (await door.post("/page/say", json={"text": "hi"}, headers=elsewhere)).status == 403
    state = await (await door.get("/page/state")).json()
    assert state["chat"]["messages"] == []


@pytest.mark.parametrize("name", ["..%2Fpage.py", "nothing.js"])
async def test_only_the_files_of_the_page_are_served(door: TestClient, name: str) -> None:
    assert (await door.get(URL(f"/page/static/{name}", encoded=True))).status == 404


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("say", {}, "'text' is missing"),
        ("say", [], "not a JSON object"),
        ("tap", {"message_id": 99, "data": "x"}, "99 is missing or unknown"),
        ("press", {"text": "Nowhere"}, "no key 'Nowhere'"),
        ("clock", {"forward_seconds": -1}, "only moves forward"),
        ("clock", {"forward_seconds": 1e9}, "at most 400 days"),
        ("clock", {"forward_seconds": 1e18}, "too far"),
        ("clock", {"to": "soon"}, "Invalid isoformat"),
        ("clock", {"to": "tomorrow 07:00", "zone": "Mars/Base"}, "Mars/Base"),
        ("photo", {}, "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_the_door_says_what_is_wrong(
    door: TestClient, path: str, body: Any, words: str
) -> None:
    answer = await door.post(f"/page/{path}", json=body)
    assert answer.status == 400
    assert words in (await answer.json())["error"]


def test_the_clock_goes_on_and_only_jumps_when_moved() -> None:
    clock = Clock(TickingClock().now)
    first = clock.now()
    assert first.tzinfo is UTC
    clock.move(timedelta(days=1))
    assert first + timedelta(days=1) <= clock.now() < first + timedelta(days=1, minutes=5)
    clock.move(timedelta(days=-1))
    assert first <= clock.now() < first + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("words", "zone", "expected"),
    [
        ("tomorrow 07:00", "Europe/Berlin", "2026-03-29T05:00+00:00"),
        ("tomorrow 02:30", "Europe/Berlin", "2026-03-29T01:30+00:00"),  # skipped: an hour later
        ("tomorrow 07:00", "Asia/Tokyo", "2026-03-29T22:00+00:00"),  # there it is Sunday already
        ("2026-04-01T09:15", "Asia/Kolkata", "2026-04-01T03:45+00:00"),
        ("2026-04-01T09:15+02:00", "Asia/Kolkata", "2026-04-01T07:15+00:00"),
    ],
)
def test_moments_are_read_in_the_zone_of_the_page(words: str, zone: str, expected: str) -> None:
    now = datetime.fromisoformat("2026-03-28T20:00+00:00")
    assert moment(words, ZoneInfo(zone), now) == datetime.fromisoformat(expected)


async def test_a_message_shows_how_it_is_heard(door: TestClient) -> None:
    await door.post("/page/say", json={"text": "tight hips"})
    state = await (await door.get("/page/state")).json()
    async with door.get("/page/events") as events:
        await events.content.readline()  # the state
        said = {"message_id": state["chat"]["messages"][0]["id"]}
        assert (await door.post("/page/heard", json=said)).status == 200
        await events.content.readline()
        told = await events.content.readline()
    assert b'"text": "tight\\nhips"' in told
