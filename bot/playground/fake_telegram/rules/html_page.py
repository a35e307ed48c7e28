"""A formatted text as safe HTML for a page."""

import html

from bot.playground.fake_telegram.rules.entities import Entity
from bot.playground.fake_telegram.rules.links import checked_link

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}


def write(text: str, entities: list[Entity]) -> str:
    """Safe HTML of a formatted text, for a page; newlines stay as they are."""
    units = text.encode("utf-16-le")
    marks: list[tuple[int, int, str]] = []
    for depth, entity in enumerate(entities):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        before, after = _tags(entity, units[2 * start : 2 * end].decode("utf-16-le"))
        marks += [(start, depth + 1, before), (end, -depth - 1, after)]
    written, last = [], 0
    for position, _, tag in sorted(marks, key=lambda mark: mark[:2]):
        written += [html.escape(units[2 * last : 2 * position].decode("utf-16-le")), tag]
        last = position
    return "".join(written) + html.escape(units[2 * last :].decode("utf-16-le"))


def _tags(entity: Entity, inside: str) -> tuple[str, str]:
    url = entity.get("url") or (entity["type"] == "url" and checked_link(inside))
    if url:
        return f'<a href="{html.escape(url)}" rel="noreferrer" target="_blank">', "</a>"
    return _TAGS.get(entity["type"], ("", ""))
