"""News to those who agreed to it: last in every queue, once for each, and stoppable."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from bot.cli.database_commands import opened
from bot.cli.faults import BadStart
from bot.cli.terminal import say
from bot.config.clock import real_now
from bot.config.settings import read_settings
from bot.views.account.news import told
from content.authoring.document import library_folder
from content.wording.messages import read_wording
from content.wording.telegram_html import markup_faults, plain, units
from storage.queries.announcements import LABEL, Announcements
from storage.queries.outbox import OutboxMessage
from storage.store import Store, UnitOfWork

LAST = 9  # after answers, reminders and recaps
BATCH = 500
LOWEST = -(2**62)  # no chat has a lower number
LONGEST = 4_096
KEPT = timedelta(days=3)  # after that it is no news


def announce(path: Path, *, dry: bool) -> int:
    """Queue the text of that file, or only say for whom; run again, it queues nothing twice."""
    text = _text(path)
    with opened() as store:
        count = sum(asyncio.run(_all(store, text, dry=dry)))
    if dry:
        say(plain(text))
        say(f"would go to {count:,} who agreed, {_spoken(count)}; nothing is queued")
    else:
        say(f"queued for {count:,} who agreed, {_spoken(count)}; `limber announce --stop` ends it")
    return 0


def stop() -> int:
    """What has not left stays."""
    with opened() as store:
        count = asyncio.run(store.run(lambda work: Announcements(work.transaction).stop()))
    say(f"{count:,} are not sent any more")
    return 0


def _text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BadStart(f"announce: {path} can't be read; name a file of text") from None
    if not 0 < units(plain(text)) <= LONGEST:
        raise BadStart(f"announce: {path} needs 1 to {LONGEST:,} characters")
    for fault, mend in markup_faults(text):
        raise BadStart(f"announce: {path} {fault}; {mend}")
    return text


async def _all(store: Store, text: str, *, dry: bool) -> list[int]:
    """How many in each batch, each a transaction of its own."""
    counts, last = list[int](), LOWEST
    while found := await store.run(partial(_batch, text, last, dry=dry)):
        counts.append(len(found))
        last = found[-1]
    return counts


def _batch(text: str, after: int, work: UnitOfWork, *, dry: bool) -> list[int]:
    found = list(Announcements(work.transaction).agreed(after, BATCH))
    if not dry:
        work.outbox.post(_letters(text, found), real_now())
    return found


def _letters(text: str, ids: list[int]) -> Iterator[OutboxMessage]:
    payload = told(read_wording(library_folder()), text)
    digest = sha256(text.encode()).hexdigest()[:16]
    for runner in ids:
        yield OutboxMessage(
            "send_message",
            {"chat_id": runner, **payload},
            chat_id=runner,
            priority=LAST,
            label=LABEL,
            key=f"{LABEL}:{digest}:{runner}",
            expires_at=real_now() + KEPT,
        )


def _spoken(count: int) -> str:
    """How long it takes where nothing else is to be sent."""
    minutes = count / read_settings().send_rate / 60
    return f"about {minutes:,.0f} min" if minutes >= 1 else "within a minute"
