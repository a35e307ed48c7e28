"""Content that its authors change while the bot runs: the next message uses it."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import content
from content.authoring.document import ContentError
from content.bundle import Content, load_content
from content.language.lexicon import LexiconError

EVERY = 0.5  # seconds between looks
WATCHED = (".yaml", ".j2")
FOLDER = Path(content.__file__).parent / "library"

log = logging.getLogger(__name__)
Seen = Mapping[str, tuple[int, int]]


class ContentWatch:
    """Reads the content anew when a file changed; what is broken leaves the last good in use.

    `before` is what is in use, and `take` gets what was read anew. `tell` hears what is wrong, a
    line for every problem, and "" once all is well again.
    """

    def __init__(
        self, before: Content, take: Callable[[Content], None], tell: Callable[[str], None]
    ) -> None:
        self._content = before
        self._take = take
        self._tell = tell
        self._seen = seen()

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            await asyncio.sleep(EVERY)
            await self.look()

    async def look(self) -> None:
        """Take in what has changed since the last look."""
        now = await asyncio.to_thread(seen)
        if now == self._seen:
            return
        self._seen = now
        try:
            read = await asyncio.to_thread(load_content, self._content.wording)
        except (ContentError, LexiconError) as error:
            self._tell(str(error))
            return
        except Exception as error:  # whatever a half-saved file does, the chat goes on
            log.exception("the content can't be read")
            self._tell(f"the content can't be read ({type(error).__name__})")
            return
        self._content = read
        self._take(read)
        self._tell("")


def seen() -> Seen:
    """When each file was changed, and how long it is."""
    found = {}
    for file in FOLDER.rglob("*"):
        if file.suffix in WATCHED:
            stat = file.stat()
            found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found
