"""`python -m bot` is `limber`."""

import sys

from bot.cli.main import main

sys.exit(main())
