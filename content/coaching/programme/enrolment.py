"""A programme on its way: where the runner is in it, and how each week of it ends."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from content.catalog.programme import Programme
from content.catalog.progression import Move, ProgressionRule, Signal, next_move
from content.coaching.soreness import EASE_FROM

WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)
LONG = 14  # days away in a row after which it goes on gently
AWAY = 3  # excused days that make a week without sessions an excused one


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Week `week`, counted from 1, of a programme; it began on the day `since`.

    `eased` means with the easier cards, `no_strength` without strength, `resting` that the runner
    was sent to somebody qualified, and `finished` that the last week is done.
    """

    programme: str
    started: date
    week: int
    since: date
    eased: bool = False
    no_strength: bool = False
    resting: bool = False
    finished: bool = False

    @property
    def over(self) -> date:
        """The day after the week."""
        return self.since + WEEK


@dataclass(frozen=True, slots=True)
class WeekRecord:
    """What a week is judged by: days done, days excused, soreness by day (0 to 10)."""

    done: frozenset[date] = frozenset()
    excused: frozenset[date] = frozenset()
    sore: Mapping[date, float] | None = None


def begin(programme: Programme, day: date) -> Enrolment:
    return Enrolment(programme.id, day, 1, day)


def ends(enrolment: Enrolment, excused: Collection[date]) -> date:
    """The day after the week. From three days off on they do not count: it goes on for longer."""
    off = sum(enrolment.since <= day < enrolment.over for day in excused)
    day, own = enrolment.since, 0
    while off >= AWAY and own < WEEK.days:
        own += day not in excused
        day += A_DAY
    return max(day, enrolment.over)


def softened(enrolment: Enrolment, excused: Collection[date], day: date) -> Enrolment:
    """After a fortnight or more away in its middle, the rest of a week has the easier cards."""
    days = (enrolment.since + n * A_DAY for n in range((day - enrolment.since).days))
    longest = max(
        (len(list(run)) for off, run in groupby(days, excused.__contains__) if off), default=0
    )
    return replace(enrolment, eased=True) if longest >= LONG else enrolment


def catch_up(
    enrolment: Enrolment,
    programme: Programme,
    rules: Mapping[str, ProgressionRule],
    diary: WeekRecord,
    day: date,
) -> tuple[Enrolment, ProgressionRule | None]:
    """The enrolment as it stands on that day, and the rule that ended the last week, if one did.

    Asked every day or after a long time away, it comes to the same.
    """
    own = [rules[each] for each in (*programme.progress, *programme.back_off) if each in rules]
    last = None
    while ends(enrolment, diary.excused) <= day and not (enrolment.finished or enrolment.resting):
        last = _ending(enrolment, own, diary)
        enrolment = _moved(enrolment, programme, last, ends(enrolment, diary.excused))
    return softened(enrolment, diary.excused, day), last


def rest_is_over(enrolment: Enrolment, day: date) -> Enrolment:
    """Cleared to go on: the week begins again, with the easier cards."""
    return replace(enrolment, resting=False, eased=True, since=day)


def _ending(
    enrolment: Enrolment, rules: Iterable[ProgressionRule], diary: WeekRecord
) -> ProgressionRule | None:
    missed, end = _weeks_missed(enrolment, diary), ends(enrolment, diary.excused)
    signals = {
        Signal.SESSIONS_DONE: sum(enrolment.since <= day < end for day in diary.done),
        Signal.WEEKS_MISSED: missed,
        Signal.SORENESS: int(_sorest(diary, enrolment.since)),
        Signal.WEEKS_SORE: _weeks_sore(enrolment, diary),
    }
    rule = next_move(rules, signals)
    if rule and rule.when is Signal.WEEKS_MISSED and rule.at_least < missed:
        return None  # it was followed when the weeks were that many
    return None if rule and enrolment.no_strength and rule.then is Move.MOVE_ON else rule


def _moved(
    enrolment: Enrolment, programme: Programme, rule: ProgressionRule | None, since: date
) -> Enrolment:
    move = rule.then if rule else Move.REPEAT_WEEK
    following = replace(
        enrolment,
        since=since,
        eased=enrolment.no_strength or move in (Move.EASE_WEEK, Move.REST_STRENGTH),
        no_strength=move is Move.REST_STRENGTH,
    )
    if move is Move.MOVE_ON:
        if enrolment.week == len(programme.weeks):
            return replace(following, finished=True)
        return replace(following, week=enrolment.week + 1)
    if move is Move.BACK_ONE_WEEK:
        return replace(following, week=max(1, enrolment.week - 1))
    if move is Move.START_AGAIN:
        return replace(following, week=1)
    return replace(following, resting=move is Move.REST_AND_ASK)


def _weeks_missed(enrolment: Enrolment, diary: WeekRecord) -> int:
    """Weeks in a row without a session up to this one; excused ones are passed over."""
    missed, monday = 0, enrolment.since
    while monday >= enrolment.started and not _within(diary.done, monday):
        missed += _within(diary.excused, monday) < AWAY
        monday -= WEEK
    return missed


def _sorest(diary: WeekRecord, since: date) -> float:
    sore = (diary.sore or {}).items()
    return max((amount for day, amount in sore if since <= day < since + WEEK), default=0)


def _weeks_sore(enrolment: Enrolment, diary: WeekRecord) -> int:
    """Weeks in a row, up to this one, with an answer that asks to ease off."""
    since, sore = enrolment.since, 0
    while since >= enrolment.started and _sorest(diary, since) >= EASE_FROM:
        since, sore = since - WEEK, sore + 1
    return sore


def _within(days: Iterable[date], since: date) -> int:
    return sum(since <= day < since + WEEK for day in days)
