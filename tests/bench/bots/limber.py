"""The product's own `limber run`, on a clock that starts so many seconds from now."""

import sys
from datetime import UTC, datetime, timedelta


def main() -> int:
    from bot import commands

    ahead = timedelta(seconds=float(sys.argv[1]))
    commands.real_now = lambda: datetime.now(UTC) + ahead
    return commands.run()


if __name__ == "__main__":
    sys.exit(main())
