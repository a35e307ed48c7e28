"""What a person does on the chat page, as the bodies of its posts say it."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.playground.fake_telegram.people.person import Person

Body = dict[str, Any]
Act = Callable[[Person, Body], None]


async def from_json(request: web.Request) -> Body:
    body = await request.json()
    if not isinstance(body, dict):
        raise TypeError("The body is not a JSON object.")
    return body


async def from_upload(request: web.Request) -> Body:
    """The file as it is in the body, its details in the query: no size limit but the fake's."""
    return {**request.query, "data": await request.content.read()}


def _say(person: Person, body: Body) -> None:
    person.say(body["text"])


def _tap(person: Person, body: Body) -> None:
    person.tap_data(body["message_id"], body["data"])


def _press(person: Person, body: Body) -> None:
    if "latitude" in body:
        person.place = (float(body["latitude"]), float(body["longitude"]))
    person.press(body["text"])


def _location(person: Person, body: Body) -> None:
    person.share_location(float(body["latitude"]), float(body["longitude"]))


def _react(person: Person, body: Body) -> None:
    person.react(body["emoji"], body["message_id"])


def _edit(person: Person, body: Body) -> None:
    person.edit(body["message_id"], body["text"])


def _photo(person: Person, body: Body) -> None:
    person.send_photo(body["data"], body.get("caption", ""))


def _voice(person: Person, body: Body) -> None:
    person.send_voice(body["data"], int(body.get("seconds", 3)))


ACTS: dict[str, Act] = {
    "say": _say,
    "tap": _tap,
    "press": _press,
    "location": _location,
    "react": _react,
    "edit": _edit,
}
UPLOADS: dict[str, Act] = {"photo": _photo, "voice": _voice}
