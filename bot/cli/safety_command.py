"""What the red-flag screen sees of the tables that a physio keeps, as a report."""

from datetime import UTC, datetime
from pathlib import Path

from bot.cli.faults import BadStart
from bot.cli.terminal import say
from content.bundle import read_content
from content.checks.safety.report import FLAGS, MILD, measure, printed, tables
from content.intents.understanding import understand

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)  # the answer does not hang on the hour


def safety_report(folder: Path) -> int:
    """Print it; fails if a red flag is neither referred nor asked about."""
    flags, mild = tables(folder, FLAGS), tables(folder, MILD)
    if not flags:
        raise BadStart(f"there is no {FLAGS} in {folder}; name the folder with the tables")
    content = read_content()
    report = measure(
        flags,
        mild,
        lambda said: understand(
            said, now=NOON, lexicon=content.lexicon, cards=content.names, texts=content.texts
        ),
    )
    say(printed(report))
    return 1 if report.missed else 0
