"""`python -m bot` is `limber`."""

import sys

from bot.cli import main

sys.exit(main())
