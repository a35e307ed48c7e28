"""The chat page: a person's side of the fake Telegram, in a browser.

A page shows one person's chat. What they do comes in as small posts, what happens goes out as
server-sent events: the whole state first, then the fake's own events (see chat_view.py) and these

  {"type": "state", "chat": chat_view, "now": "…"}   on connecting and after a reset
  {"type": "chat", "chat": {bot, keyboard, …}}       keyboards come and go with messages
  {"type": "clock", "now": "…"}                      after the clock was moved
  {"type": "notice", "text": "…"}                    what the author should know; "" for nothing
  {"type": "app", "url": "…"}                        a Mini App was opened from a button

The state has the notice of that moment, too.
"""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.playground import clock as clocks
from bot.playground.clock import Clock
from bot.playground.fake_telegram.people.chat_view import chat_view
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.page_acts import ACTS, UPLOADS, Body, from_json, from_upload
from bot.playground.page_door import Door

FOLDER = Path(__file__).parent / "static"
FIRST_PERSON = 1001
KEEP_ALIVE = 15  # seconds; a write is how a closed browser tab is noticed
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:;"
    " media-src 'self' blob:; frame-ancestors 'none'",
}

Event = dict[str, Any]
Hear = Callable[[str], Iterable[str]]


def mount(
    app: web.Application, fake: FakeTelegram, *, clock: Clock, hear: Hear
) -> Callable[[str], None]:
    """Adds the page, its files and its door to the app that serves `fake`.

    `hear` tells line by line how a sentence is heard.

    What the returned function is told stands above every chat, until it is told "".
    """
    page = _Page(fake, clock, hear)
    door = Door(lambda: page.person, clock)
    app.on_shutdown.append(page.close)
    app.router.add_get("/", _file)
    app.router.add_get("/page/static/{name}", _file)
    app.router.add_get("/page/state", page.show)
    app.router.add_get("/page/events", page.events)
    for name, act in ACTS.items():
        app.router.add_post(f"/page/{name}", door.opens(from_json, act))
    for name, send in UPLOADS.items():
        app.router.add_post(f"/page/{name}", door.opens(from_upload, send))
    app.router.add_post("/page/clock", door.opens(from_json, page.move))
    app.router.add_post("/page/heard", door.opens(from_json, page.heard))
    app.router.add_post("/page/app", door.opens(from_json, page.open_app))
    app.router.add_post("/page/reset", door.opens(from_json, page.reset))
    return page.notify


async def _file(request: web.Request) -> web.FileResponse:
    path = FOLDER / request.match_info.get("name", "index.html")
    if path.parent != FOLDER or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=HEADERS)


class _Page:
    def __init__(self, fake: FakeTelegram, clock: Clock, hear: Hear) -> None:
        self.fake = fake
        self.clock = clock
        self.hear = hear
        self.ids = itertools.count(FIRST_PERSON)
        self.person = fake.person(id=next(self.ids))
        self.queues: set[asyncio.Queue[Event]] = set()
        self.notice = ""

    def state(self) -> Event:
        return {
            "type": "state",
            "chat": self._chat(),
            "now": self._now(),
            "notice": self.notice,
        }

    def notify(self, text: str) -> None:
        self.notice = text
        self._tell({"type": "notice", "text": text})

    def _chat(self) -> dict[str, Any]:
        """The view, with the message that brought the keyboard: sent again, it opens again."""
        view = chat_view(self.fake, self.person.id)
        newest = (m for m in reversed(self.person.messages) if "keyboard" in (m.markup or {}))
        if view["keyboard"]:
            view["keyboard"]["message_id"] = next(newest).id
        return view

    async def show(self, _request: web.Request) -> web.Response:
        return web.json_response(self.state())

    def move(self, _person: Person, body: Body) -> None:
        now = self.clock.now()
        if "forward_seconds" in body:
            to = now + timedelta(seconds=body["forward_seconds"])
        else:
            to = clocks.moment(body.get("to") or body["to_iso"], _zone(body), now)
        self.clock.move(clocks.step(to, now))
        self._tell({"type": "clock", "now": self._now()})

    def heard(self, person: Person, body: Body) -> None:
        """Shows how a message was heard: its readings with their weights."""
        said = {message.id: message.text for message in person.messages}
        words = "\n".join(self.hear(said[body["message_id"]]))
        self._tell({"type": "toast", "text": words, "alert": True})

    def open_app(self, person: Person, body: Body) -> None:
        """Shows the Mini App of that message's button, in the colours of the page."""
        url = person.open_app(body["message_id"], body["theme"])
        self._tell({"type": "app", "url": url})

    def reset(self, _person: Person, _body: Body) -> None:
        self.person = self.fake.person(id=next(self.ids))
        self._tell(self.state())

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=HEADERS | {"Content-Type": "text/event-stream"})
        await response.prepare(request)
        queue = self.fake.subscribe()
        self.queues.add(queue)
        try:
            await response.write(_line(self.state()))
            async for event in self._events(queue):
                await response.write(event)
        except ConnectionResetError:
            pass  # the tab was closed
        finally:
            self.queues.discard(queue)
            self.fake.unsubscribe(queue)
        return response

    async def _events(self, queue: asyncio.Queue[Event]) -> AsyncIterator[bytes]:
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), KEEP_ALIVE)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if event["type"] == "end":
                return
            if event.get("chat_id", self.person.id) == self.person.id:
                yield _line(event)
            if event["type"] in ("message", "delete"):
                yield _line({"type": "chat", "chat": self._chat() | {"messages": []}})

    async def close(self, _app: web.Application) -> None:
        """Ends the event streams, which would hold up the server's end."""
        self._tell({"type": "end"})

    def _tell(self, event: Event) -> None:
        for queue in self.queues:
            queue.put_nowait(event)

    def _now(self) -> str:
        return self.clock.now().isoformat()


def _zone(body: Body) -> ZoneInfo:
    return ZoneInfo(body.get("zone", "UTC"))


def _line(event: Event) -> bytes:
    return f"data: {json.dumps(event)}\n\n".encode()
