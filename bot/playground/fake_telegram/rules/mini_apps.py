"""Mini Apps: which address a button may open, and what Telegram signs for who opens it."""

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from bot.playground.fake_telegram.rules.errors import bad_request

_LOOPBACK = ("127.0.0.1", "localhost")


def check_web_app(app: object, *, private: bool) -> None:
    """HTTPS only, in private chats only. On loopback HTTP will do, as on test servers."""
    url = str(app.get("url", "")) if isinstance(app, dict) else ""
    parts = urlsplit(url)
    here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or here):
        problem = f"inline keyboard button Web App URL '{url}' is invalid"
        raise bad_request(f"{problem}: Only HTTPS links are allowed")
    if not private:
        raise bad_request("BUTTON_TYPE_INVALID")


def init_data(token: str, user: dict[str, Any], now: datetime) -> str:
    """What a Mini App is told of the person who opened it, signed with the bot's token."""
    fields = {
        "auth_date": str(int(now.timestamp())),
        "query_id": "AAFake",
        "signature": "c2lnbmVkIGZvciB0aGlyZCBwYXJ0aWVz",
        "user": json.dumps(user, separators=(",", ":")),
    }
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    return urlencode({**fields, "hash": hmac.new(key, lines.encode(), hashlib.sha256).hexdigest()})


def launch(url: str, data: str, theme: dict[str, str]) -> str:
    """The address that a phone opens: everything is behind the #, which no server sees."""
    told = {
        "tgWebAppData": data,
        "tgWebAppVersion": "9.1",
        "tgWebAppPlatform": "weba",
        "tgWebAppThemeParams": json.dumps(theme),
    }
    return f"{url}#{urlencode(told)}"
