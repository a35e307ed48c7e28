"""Chats as tests: people say, tap, press and wait; then they read what is on the screen."""

import asyncio
import json
import os
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.app import Limber, build
from bot.config.settings import Settings
from bot.delivery.chat_rate import ChatRate
from bot.gateway.flood_limit import FloodLimit
from bot.playground.fake_telegram import FakeTelegram, Person
from bot.running import running
from content.bundle import Content
from tests.support.clock import StandingClock
from tests.support.in_process import InProcessTransport

if TYPE_CHECKING:
    from tests.support.sound.speech import Speaker

LATER, MORE, BACK, PAGE = "💤 Later…", "More…", "‹ Back", "🖥 Open the page"
FOLDED = {  # buttons of a session that are behind another one
    **dict.fromkeys(["💤 20 min", "💤 1 h", "💤 This evening", "💤 Tomorrow", "Not today"], LATER),
    **dict.fromkeys(["🎧 Talk me through it", PAGE, "Did half"], MORE),
    **dict.fromkeys(["⭐ Keep as my own", "⭐ My own session"], MORE),
}
DRAWN = Path(tempfile.gettempdir()) / f"limber-tests-{os.getuid()}"


@dataclass(repr=False)  # asyncio writes out the result of each fixture, four times
class Chatroom:
    """A running Limber with the fake Telegram around it."""

    limber: Limber
    fake: FakeTelegram
    clock: StandingClock

    def runner(self, number: int = 5, name: str = "Sam") -> "Runner":
        return Runner(self, self.fake.person(number, first_name=name))

    async def settle(self, seconds: float = 20) -> None:
        """Until every update is handled and everything that may leave has left."""
        async with asyncio.timeout(seconds):
            await self.fake.idle(seconds)
            await self.limber.application.update_queue.join()
            await self.limber.sender.idle()

    async def wait(self, **span: float) -> None:
        """Let time pass, with a beat of the heart at its end."""
        self.clock.at += timedelta(**span)
        await self.beat()

    async def wait_until(self, local: str, zone: str = "Europe/Berlin", days: int = 0) -> None:
        """Let time pass until the clock there says `local`, `days` days on."""
        hour, minute = map(int, local.split(":"))
        there = self.clock.at.astimezone(ZoneInfo(zone)) + timedelta(days=days)
        self.clock.at = there.replace(hour=hour, minute=minute, second=0).astimezone(UTC)
        await self.beat()

    async def beat(self) -> None:
        await self.limber.heartbeat.beat()
        await self.settle()


