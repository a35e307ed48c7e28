"""`limber run` in a process of its own, with a clock that the test can move through a file."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import processes
from tests.support.clock import FileClock

ROOT = Path(__file__).parents[2]
GENTLY = ("nice", "-n", "5")  # Telegram has a machine of its own: here it comes first


@dataclass
class Process:
    """A Limber that can be killed and started again on the same database."""

    url: str
    database: str
    clock: Path
    folder: Path
    level: str = "INFO"
    more: dict[str, str] = field(default_factory=dict)  # further settings
    _running: subprocess.Popen[bytes] | None = field(default=None)

    def start(self) -> None:
        env = {
            **os.environ,
            "LIMBER_BOT_TOKEN": "1:TEST",
            "LIMBER_API_URL": self.url,
            "LIMBER_DATABASE_URL": self.database,
            "LIMBER_SEND_RATE": "1000",
            "LIMBER_LOG_LEVEL": self.level,
            **self.more,
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        if not (self.folder / "data").exists():
            processes.give_content(self.folder)
        with (self.folder / "log").open("ab") as log:
            self._running = processes.start(
                [*GENTLY, sys.executable, "-m", "tests.support.limber", str(self.clock)],
                env=env,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        assert self._running
        self._running.kill()
        self._running.wait()

    async def stop(self) -> int:
        """Ask it to stop; returns its exit code."""
        assert self._running
        with suppress(ProcessLookupError):
            self._running.send_signal(signal.SIGTERM)
        try:
            return await asyncio.to_thread(self._running.wait, processes.PATIENCE)
        finally:
            processes.end(self._running)

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()


def main() -> int:
    """The product's own `run`, but for the clock."""
    from bot.cli import commands

    clock = FileClock(Path(sys.argv[1]))
    commands.real_now = clock.now
    return commands.run()


if __name__ == "__main__":
    sys.exit(main())
