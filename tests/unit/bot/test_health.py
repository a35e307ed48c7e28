"""The operators' doors: health and metrics, over HTTP, beside polling."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.config.setting_values import Address
from content.bundle import Content
from scheduler.planning.memory import Reminder
from storage.database.outage import CALM, Outage
from tests.support.chat import Chatroom, open_chatroom
from tests.support.processes import free_port


@pytest.fixture
async def room(database_url: str, content: Content) -> AsyncIterator[Chatroom]:
    address = Address("127.0.0.1", free_port())
    async with open_chatroom(database_url, content, listen=address) as opened:
        opened.address = address
        yield opened


async def get(room: Chatroom, path: str) -> tuple[int, str]:
    address = f"http://{room.address}{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as got:
        return got.status, await got.text()


async def figures(room: Chatroom) -> dict[str, float]:
    status, text = await get(room, "/metrics")
    assert status == 200
    return {
        each.name + "".join(f",{name}={value}" for name, value in sorted(each.labels.items())): (
            each.value
        )
        for family in text_string_to_metric_families(text)
        for each in family.samples
    }


async def test_healthy_is_who_beats_and_remembers(room: Chatroom):
    status, text = await get(room, "/health")
    assert status == 503
    assert '"heartbeat": "stopped"' in text
    await room.beat()
    status, text = await get(room, "/health")
    assert status == 200
    assert '"database": "ok"' in text


async def test_who_can_only_read_is_not_healthy(room: Chatroom):
    """As on a full disk: what asks is answered, and what writes is not."""
    await room.beat()
    now = 0.0
    outage = room.limber.store._outage = Outage("the database", lambda: now, calm=CALM)
    outage.failed("the disk is full")
    assert (await get(room, "/health"))[0] == 200  # a single fault is none
    now = CALM
    outage.failed("the disk is full")
    status, text = await get(room, "/health")
    assert status == 503
    assert '"database": "away"' in text
    assert (await figures(room))["limber_database_up"] == 0


async def test_every_step_of_a_message_is_counted(room: Chatroom):
    before = await figures(room)
    runner = room.runner(990077, name="Zebulon")
    await runner.onboard()
    await room.wait_until("07:00", days=1)
    room.fake.faults.refuse(403, method="sendMessage")
    await runner.say("done")
    after = await figures(room)

    def grown(name: str) -> float:
        return after[name] - before.get(name, 0)

    assert grown("limber_updates_total,outcome=handled") == 14
    assert grown("limber_letters_total,outcome=sent") > 10
    assert grown("limber_letters_total,outcome=refused") == 1
    assert grown("limber_reminder_lateness_seconds_count") == 1
    assert after["limber_database_up"] == 1
    assert after["limber_send_rate"] == 100_000
    assert after["limber_forecast_due,hours=22"] == 0


async def test_no_figure_names_anybody(room: Chatroom):
    runner = room.runner(990077, name="Zebulon")
    await runner.onboard()
    _, text = await get(room, "/metrics")
    assert not re.search("990077|Zebulon|Berlin", text)


async def test_what_is_far_too_late_counts_as_missed_by_us(room: Chatroom):
    before = await figures(room)
    await room.runner().onboard()
    await room.wait(days=1, hours=4)
    after = await figures(room)
    name = "limber_reminders_missed"
    assert after[name] - before[name] == 1


async def test_what_waits_is_shown_with_its_age(room: Chatroom):
    now, minute = room.clock.at, timedelta(minutes=1)

    def story(work):
        work.runners.add(5, "Sam", now)
        work.reminders.plan(Reminder(5, "daily", now - minute))
        work.inbox.store([(1, 5, {})], now - 2 * minute)

    await room.limber.store.run(story)
    shown = await figures(room)
    assert shown["limber_reminders_overdue_oldest_seconds"] == 60
    assert shown["limber_updates_oldest_seconds"] == 120
    assert shown["limber_updates_waiting"] == 1
    await room.limber.store.run(lambda work: work.inbox.handled(1, now))


async def test_without_the_setting_nothing_listens(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        assert room.limber.listener is None
