"""Files that appear whole or not at all, whoever looks and whatever happens meanwhile."""

import os
from pathlib import Path
from tempfile import mkstemp


def write_atomically(file: Path, content: bytes) -> None:
    """For nobody but this user to read or write. Raises OSError, and leaves nothing behind then."""
    file.parent.mkdir(parents=True, exist_ok=True)
    opened, half = mkstemp(dir=file.parent)
    try:
        with os.fdopen(opened, "wb") as target:
            target.write(content)
        Path(half).replace(file)
    except OSError:
        Path(half).unlink()
        raise
