"""`make bench`: a table on standard output, figures in bench/results.json, a picture of them.

`python -m tests.bench answers planner` measures only those sections and keeps the rest.
"""

import asyncio
import json
import os
import platform
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.figures import Report, say_to
from tests.bench.ground import Ground
from tests.bench.picture import draw, verdict
from tests.support import postgres

SECTIONS = (
    "answers",
    "fanout",
    "planner",
    "coach",
    "usual",
    "start",
    "understanding",
    "library",
    "transports",
)
RESULTS = Path("bench/results.json")


def main() -> int:
    wanted = sys.argv[1:] or list(SECTIONS)
    if unknown := set(wanted) - set(SECTIONS):
        print(f"no such section: {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
        return 2
    began, load = time.perf_counter(), os.getloadavg()[0]
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {"sections": {}}
    with (
        tempfile.TemporaryDirectory(prefix="limber-bench-") as name,
        postgres.server(fsync="on") as server,
    ):
        ground = Ground(Path(name), server, say_to(sys.stderr))
        for section in wanted:
            report = asyncio.run(import_module(f"tests.bench.{section}").measure(ground))
            print(report, flush=True)
            results["sections"][section] = _as_json(report)
            results["machine"] = _machine(load)
            _write(results)
    draw(results)
    if results["machine"]["busy"]:
        print(f"\nThe machine was busy with other work (load {load:.0f}): provisional figures.")
    minutes = (time.perf_counter() - began) / 60
    print(f"\n{verdict(results['sections'])}. Figures in {RESULTS}, {minutes:.1f} minutes.")
    return 0


def _as_json(report: Report) -> dict[str, Any]:
    goals = [goal.as_json() for goal in report.goals]
    return {"title": report.title, "figures": report.figures, "goals": goals}


def _machine(load: float) -> dict[str, Any]:
    """Where it ran; `busy` if others were at work before it began, which spoils the figures."""
    libraries = ("python-telegram-bot", "apscheduler", "sqlalchemy", "aiogram")
    return {
        "cores": os.cpu_count(),
        "load_before": load,
        "busy": load > 1,
        "python": platform.python_version(),
        "at": datetime.now(UTC).isoformat(timespec="minutes"),
        **{name: version(name) for name in libraries},
    }


def _write(results: dict[str, Any]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
