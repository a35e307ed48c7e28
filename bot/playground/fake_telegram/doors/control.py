"""The control door: a test drives the people of a fake that runs in another process.

POST JSON to /control/<verb>; the answer is JSON as well, 400 with {"error": …} where a person
could not do what was asked.

  say tap tap_data press share_location react edit forward block unblock send_photo send_voice
  send_sticker send_document send_contact
        the parameters of `Person`'s methods, and "person" (id, 5 by default); `regex` instead of
        `label` for a tap
  person  {"id": 5, "first_name": "Sam", "language_code": "en"}
  fault   {"kind": "refuse" | "slow" | "cut" | "unreachable" | "garble",
           …the parameters of `Faults`' methods}
  clock   {"seconds": 3600}     moves the server's clock; answers {"now": …}
  state   {"person": 5}         the chat as `chat_view` describes it
  screen  {"person": 5}         the chat as text
  calls   {"method": "sendMessage"}   the log of calls, of one method or all
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from aiohttp import web

from bot.playground.fake_telegram.people.chat_view import chat_view
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.rules.errors import ApiError, CannotAct
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.fake_telegram.state.chats import Message, Tap

_PERSON_VERBS = (
    "block",
    "edit",
    "forward",
    "press",
    "react",
    "say",
    "send_contact",
    "send_document",
    "send_photo",
    "send_sticker",
    "send_voice",
    "share_location",
    "tap",
    "tap_data",
    "unblock",
)
Body = dict[str, Any]


def mount(app: web.Application, fake: FakeTelegram) -> None:
    """Add the control routes."""
    verbs: dict[str, Callable[[Body], Any]] = {
        "person": lambda body: {"id": fake.person(**body).id},
        "fault": lambda body: getattr(fake.faults, body.pop("kind"))(**body),
        "clock": lambda body: _move(fake, body["seconds"]),
        "state": lambda body: chat_view(fake, _person(fake, body).chat.id),
        "screen": lambda body: {"screen": _person(fake, body).screen()},
        "calls": lambda body: _calls(fake, body.get("method")),
    }
    verbs |= {verb: _acting(fake, verb) for verb in _PERSON_VERBS}
    for verb, act in verbs.items():
        app.router.add_post(f"/control/{verb}", _handler(act))


def _handler(act: Callable[[Body], Any]) -> Callable[[web.Request], Any]:
    async def handle(request: web.Request) -> web.Response:
        if "Origin" in request.headers:  # a web page, which has no business here
            return web.json_response({"error": "this door is not for browsers"}, status=403)
        try:
            return web.json_response(act(await request.json() if request.can_read_body else {}))
        except (ApiError, AttributeError, CannotAct, KeyError, TypeError) as error:
            problem = f"{type(error).__name__}: {error}"
            return web.json_response({"error": problem}, status=400)

    return handle


def _acting(fake: FakeTelegram, verb: str) -> Callable[[Body], Any]:
    def act(body: Body) -> Any:
        person = _person(fake, body)
        if "regex" in body:
            body["label"] = re.compile(body.pop("regex"))
        if isinstance(body.get("data"), str) and verb != "tap_data":
            body["data"] = body["data"].encode()
        done = getattr(person, verb)(**body)
        return {"id": done.id} if isinstance(done, Message | Tap) else {}

    return act


def _person(fake: FakeTelegram, body: Body) -> Person:
    return fake.person(id=body.pop("person", 5))


def _move(fake: FakeTelegram, seconds: float) -> Body:
    fake.move(timedelta(seconds=seconds))
    return {"now": fake.now().isoformat()}


def _calls(fake: FakeTelegram, method: str | None) -> list[Body]:
    return [
        {"at": c.at.isoformat(), "method": c.method, "params": c.params, "outcome": c.outcome}
        for c in fake.calls
        if method in (None, c.method)
    ]
