"""What a door puts on the wire for an envelope."""

import json
from http import HTTPStatus
from typing import Any

_BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head></html>"


def on_the_wire(envelope: dict[str, Any]) -> tuple[int, bytes, str]:
    """Status, body and content type. A 502 comes from a proxy, so it is no JSON."""
    status = envelope.get("error_code", 200)
    if status == HTTPStatus.BAD_GATEWAY:
        return status, _BAD_GATEWAY, "text/html"
    return status, json.dumps(envelope).encode(), "application/json"
