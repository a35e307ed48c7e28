"""Who opened the page: what Telegram tells a Mini App about its user, and its signature. Pure.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

LONGEST = 4096  # characters; Telegram's own has some hundred
FRESH = timedelta(hours=24)  # a session may be begun in the morning and sent at night
AHEAD = timedelta(minutes=1)  # by which the clocks of two machines may differ


class NotSigned(ValueError):
    """Telegram did not sign this for us, or did so too long ago. The text holds nothing of it."""


def user_of(raw: str, token: str, now: datetime) -> int:
    """The id of the user that Telegram vouches for. Raises NotSigned."""
    fields = _fields(raw)
    given = fields.pop("hash", "")
    if not hmac.compare_digest(signature(fields, token).encode(), given.encode()):
        raise NotSigned("the hash is not ours")
    if not -AHEAD <= now - _signed_at(fields) <= FRESH:
        raise NotSigned("signed too long ago, or in the future")
    return _user(fields)


def signature(fields: dict[str, str], token: str) -> str:
    """The hash over all other fields, `signature` (which is for third parties) included."""
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return hmac.new(key, text.encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def _fields(raw: str) -> dict[str, str]:
    if len(raw) > LONGEST:
        raise NotSigned("too long")
    try:
        pairs = parse_qsl(raw, keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        raise NotSigned("no query string") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotSigned("a field comes twice")
    return fields


def _signed_at(fields: dict[str, str]) -> datetime:
    try:
        return datetime.fromtimestamp(int(fields["auth_date"]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        raise NotSigned("auth_date is no moment") from None


def _user(fields: dict[str, str]) -> int:
    try:
        found = json.loads(fields["user"])["id"]
    except (KeyError, ValueError, TypeError, RecursionError):
        raise NotSigned("there is no user") from None
    if type(found) is not int:
        raise NotSigned("the user's id is no number")
    return found
