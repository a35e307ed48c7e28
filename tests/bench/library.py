"""The library and its pictures: loading, drawing, and a picture's first and repeated way out."""

import asyncio
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bot.app import make_bot
from bot.config.clock import real_now
from bot.config.settings import Settings
from bot.delivery.picture_messages import PictureMessages
from bot.delivery.uploaded_pictures import UploadedPictures
from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.doors.in_process import InProcessRequest
from content.catalog.library import load
from content.pictures.output.naming import picture_name
from content.pictures.output.studio import PictureKind, Studio, make
from storage.store import Store
from tests.bench.contestants import environment
from tests.bench.figures import ROUNDS, Goal, Report, columns, percentile
from tests.bench.ground import Ground

CARDS = 12  # drawn or sent for each figure
LOADING = """
import time
from pathlib import Path
from content.bundle import load_content
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024
before, began = resident(), time.perf_counter()
kept = load_content()
print(time.perf_counter() - began, resident() - before)
"""


async def measure(ground: Ground) -> Report:
    ground.say("library: load")
    loaded = [await _load() for _ in range(ROUNDS)]
    took = {
        "load all content, s": statistics.median(each[0] for each in loaded),
        "load all content, MB": statistics.median(each[1] for each in loaded),
    }
    ground.say("library: draw")
    ids = list(load().cards)[:CARDS]
    make(ids[0], None, PictureKind.STILL)  # the first one imports what draws
    stills = [_timed(card_id) for card_id in ids]
    took |= {
        "a still, median ms": statistics.median(each[0] for each in stills),
        "a still, p95 ms": percentile((each[0] for each in stills), 0.95),
        "a still, largest KB": max(each[1] for each in stills) / 1024,
    }
    ground.say("library: send")
    url = await ground.database("sqlite")
    took |= await _sent(url, ground.folder / "pictures")
    ground.drop(url)
    return _report(took)


async def _load() -> tuple[float, float]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOADING, env=environment(), stdout=subprocess.PIPE
    )
    out, _ = await process.communicate()
    seconds, megabytes = map(float, out.split())
    return seconds, megabytes


def _timed(card_id: str) -> tuple[float, int]:
    began = time.perf_counter()
    drawn = make(card_id, None, PictureKind.STILL)
    return (time.perf_counter() - began) * 1000, len(drawn)


async def _sent(url: str, folder: Path) -> dict[str, float]:
    """Through album and Bot API calls, with nothing drawn before, then drawn, then uploaded."""
    fake = FakeTelegram(now=real_now)
    person = fake.person()
    person.say("hello")
    store = Store(url)
    settings = Settings(bot_token=fake.token)
    bot = make_bot(settings, lambda polls: InProcessRequest(fake))
    album = UploadedPictures(store, Studio(folder), film=False)
    captions = PictureMessages(bot, album)
    names = [picture_name(card) for card in list(load().cards.values())[:CARDS]]
    fields = {"chat_id": person.id, "text": "words", "parse_mode": "HTML"}

    async def send() -> list[float]:
        times = []
        for name in names:
            began = time.perf_counter()
            await captions.call("send_message", {**fields, "picture": name})
            times.append((time.perf_counter() - began) * 1000)
        return times

    async with bot:
        first = await send()
        album.renew()
        repeated = await send()
        known = await send()
    await album.close()
    store.close()
    await fake.close()
    return {
        "first send, drawn and uploaded, median ms": statistics.median(first),
        "first send of all, worker started, ms": first[0],
        "sent again after a restart, median ms": statistics.median(repeated),
        "sent again, median ms": statistics.median(known),
    }


def _report(took: dict[str, float]) -> Report:
    took["memory of this process, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    goals = [
        Goal("largest of those stills, KB", took["a still, largest KB"], at_most=120),
        Goal(
            "sending again ÷ first send",
            took["sent again, median ms"] / took["first send, drawn and uploaded, median ms"],
            at_most=0.2,
        ),
    ]
    return Report("Library and pictures", took, goals, columns(("", ""), took.items()))
