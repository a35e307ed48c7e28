"""Series that differ by day, by week or by the run, and the dates that one leaves out."""

from dataclasses import replace
from datetime import date
from itertools import chain

from content.intents.meaning import Intent, Meaning
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.content_words import content_words, covered
from content.language.phrases import Mark
from content.language.when.beside_run import beside_run
from content.language.when.dates import chosen, every_such, weekdays
from content.language.when.left_out import LeftOut
from content.language.when.moved_days import days_ahead, moves
from content.language.when.week_turns import week_turn
from content.language.when.weekly_times import weekly_times


def weekly(plan: ReminderMessage) -> Meaning | None:
    """Times of their own for several groups of days: "weekdays 7, weekends 9"."""
    found = weekly_times(plan.reading)
    if not found or plan.content:
        return None
    first, *others = found
    marks = [Mark(each.start, each.end, "") for each in found]
    meaning = plan.mean(Intent.REMIND, marks, at=first.at, days=first.days)
    rest = tuple((each.at, each.days) for each in others)
    return replace(meaning, others=rest, guessed=any(each.guessed for each in found))


def apart(plan: ReminderMessage) -> Meaning | None:
    """Some days at another time, while all others stay: "saturdays at 9, the rest stays"."""
    marks, days = plan.reading.all("told:rest-stays"), chosen(plan.reading)
    clock = next((each for each in plan.clocks if each.at), None)
    if not marks or not days or clock is None or clock.at is None:
        return None
    marks = [Mark(clock.start, clock.end, ""), *marks]
    others = ((clock.at, days),)
    return plan.mean(Intent.REMIND, marks, others=others, guessed=clock.guessed)


def by_run(plan: ReminderMessage) -> Meaning | None:
    """A reminder that goes by the run: "10 minutes before my run"."""
    found = beside_run(plan.reading)
    if found is None or plan.clocks or not (plan.named or plan.has("send")):
        return None
    mark = Mark(found.start, found.end, "")
    refused = plan.has("off") or plan.reading.negated(mark)
    if refused or plan.reading.has("area", "card", "spot", "kind"):
        return None
    return plan.mean(Intent.REMIND, [mark], run=found.minutes)


def on_run_days(plan: ReminderMessage) -> Meaning | None:
    """ "Only on run days", or on all others."""
    runs, others = (plan.reading.all(f"told:{name}") for name in ("run-days", "no-run-days"))
    marks = others or runs
    on_them = any(token.text == "on" for token in plan.reading.tokens)
    if not marks or not (plan.named or plan.has("only") or on_them):
        return None
    if plan.reading.has("area", "card", "spot", "kind", "wish:show", "meta"):
        return None
    clock = next((each for each in plan.clocks if each.at), None)
    on_runs = not others and not plan.reading.negated(marks[0])
    return plan.mean(Intent.REMIND, marks, at=clock and clock.at, run_days=on_runs, guessed=False)


def skipped(plan: ReminderMessage) -> Meaning | None:
    """Dates left out of a series that stays as it is: "no reminder this thursday"."""
    found = plan.left_out
    if not found or plan.clocks or plan.reading.has("remind:until", "away"):
        return None
    if plan.content and not plan.named:
        return None
    alone = plan.short and not _of_something_else(plan, found)
    clear = plan.named or plan.reading.has("told", "every") or alone
    return plan.mean(Intent.REMIND, _marks(found), skips=days(found)) if clear else None


def _of_something_else(plan: ReminderMessage, found: list[LeftOut]) -> bool:
    """Does a word that nobody knows stand with the day: "no cake tomorrow"?"""
    known = covered(plan.reading.all_marks)
    between = chain.from_iterable(range(each.lead + 1, each.start) for each in found)
    return not (content_words(plan.reading) & frozenset(between)) <= known


def days(found: list[LeftOut]) -> tuple[date, ...]:
    """The dates that are left out, in their order."""
    return tuple(sorted({day for each in found for day in each.days}))


def _marks(found: list[LeftOut]) -> list[Mark]:
    return [Mark(each.lead, each.end, "") for each in found]


def in_turn(plan: ReminderMessage) -> Meaning | None:
    """Not every week, with nothing else said: "only every other week please"."""
    found = week_turn(plan.reading)
    if found is None or plan.clocks or plan.content:
        return None
    if not (plan.named or plan.has("only", "change") or plan.short):
        return None
    marks = [Mark(found.start, found.end, "")]
    return plan.mean(Intent.REMIND, marks, weeks=found.weeks, days=chosen(plan.reading))


def moved_session(plan: ReminderMessage) -> Meaning | None:
    """One session on another day: "move thursday's session to friday", "friday instead"."""
    days = days_ahead(plan.reading, plan.today)
    if not days or plan.clocks or plan.reading.has("every", "log:did", "log:done") or plan.content:
        return None
    put = plan.has("change", "put-off") and plan.has("session-word", "word")
    many = any(every_such(plan.reading, each) for each in weekdays(plan.reading))
    instead = not many and any(token.text == "instead" for token in plan.reading.tokens)
    found = moves(plan.reading, days, ()) if put or (instead and plan.short) else ()
    if len(found) != 1 or any(map(plan.reading.asks, set(plan.reading.clauses))):
        return None
    marks = [Mark(days[0].start, days[-1].end, ""), *plan.reading.all("log:instead")]
    return plan.mean(Intent.REMIND, marks, skips=found[0][:1], day=found[0][1])


def silent(plan: ReminderMessage) -> Meaning | None:
    """Without a sound, or with one again, and nothing else."""
    quiet, aloud = plan.reading.all("remind:silent"), plan.reading.all("remind:aloud")
    if not (quiet or aloud) or plan.clocks or plan.content:
        return None
    if not (plan.named or plan.short) or plan.reading.has("away"):
        return None
    return plan.mean(Intent.REMIND, quiet or aloud, silent=not aloud)
