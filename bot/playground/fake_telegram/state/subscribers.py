"""Who wants to know what changes in the chats: pages and tests."""

import asyncio
from typing import Any

Events = asyncio.Queue[Any]


class Subscribers:
    """Each has a queue of its own; the events are described beside `chat_view`."""

    def __init__(self) -> None:
        self._queues: list[Events] = []

    def __bool__(self) -> bool:
        """Whether anybody listens at all."""
        return bool(self._queues)

    def add(self) -> Events:
        """A queue that receives every change from now on."""
        self._queues.append(asyncio.Queue())
        return self._queues[-1]

    def remove(self, queue: Events) -> None:
        """Stop filling a queue."""
        self._queues.remove(queue)

    def tell(self, event: dict[str, Any]) -> None:
        """Put the event into every queue."""
        for queue in self._queues:
            queue.put_nowait(event)
