"""The little HTML that Telegram takes, as far as an author can get it wrong."""

import re
from collections.abc import Iterator
from html import unescape

UNITS, CAPTION_UNITS = 4096, 1024  # of UTF-16, in a message and below a picture
TAGS = ("b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler")
_TAG = re.compile(r"<(/?)([a-z-]*)[^<>]*>?", re.IGNORECASE)


def plain(html: str) -> str:
    """What is left to read."""
    return unescape(_TAG.sub("", html))


def units(text: str) -> int:
    """How long Telegram finds it."""
    return len(text.encode("utf-16-le")) // 2


def markup_faults(html: str) -> Iterator[tuple[str, str]]:
    """Each fault with its mend."""
    open_: list[str] = []
    for tag in _TAG.finditer(html):
        closes, name = tag[1], tag[2].lower()
        if name not in TAGS or not tag[0].endswith(">"):
            yield f"{tag[0]} is no tag that Telegram knows", f"use {', '.join(TAGS)}, or &lt; for <"
        elif not closes:
            open_.append(name)
        elif not open_ or open_.pop() != name:
            yield f"{tag[0]} closes what is not open", "close tags in the reverse order"
    if open_:
        yield f"<{open_[-1]}> is not closed", f"add </{open_[-1]}>"
    if units(html) > UNITS and (length := units(plain(html))) > UNITS:
        yield f"has {length} characters, a message holds {UNITS}", "shorten it"
