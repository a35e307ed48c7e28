"""Call parameters: strings from forms decoded as Telegram decodes them."""

import json
import re
from typing import Any, NamedTuple

from bot.playground.fake_telegram.rules.errors import bad_request

_JSON = {
    "allowed_updates",
    "caption_entities",
    "commands",
    "entities",
    "link_preview_options",
    "media",
    "menu_button",
    "message_ids",
    "options",
    "reaction",
    "reply_markup",
    "reply_parameters",
    "scope",
}
_NUMBERS = {"chat_id", "from_chat_id", "limit", "message_id", "offset", "timeout", "user_id"}
_FILES = {"animation", "audio", "document", "photo", "sticker", "thumbnail", "video", "voice"}


class Upload(NamedTuple):
    """One file of a multipart request."""

    content: bytes
    name: str = "file"
    mime: str = "application/octet-stream"


class Params(dict[str, Any]):
    """Decoded parameters with the files that came along."""

    uploads: dict[str, Upload]

    def need(self, name: str) -> Any:
        """The value, or Telegram's complaint that it is missing."""
        if self.get(name) in (None, ""):
            raise bad_request(f'parameter "{name}" is required')
        return self[name]

    def flag(self, name: str) -> bool:
        """True for every spelling of yes that a form may carry."""
        return str(self.get(name, "")).lower() in ("true", "1", "yes")

    def number(self, name: str, default: int = 0) -> int:
        """A whole number; 0 or `default` when it is missing or no number."""
        try:
            return int(self.get(name, default))
        except (TypeError, ValueError):
            return default


def decode(values: dict[str, Any], files: dict[str, Upload | bytes] | None = None) -> Params:
    """Give every parameter its real type; a file sent under its own name gets an attach link."""
    params = Params({name: _value(name, value) for name, value in values.items()})
    params.uploads = {
        name: upload if isinstance(upload, Upload) else Upload(upload)
        for name, upload in (files or {}).items()
    }
    for name in _FILES & params.uploads.keys():
        params.setdefault(name, f"attach://{name}")
    return params


def _value(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in _NUMBERS and re.fullmatch(r"-?\d+", value):
        return int(value)
    if name not in _JSON or not value:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None
