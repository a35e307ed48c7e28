"""A tapped button, and what its data says: a verb and its arguments, as `done:2026-11-16`.

The verb chooses the handler (see the patterns in each HANDLERS, joined in handlers/router.py); the
arguments are read with `Conversation.args`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tap:
    """A tapped button: the query to answer, what it means, the message it hangs on."""

    query_id: str
    data: str
    message_id: int | None
    picture: str | None = None  # the unique id of what the message shows

    @property
    def args(self) -> list[str]:
        return self.data.split(":")[1:]


class StaleTap(ValueError):
    """A button whose meaning this version does not know any more."""
