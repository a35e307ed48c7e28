"""A time told by the run: "10 minutes before my run", "an hour after i run"."""

from dataclasses import dataclass

from content.language.parsed_message import ParsedMessage

AFTER_START = 60  # minutes: where no length is told, an hour after the run began


@dataclass(frozen=True, slots=True)
class BesideRun:
    """Minutes from the start of a run, before it if negative, in tokens `start` to `end`."""

    start: int
    end: int
    minutes: int


def beside_run(reading: ParsedMessage) -> BesideRun | None:
    """How long before or after the runner's usual run; None if it speaks of none."""
    for mark in reading.all("told:before-run", "told:after-run"):
        before = mark.concept == "told:before-run"
        length = next((e for e in reading.lengths if mark.start - e.end in (0, 1)), None)
        if length and length.unit in ("minute", "hour"):
            minutes = -length.minutes if before else length.minutes
            return BesideRun(length.start, mark.end, minutes)
        if not before:
            return BesideRun(mark.start, mark.end, AFTER_START)
    return None
