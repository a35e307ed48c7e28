"""Texts, media, places, polls and the «typing…» line."""

from functools import partial
from typing import Any

from bot.playground.fake_telegram.methods.posting import post
from bot.playground.fake_telegram.methods.register import METHODS, method, writable
from bot.playground.fake_telegram.rules import texts
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState

_MEDIA = ("animation", "audio", "document", "photo", "sticker", "video", "voice")
_ACTIONS = {
    "choose_sticker",
    "find_location",
    "record_video",
    "record_video_note",
    "record_voice",
    "typing",
    "upload_document",
    "upload_photo",
    "upload_video",
    "upload_video_note",
    "upload_voice",
}
_MOST_OPTIONS = 12


@method
def send_message(state: ServerState, params: Params) -> Any:
    """A text message."""
    formatted = texts.text_of(params, too_long="message is too long")
    return post(state, params, formatted=formatted).api()


def _send_media(kind: str, state: ServerState, params: Params) -> Any:
    file = state.files.take(kind, params.get(kind), params)
    formatted = texts.Formatted() if kind == "sticker" else texts.caption_of(params)
    return post(state, params, media=file, formatted=formatted).api()


METHODS |= {f"send{kind}": partial(_send_media, kind) for kind in _MEDIA}


@method
def send_location(state: ServerState, params: Params) -> Any:
    """A point on the map."""
    place = {name: float(params.need(name)) for name in ("latitude", "longitude")}
    return post(state, params, content={"location": place}).api()


@method
def send_poll(state: ServerState, params: Params) -> Any:
    """A poll that nobody answers."""
    options = [o if isinstance(o, str) else o["text"] for o in params.get("options") or []]
    if not 1 <= len(options) <= _MOST_OPTIONS:
        raise bad_request("poll must have from 1 to 12 answer options")
    poll = {
        "id": str(len(state.calls)),
        "question": params.need("question"),
        "options": [
            {"text": option, "voter_count": 0, "persistent_id": str(n)}
            for n, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": params.get("type", "regular"),
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
    }
    return post(state, params, content={"poll": poll}).api()


@method
def send_chat_action(state: ServerState, params: Params) -> Any:
    """The «typing…» line."""
    chat = writable(state, params)
    if params.get("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append(params["action"])
    state.publish("action", chat, action=params["action"])
    return True
