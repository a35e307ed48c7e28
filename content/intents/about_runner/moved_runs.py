"""A run that changes its day: "thursday's tempo to saturday", "friday instead of tuesday". Pure."""

from datetime import date

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import RUN
from content.language.when.moved_days import days_ahead, is_directed, moves

OVER = ("remind:word", "log:did", "log:done", "wish:show")


def moved_run(reading: ParsedMessage, today: date) -> Meaning | None:
    """The run of one day on another, told in one of the clauses or in all of them."""
    whole = _moved(reading, today)
    if whole or len(set(reading.clauses)) == 1:
        return whole
    alone = (reading.without(set(reading.clauses) - {each}) for each in set(reading.clauses))
    return next((found for each in alone if (found := _moved(each, today))), None)


def _moved(reading: ParsedMessage, today: date) -> Meaning | None:
    """The same in one message; a question where it is not clear which of the days it leaves."""
    days, swap = days_ahead(reading, today), reading.all("run:swap")
    runs = {mark.start for mark in reading.all_marks if mark.concept in RUN}
    over = any(mark.concept == "run:did" for mark in reading.all_marks) or reading.has(*OVER)
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
