"""`limber playground` in a process of its own, on a Monday whatever day it is."""

import sys

from bot.cli import commands
from tests.support.clock import TickingClock


def main() -> int:
    """The product's own command, but for the clock."""
    commands.real_now = TickingClock().now
    return commands.playground(int(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())
