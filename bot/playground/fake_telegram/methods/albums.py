"""Several files as one album."""

from typing import Any

from bot.playground.fake_telegram.methods.register import method, writable
from bot.playground.fake_telegram.rules import texts
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState

_ALBUM = ("audio", "document", "photo", "video")
_FEWEST, _MOST = 2, 10


@method
def send_media_group(state: ServerState, params: Params) -> Any:
    """An album of 2 to 10; documents and audio only among themselves."""
    items = params.get("media") or []
    if not _FEWEST <= len(items) <= _MOST:
        amount = "many" if items[_MOST:] else "few"
        raise bad_request(f"too {amount} messages to send as an album")
    kinds = {item["type"] for item in items}
    if not kinds <= set(_ALBUM):
        raise bad_request("can't use the media of the specified type in the album")
    for kind in {"audio", "document"} & kinds if len(kinds) > 1 else ():
        raise bad_request(f"{kind} can't be mixed with other media types")
    chat, album = writable(state, params), str(len(state.calls))
    parts = [_album_part(state, params, item) for item in items]
    posted = [
        state.post(chat, state.bot, **part, content={"media_group_id": album}) for part in parts
    ]
    return [message.api() for message in posted]


def _album_part(state: ServerState, params: Params, item: dict[str, Any]) -> dict[str, Any]:
    inner = Params(item)
    inner.uploads = params.uploads
    file = state.files.take(item["type"], item.get("media"), inner)
    return {"media": file, "formatted": texts.caption_of(inner)}
