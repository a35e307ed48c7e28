"""The product's own `limber run`, on a clock that starts so many seconds from now."""

import sys
from datetime import UTC, datetime, timedelta

from bot.cli.main import late
from bot.cli.main import main as limber


def main() -> int:
    ahead = timedelta(seconds=float(sys.argv[1]))
    late("bot.cli.commands").real_now = lambda: datetime.now(UTC) + ahead
    return limber(["run"])


if __name__ == "__main__":
    sys.exit(main())
