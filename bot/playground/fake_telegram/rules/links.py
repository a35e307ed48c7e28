"""Addresses that Telegram takes in a link."""

import re
from urllib.parse import urlsplit, urlunsplit


def checked_link(url: str) -> str | None:
    """The address as Telegram stores it, None when it takes no such link."""
    if not re.match(r"[a-z][a-z0-9+.-]*:", url, re.IGNORECASE):
        url = f"http://{url}"
    parts = urlsplit(url.strip())
    if parts.scheme in ("tg", "ton"):
        return url
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        return None
    return urlunsplit(parts._replace(path=parts.path or "/"))
