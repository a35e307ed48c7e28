"""A text or caption on its way in: formatted, trimmed, measured, links and commands found."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.fake_telegram.rules.entities import Entity, utf16
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.html import parse
from bot.playground.fake_telegram.rules.params import Params

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_CONTROL = str.maketrans({chr(code): " " for code in range(32) if chr(code) != "\n"} | {"\r": None})
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?)|(?P<url>https?://[^\s<>\"]+[\w/])"
)


@dataclass(frozen=True)
class Formatted:
    """Plain text, its entities with UTF-16 offsets, and the words as they were sent."""

    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    source: str = ""


def text_of(params: Params, *, too_long: str) -> Formatted:
    """The message text of a call, or the refusal of an empty or overlong one."""
    if not params.get("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    return _within(formatted, TEXT_LIMIT, too_long)


def caption_of(params: Params, *, too_long: str = "message caption is too long") -> Formatted:
    """The caption of a call; empty is fine."""
    return _within(_formatted(params, "caption", "caption_entities"), CAPTION_LIMIT, too_long)


def spoken(text: str) -> Formatted:
    """What a person typed: no formatting, commands and links found."""
    text = text.strip()
    return Formatted(text, found(text, []), text)


def found(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities with commands and addresses added where no link or code stands already."""
    added = []
    for match in _FOUND.finditer(text):
        offset, length = utf16(text[: match.start()]), utf16(match[0])
        place: dict[str, Any] = {"type": match.lastgroup, "offset": offset, "length": length}
        if not any(_clash(entity, place) for entity in entities):
            added.append(place)
    return sorted(entities + added, key=lambda entity: (entity["offset"], -entity["length"]))


def _clash(entity: Entity, place: Entity) -> bool:
    overlaps = (
        entity["offset"] < place["offset"] + place["length"]
        and place["offset"] < entity["offset"] + entity["length"]
    )
    inside = (
        entity["offset"] <= place["offset"]
        and entity["offset"] + entity["length"] >= place["offset"] + place["length"]
    )
    return overlaps and (entity["type"] in ("text_link", "code", "pre") or not inside)


def _within(formatted: Formatted, limit: int, too_long: str) -> Formatted:
    if utf16(formatted.text) > limit:
        raise bad_request(too_long)
    return formatted


def _formatted(params: Params, name: str, entities_name: str) -> Formatted:
    source = str(params.get(name) or "")
    mode = str(params.get("parse_mode") or "").lower()
    if mode not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    clean = source.translate(_CONTROL)
    if mode:
        text, entities = parse(clean)
    else:
        text, entities = clean, _given(clean, params.get(entities_name) or [])
    text, entities = _trimmed(text, entities)
    return Formatted(text, found(text, entities), source)


def _given(text: str, entities: list[Entity]) -> list[Entity]:
    size = utf16(text)
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0:
            raise bad_request(f"receive an entity with incorrect offset {start}")
        if start > size:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {start}")
        if end > size:
            after = f"ends after the end of the text at UTF-16 offset {end}"
            raise bad_request(f"entity beginning at UTF-16 offset {start} {after}")
    return entities


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Spaces go from the end, and from the start as far as the first entity."""
    first = min((entity["offset"] for entity in entities), default=len(text))
    shift = min(len(text) - len(text.lstrip(" \n")), first)
    kept = text[shift:].rstrip(" \n")
    size = utf16(kept)
    moved = [entity | {"offset": entity["offset"] - shift} for entity in entities]
    clipped = [e | {"length": min(e["length"], size - e["offset"])} for e in moved]
    return kept, [entity for entity in clipped if entity["length"] > 0]
