"""Run the fake alone: `python -m bot.playground.fake_telegram --port 8082`."""

import argparse
import asyncio
import sys
from contextlib import suppress
from datetime import UTC, datetime

from bot.playground.fake_telegram.doors.http import serve
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.fake_telegram.state.server_state import TEST_TOKEN


def _wall_clock() -> datetime:
    return datetime.now(UTC)


async def _run(port: int, token: str) -> None:
    async with serve(FakeTelegram(token=token, now=_wall_clock), port=port) as url:
        sys.stdout.write(f"fake Telegram on {url}, token {token}\n")
        sys.stdout.flush()  # a test waits for this line
        await asyncio.Event().wait()


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="bot.playground.fake_telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=8082)
    parser.add_argument("--token", default=TEST_TOKEN)
    arguments = parser.parse_args()
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(arguments.port, arguments.token))


if __name__ == "__main__":
    main()
