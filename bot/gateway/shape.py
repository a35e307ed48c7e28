"""Whether an update is made as Telegram makes them. The library takes what it gets unseen.

A number where words should be breaks whoever reads it later, in the middle of a transaction; so
what we read is looked at before it is let in.
"""

from bot.gateway.client import Json

WORDS = ("text", "caption", "first_name", "type", "emoji", "status", "language_code")
FILES = ("file_id", "file_unique_id", "file_name", "mime_type")
NUMBERS = ("message_id", "date", "edit_date", "offset", "length", "duration", "file_size")
KINDS: dict[str, type] = {
    **dict.fromkeys((*WORDS, *FILES), str),
    **dict.fromkeys(NUMBERS, int),
}
LARGEST = 1 << 63  # and more fits no column
WHO = frozenset({"chat", "from", "user", "sender_chat"})  # each has a number
TAP, MEMBER = "callback_query", "my_chat_member"
NEEDED = {
    **dict.fromkeys(("message", "edited_message", "message_reaction"), ("chat",)),
    MEMBER: ("chat", "new_chat_member"),
}


class Misshapen(ValueError):
    """A field holds what Telegram never puts there."""


def check(payload: Json) -> None:
    """Raises Misshapen; names the field and not what is in it."""
    tap = payload.get(TAP)
    if isinstance(tap, dict) and not isinstance(tap.get("data", ""), str):
        raise Misshapen("data")
    _look(payload)


def _look(fields: Json) -> None:
    for name, value in fields.items():
        kind = KINDS.get(name)
        if kind and type(value) is not kind:
            raise Misshapen(name)
        if isinstance(value, int) and abs(value) >= LARGEST and kind:
            raise Misshapen(name)
        if name in WHO and not (isinstance(value, dict) and type(value.get("id")) is int):
            raise Misshapen(name)
        if isinstance(value, dict) and not value.keys() >= {*NEEDED.get(name, ())}:
            raise Misshapen(name)
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, dict):
                _look(each)
