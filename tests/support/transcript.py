"""A chat written down as it happens, as a page that people like to read."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.chat import Runner

REWRITE = "REWRITE_TRANSCRIPTS"  # set by `make transcripts`
MEND = "it reads otherwise now: look at it with `make transcripts`, then commit the page"


@dataclass
class Recorded(Runner):
    """A runner whose chat is written down, act by act, with what the bot wrote or changed."""

    page: list[str] = field(default_factory=list)
    seen: dict[int, tuple[Any, ...]] = field(default_factory=dict)

    def heading(self, text: str) -> None:
        self.page.append(f"## {text}\n")

    def aside(self, text: str) -> None:
        self.page.append(f"*{text}*\n")

    async def say(self, text: str) -> str:
        answer = await super().say(text)
        self._act(f"writes: {text}")
        return answer

    async def tap(self, label: str | re.Pattern[str]) -> str:
        toast = await super().tap(label)
        flash = f" (*{toast}*)" if toast and toast != "👍" else ""
        self._act(f"taps `{label}`{flash}")
        return toast

    async def wait_until(self, local: str, days: int = 0) -> None:
        """Let time pass; the page shows the hour if something came."""
        await self.room.wait_until(local, days=days)
        self.page.append(f"**{local}**\n")
        self._look()

    async def wait(self, **span: float) -> None:
        await self.room.wait(**span)
        self._look()

    def _act(self, what: str) -> None:
        self.page.append(f"**{self.person.user.first_name}** {what}\n")
        self._look()

    def _look(self) -> None:
        """What is new on the screen, or has changed in its place."""
        for message in self.bot_messages:
            rows = [[f"`{label}`" for label in row] for row in message.buttons]
            now = (message.text, message.kind, rows)
            before = self.seen.get(message.id)
            self.seen[message.id] = now
            if now == before or (before and now[:2] == before[:2] and not rows):
                continue
            kind = "" if message.kind == "text" else f"\n> 🖼 *{message.kind}*  "
            lines = "".join(f"\n> {line}".rstrip() + "  " for line in message.text.split("\n"))
            keys = "".join(f"\n> {' '.join(row)}  " for row in rows)
            gap = "\n>" if keys else ""
            self.page.append(f"{kind}{lines}{gap}{keys}\n".lstrip("\n"))

    def check(self, page: Path, title: str) -> None:
        """Compare with the page that is kept, or write it anew."""
        lines = "\n".join(self.page).replace("  \n\n", "\n\n").strip()
        same_as_kept(page, f"# {title}\n\n{lines}\n")


def same_as_kept(page: Path, written: str) -> None:
    """Compare with the page that is kept, or write it anew."""
    if os.environ.get(REWRITE):
        page.write_text(written, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == written, MEND
