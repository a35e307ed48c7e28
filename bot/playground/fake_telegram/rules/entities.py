"""Entities: what is bold, a link or code in a text. Offsets count UTF-16 units."""

from typing import Any

Entity = dict[str, Any]


def utf16(text: str) -> int:
    """Length of the text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def nested(entities: list[Entity]) -> list[Entity]:
    """Sorted outside in; nothing lives inside code, no quote inside a quote."""
    kept: list[Entity] = []
    inner_last = enumerate(reversed(entities))  # an inner tag closes first
    for _, entity in sorted(inner_last, key=lambda e: (e[1]["offset"], -e[1]["length"], e[0])):
        around = [o for o in kept if o["offset"] + o["length"] > entity["offset"]]
        if entity["type"] == "code" and (language := entity.pop("language", None)):
            for outer in around:
                if outer["type"] == "pre" and outer["length"] == entity["length"]:
                    outer["language"] = language
        if any(o["type"] in ("code", "pre") for o in around):
            continue
        if "blockquote" in entity["type"] and any("blockquote" in o["type"] for o in around):
            continue
        kept.append(entity)
    return kept
