"""A part of a section with a process of its own, so that memory and stalls are its own too."""

import asyncio
import json
import sys

from tests.bench.contestants import environment


async def child(module: str, *arguments: str) -> dict[str, float]:
    """Run a module that prints its figures as JSON on its last line."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, env=environment(), stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)} failed")
    figures: dict[str, float] = json.loads(told.splitlines()[-1])
    return figures
