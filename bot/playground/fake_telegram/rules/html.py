"""Telegram's HTML, read strictly as the Bot API reads it.

The rules and the wordings follow `parse_html` of Telegram's own library TDLib. Offsets in errors
count bytes of UTF-8.
"""

import html
import re

from bot.playground.fake_telegram.rules.entities import Entity, nested, utf16
from bot.playground.fake_telegram.rules.errors import ApiError, bad_request
from bot.playground.fake_telegram.rules.links import checked_link

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_ARGUMENTS = {
    "a": "href",
    "blockquote": "expandable",
    "code": "class",
    "span": "class",
    "tg-emoji": "emoji-id",
}
_ESCAPE = r"&(?:#x[0-9a-fA-F]+|#[0-9]+|(?:lt|gt|amp|quot)(?![A-Za-z]));?"
_WORDS = re.compile(r"[^<]+")
_NAME = re.compile(r"[^\s>]*")
_TAG_END = re.compile(r"\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*(=?)\s*")
_VALUE = re.compile(r"""("[^"]*"|'[^']*')|[A-Za-z0-9.-]*(?=[\s>])""")
_CLOSING = re.compile(r"</([^\s>]*)\s*>")


def parse(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of HTML, or Telegram's 400 with its byte offset."""
    parser = _Parser(source)
    while parser.at < len(source):
        parser.step()
    if parser.open:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{parser.open[-1][0]}"')
    return "".join(parser.text), nested(parser.entities)


def _unescape(text: str) -> str:
    return re.sub(_ESCAPE, lambda match: html.unescape(match[0]), text)


def _cannot(problem: str) -> ApiError:
    return bad_request(f"can't parse entities: {problem}")


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.offset = 0
        self.text: list[str] = []
        self.open: list[tuple[str, str, int, int]] = []
        self.entities: list[Entity] = []

    def step(self) -> None:
        if self.source[self.at] == "<":
            (self._end if self.source[self.at + 1 : self.at + 2] == "/" else self._start)()
        elif match := _WORDS.match(self.source, self.at):
            self.at = match.end()
            self.text.append(_unescape(match[0]))
            self.offset += utf16(self.text[-1])

    def _fault(self, problem: str, more: str = "") -> ApiError:
        return _cannot(f"{problem} at byte offset {len(self.source[: self.at].encode())}{more}")

    def _start(self) -> None:
        match = _NAME.match(self.source, self.at + 1)
        name, at = (match[0].lower(), match.end()) if match else ("", self.at)
        if at == len(self.source):
            raise self._fault("Unclosed start tag")
        if name not in _TYPES:
            raise self._fault(f'Unsupported start tag "{name}"')
        argument, at = self._attributes(name, at)
        if name == "span" and argument != "tg-spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"')
        self.open.append((name, argument, self.offset, len(self.text)))
        self.at = at

    def _attributes(self, tag: str, at: int) -> tuple[str, int]:
        argument = ""
        while not (end := _TAG_END.match(self.source, at)):
            name, value, at = self._attribute(tag, at)
            if name == _ARGUMENTS.get(tag):
                argument = value
        return argument, end.end()

    def _attribute(self, tag: str, at: int) -> tuple[str, str, int]:
        match = _ATTRIBUTE.match(self.source, at)
        name, equals, at = (match[1], match[2], match.end()) if match else ("", "", at)
        if at == len(self.source):
            raise self._fault(f'Unclosed start tag "{tag}"')
        if not name:
            raise self._fault(f'Empty attribute name in the tag "{tag}"')
        if not equals:
            if (tag, name) == ("blockquote", "expandable"):
                return name, name, at
            problem = "Expected equal sign in declaration of an attribute of the tag"
            raise self._fault(f'{problem} "{tag}"')
        value = _VALUE.match(self.source, at)
        if not value:
            quoted = self.source[at] in "\"'"
            raise self._fault("Unclosed start tag" if quoted else "Unexpected end of name token")
        return name, _unescape(value[1][1:-1] if value[1] else value[0].lower()), value.end()

    def _end(self) -> None:
        if not self.open:
            raise self._fault("Unexpected end tag")
        match = _CLOSING.match(self.source, self.at)
        if not match:
            raise self._fault("Unclosed end tag")
        name, argument, offset, first = self.open[-1]
        if match[1] and match[1].lower() != name:
            expected = f', expected "</{name}>", found "</{match[1].lower()}>"'
            raise self._fault("Unmatched end tag", expected)
        self.open.pop()
        self.at = match.end()
        if self.offset > offset:
            place = {"offset": offset, "length": self.offset - offset}
            self._add(name, argument, place, "".join(self.text[first:]))

    def _add(self, name: str, argument: str, place: dict[str, int], inside: str) -> None:
        entity: Entity = {"type": _TYPES[name], **place}
        if name == "a":
            if not (url := checked_link(argument or inside)):
                return  # Telegram keeps the words and quietly drops a link that it can't follow
            entity["url"] = url
        elif name == "tg-emoji":
            if not argument.isdigit() or not 0 < int(argument) < 2**63:
                raise _cannot("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = argument
        elif name == "blockquote" and argument:
            entity["type"] = "expandable_blockquote"
        elif name == "code" and argument.startswith("language-"):
            entity["language"] = argument.removeprefix("language-")
        self.entities.append(entity)
