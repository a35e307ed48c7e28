"""Pictures of a session in the chat and on the page, as phones show them, for people to look at.

The browser tests take them on their way: in light and dark, at 390 and 320 pixels, and in large
letters.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "shots"
TESTS = ("test_mini_app_page.py", "test_mini_app_tabs.py", "test_playground.py")
THOSE = "fit or two_taps or beside"


def main() -> int:
    SHOTS.mkdir(exist_ok=True)
    files = [str(ROOT / "tests/end_to_end" / each) for each in TESTS]
    folders = {"PAGE_SHOTS": str(SHOTS), "PLAYGROUND_PICTURES": str(SHOTS)}
    command = [sys.executable, "-m", "pytest", "-q", "-k", THOSE, *files]
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **folders}, check=False).returncode
    print(f"{len(list(SHOTS.glob('*.png')))} pictures in {SHOTS.name}/")
    return code


if __name__ == "__main__":
    sys.exit(main())
