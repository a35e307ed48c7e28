"""How a call can fail: refused by Telegram, or never answered at all."""

from typing import Any


class ApiError(Exception):
    """A refusal in Telegram's words, to be sent as an envelope with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> dict[str, Any]:
        """The Bot API's JSON for this refusal."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code}
        body["description"] = self.description
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(text: str) -> ApiError:
    """A 400, prefixed as Telegram does."""
    return ApiError(400, f"Bad Request: {text}")


class ConnectionCut(ConnectionError):
    """The caller sees a broken connection, whether or not the call took effect."""


class ConnectionRefused(ConnectionCut):
    """Nobody listened: the call surely took no effect."""


class Garbled(Exception):
    """The call took effect, and its answer can't be read."""

    body = b'{"ok": true, "resu'


class CannotAct(Exception):
    """What a person tried can't be done on this screen; the text says why."""
