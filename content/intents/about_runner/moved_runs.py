"""A run that changes its day: "thursday's tempo to saturday", "friday instead of tuesday". Pure."""

from datetime import date

from content.intents.about_runner.runs import was_done
from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import RUN
from content.language.when.moved_days import Told, days_ahead, is_directed, moves

OVER = ("remind:word", "wish:show")
DID = ("run:did", "log:did", "log:done")


def moved_run(reading: ParsedMessage, today: date) -> Meaning | None:
    """The run of one day on another, told in one of the clauses or in all of them."""
    whole = _moved(reading, today)
    if whole or len(set(reading.clauses)) == 1:
        return whole
    alone = (reading.without(set(reading.clauses) - {each}) for each in set(reading.clauses))
    return next((found for each in alone if (found := _moved(each, today))), None)


def _moved(reading: ParsedMessage, today: date) -> Meaning | None:
    """The same in one message; a question where it is not clear which of the days it leaves."""
    told, swap = days_ahead(reading, today), reading.all("run:swap")
    runs = {mark.start for mark in reading.all_marks if mark.concept in RUN}
    days = [*_not_run(reading, runs, today), *told] if len(told) == 1 else told
    over = was_done(reading, *DID) or reading.has(*OVER)
    if not runs or over or not (swap or is_directed(reading, days)):
        return None
    said = reading.said(*swap, *reading.all("elsewhere:run"))
    at = next((each.at for each in reading.clocks if not each.named), None)
    found = tuple(
        Meaning(Intent.RUN_TOLD, mends=True, day=to, at=at, skips=(source,), because=said)
        for source, to in moves(reading, days, runs)
    )
    asked = any(map(reading.asks, set(reading.clauses)))
    if len(found) == 1 and not asked:
        return found[0]
    return Meaning(Intent.SURE, offers=found, because=said) if found else None


def _not_run(reading: ParsedMessage, runs: set[int], today: date) -> list[Told]:
    """Today as the day that is left, where it is only said that it was not run."""
    left = [Told(at, at + 1, today) for at in sorted(runs) if reading.word(at - 1) == "not"]
    return left[:1]
