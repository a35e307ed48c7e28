"""A tapped button, and what its data says: a verb and its arguments, as `done:2026-11-16`.

The verb chooses the handler (see the patterns in each HANDLERS, joined in handlers/router.py); the
arguments are read with `Conversation.args`.
"""

from dataclasses import dataclass


class StaleTap(ValueError):
    """A button whose meaning this version does not know any more."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A tapped button: the query to answer, what it means, the message it hangs on."""

    query_id: str
    data: str
    message_id: int | None
    picture: str | None = None  # the unique id of what the message shows

    def args(self, count: int | None = None) -> list[str]:
        """Its arguments: all of them, or so many, of which the last keeps its colons.

        Raises StaleTap where there are fewer.
        """
        found = self.data.split(":", -1 if count is None else count)[1:]
        if count not in (None, len(found)):
            raise StaleTap(self.data)
        return found
