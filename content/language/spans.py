"""Where something stands in a message."""

from typing import Protocol


class Span(Protocol):
    """Whatever stands in tokens `start` to `end`: a mark, a clock, a length, a date, a weekday."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