@dataclass(repr=False)
class Runner:
    """A person with the phone in hand. Every act waits until Limber has answered.

    `body` is what they tap when Limber asks what there is to know before the first move; None
    leaves that question open.
    """

    room: Chatroom
    person: Person
    body: str | None = "None of these is true"

    async def say(self, text: str) -> str:
        """Write something; returns the newest answer."""
        self.person.say(text)
        await self._answered()
        return self.reads

    async def tap(self, label: str | re.Pattern[str]) -> str:
        """Tap the newest button with that label, also where it is folded; returns its toast."""
        await self.unfold(label)
        tap = self.person.tap(label)
        await self._answered()
        return tap.toast or ""

    async def unfold(self, label: str | re.Pattern[str]) -> None:
        """Tap what the button is behind, if that is nearer than the button itself."""
        behind = FOLDED.get(label) if isinstance(label, str) else None
        if behind is None:
            return
        for message in reversed(self.person.messages):
            labels = [each for row in message.buttons for each in row]
            if label in labels:
                return
            if behind in labels:
                self.person.tap(behind, message)
                await self.room.settle()
                return

    async def open_page(self, theme: dict[str, str] | None = None) -> str:
        """The address that the button of the page opens; the session's buttons are back then."""
        await self.unfold(PAGE)
        address = self.person.open_app(theme=theme)
        if BACK in self.buttons:
            await self.tap(BACK)
        return address

    async def tap_old(self, label: str, message: Any) -> None:
        """Tap a button of an older message."""
        self.person.tap(label, message)
        await self._answered()

    async def open(self, card: str) -> str:
        """Tap a button that shows that card."""
        self.person.tap_data(self.person.last, f"card:{card}")
        await self._answered()
        return self.reads

    async def _answered(self) -> None:
        await self.room.settle()
        asked = self.bot_messages and "I'd rather not say" in self.buttons  # that question alone
        if self.body and asked and self.body in self.buttons:
            self.person.tap(self.body)
            await self.room.settle()

    async def walk_to(self, words: str) -> None:
        """Tap on through the moves until the newest message reads so."""
        for _ in range(90):
            if words in self.reads:
                return
            await self.tap(next(each for each in self.buttons if each in ("▶️ Start", "Next ›")))
        raise AssertionError(f"never read {words!r}:\n{self.person.screen()}")

    async def speak(self, text: str, speaker: "Speaker | None" = None) -> str:
        """Say it into the microphone; returns the newest answer."""
        from tests.support.sound import speech  # late: few chats have a voice

        return await self.send_sound(speech.said(text, speaker or speech.PLAIN))

    async def send_sound(self, sound: bytes, seconds: int = 3) -> str:
        """Send a voice message that sounds so; returns the newest answer."""
        self.person.send_voice(sound, seconds)
        await self._answered()
        return self.reads

    async def live(self, words: str) -> None:
        """Let the clock lead until the newest message reads so; nobody taps but the first Start."""
        if "⏸ Pause" not in self.buttons:
            await self.tap("▶️ Start")
        for _ in range(400):
            if words in self.reads:
                return
            await self.room.wait(seconds=5)
        raise AssertionError(f"never came to {words!r}:\n{self.person.screen()}")

    async def press(self, key: str) -> str:
        self.person.press(key)
        await self.room.settle()
        return self.reads

    async def share_location(self, latitude: float, longitude: float) -> str:
        self.person.share_location(latitude, longitude)
        await self.room.settle()
        return self.reads

    async def react(self, emoji: str) -> str:
        self.person.react(emoji)
        await self.room.settle()
        return self.reads

    @property
    def reads(self) -> str:
        """The newest message of the bot."""
        return self.person.last.text

    @property
    def buttons(self) -> list[str]:
        return [label for row in self.person.last.buttons for label in row]

    @property
    def bot_messages(self) -> list[Any]:
        return [each for each in self.person.messages if each.from_bot]

    @property
    def file(self) -> str:
        """What is in the newest file of the bot; a question that is open comes below it."""
        return next(m.media.content for m in reversed(self.bot_messages) if m.media)

    async def exported(self) -> Any:
        """All that is kept of them, as they get it."""
        before = len(self._files)
        await self.say("/export")
        async with asyncio.timeout(20):  # a file takes longer than words, on a busy machine
            while len(self._files) == before:
                await self.room.settle()
                await asyncio.sleep(0)
        return json.loads(self.file)

    @property
    def _files(self) -> list[Any]:
        return [each for each in self.bot_messages if each.media]

    async def onboard(self) -> None:
        """Through all questions the quick way: Berlin, 07:00, every day, after coffee."""
        await self.say("/start")
        await self.tap("Over 7")
        await self.tap("Front of hips")
        await self.tap("Continue ›")
        await self.tap("Weekdays")
        await self.tap("After work")
        await self.tap("Foam roller")
        await self.tap("Continue ›")
        await self.say("Berlin")
        await self.tap("7:00")
        await self.tap("Every day")
        await self.tap("My coffee")


@asynccontextmanager
async def open_chatroom(
    database_url: str,
    content: Content,
    fake: FakeTelegram | None = None,
    *,
    film: bool = False,
    flood: FloodLimit | None = None,
    http: bool = False,
    clock: StandingClock | None = None,
    **more: Any,
) -> AsyncIterator[Chatroom]:
    """`more` settings are taken on top. Pictures stay drawn from run to run.

    `http`: through the product's own transport, to the address in `api_url`.
    """
    clock = clock or StandingClock()
    fake = fake or FakeTelegram(now=clock.now)
    settings = Settings(
        bot_token=fake.token,
        database_url=database_url,
        send_rate=100_000,
        **{"data_dir": DRAWN, **more},
    )
    limber = build(
        settings,
        now=clock.now,
        content=content,
        request=None if http else lambda polls: InProcessTransport(fake),
        film=film,
        # The clock stands, so nobody would ever be slow enough.
        pace=ChatRate(burst=10_000),
        flood=flood or FloodLimit(burst=10_000),
    )
    async with running(limber, metronome=False):
        room = Chatroom(limber, fake, clock)
        yield room
        await room.settle()
        await fake.close()
