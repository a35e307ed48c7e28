"""`python -m tests.unit.content.fact_ids FACTS`: the ids that we committed are those of the facts.

A step of `make check` where the facts lie beside the checkout; they are no part of it.
"""

import sys
from pathlib import Path

import yaml

OURS = Path(__file__).with_name("fact_ids.yaml")


def strays(facts: Path) -> list[str]:
    """Every id that stands in one of the two only."""
    theirs, ours = (yaml.safe_load(each.read_text()) for each in (facts, OURS))
    return [
        f"{kind}: {stray}"
        for kind in ("exercises", "routines")
        for stray in sorted({each["id"] for each in theirs[kind]} ^ set(ours[kind]))
    ]


if __name__ == "__main__":
    found = strays(Path(sys.argv[1]))
    sys.exit("\n".join(found) if found else 0)
