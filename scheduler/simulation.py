"""A made-up runner goes through weeks of the real rules; a coach reads what came of it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from content.catalog.characters import Character
from content.catalog.library import Library
from content.catalog.taxonomy import Area, Kind
from content.coaching.dosage.past import PastSession
from content.coaching.dosage.strength import REAL_DAY, hard_sets, muscle_sets
from content.coaching.dosage.volume import Ledger, ledger
from content.coaching.programme.enrolment import begin, catch_up
from content.coaching.programme.matching import fitting
from content.coaching.recommend.choose import Reason
from content.coaching.session.plan import Session, todays_session
from content.coaching.session.runs import Run
from content.coaching.session.training_state import (
    TrainingState,
    growth,
    programme_of,
    session_inputs,
    steady,
)
from content.coaching.soreness import Soreness
from scheduler.calendar.recurrence import Occurrence, RecurrenceRule, next_occurrence
from scheduler.calendar.recurrence import begin as first
from scheduler.reminders.habit import ReminderPace, pace

A_DAY = timedelta(days=1)
MORNING = time(5)
HEAD = (
    *("week", "days", "strength", "hard sets", "minutes left/right", "repeated", "nudges"),
    *("reasons", "changes, and why"),
)
CHANGES = ("ease", "tender", "fresh", "locked", "stop", "light", "taper", "few", "long")
GROWS = "more-"  # how reasons begin that a dose has grown for


@dataclass
class SimulatedWeek:
    """What a week came to: minutes under a stretch, hard sets by muscle, days with real strength.

    `changes` are in the words that the runner hears, or ids of reasons.
    """

    number: int
    book: Ledger = field(default_factory=dict)
    sessions: int = 0
    strength: int = 0
    sets: Counter[Area] = field(default_factory=Counter)
    reasons: Counter[Reason] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)
    reminders: int = 0
    changes: list[str] = field(default_factory=list)

    def say(self, change: str) -> None:
        if change not in self.changes:
            self.changes.append(change)


def simulate(
    character: Character, library: Library, monday: date, weeks: int = 12
) -> list[SimulatedWeek]:
    """Week after week of that runner, who starts with the most fitting programme."""
    return list(_Life(character, library, monday).weeks(weeks))


class _Life:
    """One made-up runner's way, day by day."""

    def __init__(self, character: Character, library: Library, monday: date) -> None:
        self.character, self.library, self.monday = character, library, monday
        programme = fitting(library.programmes.values(), character.profile)[0]
        self.state = TrainingState(
            profile=character.profile,
            runs=tuple(_told(character, monday)),
            session_days=frozenset(_remind_days(character)),
            no_kneeling=character.no_kneeling,
            conditions=frozenset(character.conditions),
            enrolment=begin(programme, monday),
        )
        self.finished: list[str] = []
        self.ignored = 0
        self.reminder = first(self._rule(1), None, _morning(monday))
        self.untold: list[str] = []  # what a runner who hears nothing has not been told yet
        self.starts = f"starts {programme.name}: {programme.suits.because}"

    def weeks(self, count: int) -> Iterator[SimulatedWeek]:
        for number in range(1, count + 1):
            week = SimulatedWeek(number)
            if number == 1:
                week.say(self.starts)
            for ahead in range(7):
                self._day(week, self.monday + timedelta(days=7 * (number - 1) + ahead))
            yield week

    def _day(self, week: SimulatedWeek, day: date) -> None:
        self._go_on(day)
        self._remind(week, day)
        session = todays_session(session_inputs(self.state, self.library, day), self.library.cards)
        for reason in session.reasons:
            if reason.key in CHANGES or reason.key.startswith(GROWS):
                week.say(_named(reason))
        off = week.number in self.character.weeks_off
        if day.weekday() in self.character.comes and not off and session.cards:
            self._done(week, day, session)
            self.ignored = 0

    def _go_on(self, day: date) -> None:
        """The programme's week ends when it ends; after the last one another follows."""
        programme = programme_of(self.state, self.library)
        if programme is None or self.state.enrolment is None:
            return
        enrolment, rule = catch_up(
            self.state.enrolment, programme, self.library.rules, self.state.diary, day
        )
        if rule:
            self.untold = [rule.says]
        if enrolment.week > self.state.enrolment.week and not enrolment.finished:
            self.untold.append(programme.weeks[enrolment.week - 1].says)
        if enrolment.finished:
            self.finished.append(programme.id)
            following = fitting(
                self.library.programmes.values(),
                self.state.profile,
                steady=steady(self.state, day),
                finished=self.finished,
            )[0]
            self.untold.append(f"finishes {programme.name}, goes on with {following.name}")
            enrolment = begin(following, day)
        self.state = replace(self.state, enrolment=enrolment)

    def _remind(self, week: SimulatedWeek, day: date) -> None:
        """Serve what is due on that day by the real recurrence; silence makes it rarer."""
        rule, shown = self._rule(week.number), pace(self.ignored)
        while self.reminder and self.reminder.day <= day:
            served: Occurrence = self.reminder
            wanted = shown is ReminderPace.DAILY or (
                shown is ReminderPace.WEEKLY and served.day.weekday() == min(rule.days)
            )
            if wanted:
                week.reminders += 1
                self.ignored += 1
                self._tell(week)
            self.reminder = next_occurrence(rule, served.day, served.due)
        if pace(self.ignored) is not shown:
            week.say(f"reminders: {pace(self.ignored).value}, after {self.ignored} without answer")

    def _rule(self, week: int) -> RecurrenceRule:
        at = time.fromisoformat(self.character.remind_at)
        return RecurrenceRule(
            at, frozenset(_remind_days(self.character)), self.character.zone(week)
        )

    def _tell(self, week: SimulatedWeek) -> None:
        for change in self.untold:
            week.say(change)
        self.untold = []

    def _done(self, week: SimulatedWeek, day: date, session: Session) -> None:
        self._tell(week)
        dosed = growth(self.state, self.library.cards, day).dosed(self.library.cards)
        cards = [dosed[each] for each in session.cards]
        strong = any(card.kind is Kind.STRENGTHEN for card in cards)
        week.book = ledger(((card, 1) for card in cards), week.book)
        week.sessions += 1
        week.strength += sum(map(hard_sets, cards)) >= REAL_DAY
        week.sets.update(muscle_sets(cards))
        week.reasons.update(session.reasons)
        week.cards.update(session.cards)
        past = (*self.state.past, PastSession(day, session.cards))
        sore = self.character.soreness(week.number).get("strength", 0) if strong else 0
        told = Soreness(day + A_DAY, sore)
        self.state = replace(
            self.state, past=past, sore=(*self.state.sore, told) if sore else self.state.sore
        )


def _told(character: Character, monday: date) -> Iterator[Run]:
    if character.long_runs:
        for week in character.long_runs.weeks:
            day = monday + timedelta(days=7 * (week - 1) + character.long_runs.day)
            yield Run(day, kind="long")
    for race in character.races:
        yield Run(monday + timedelta(days=7 * (race.week - 1) + race.day), kind="race")


def _remind_days(character: Character) -> tuple[int, ...]:
    return character.remind_days or character.comes


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, UTC)


def _named(reason: Reason) -> str:
    return f"{reason.key} {reason.value}".strip()


def table(weeks: list[SimulatedWeek], words: Mapping[str, str]) -> str:
    """The weeks as a table in Markdown. `words` say aloud why a session was changed."""
    lines = [f"| {' | '.join(HEAD)} |", "|" + " --- |" * len(HEAD)]
    lines += [f"| {' | '.join(_row(week, words))} |" for week in weeks]
    return "\n".join(lines)


def _row(week: SimulatedWeek, words: Mapping[str, str]) -> list[str]:
    areas = sorted({area for area, _ in week.book}, key=lambda area: -_minutes(week, area)[0])
    spent = [f"{area} {'/'.join(f'{m:.3g}' for m in _minutes(week, area))}" for area in areas]
    sets = [f"{area} {count}" for area, count in week.sets.most_common() if count]
    again = sum(count > 1 for count in week.cards.values())
    because = [f"{_named(each)} {count}" for each, count in week.reasons.most_common()]
    changes = [_worded(each, words) for each in week.changes]
    return [
        str(week.number),
        str(week.sessions),
        str(week.strength),
        ", ".join(sets) or "none",
        ", ".join(spent) or "none",
        f"{again} of {len(week.cards)}",
        str(week.reminders),
        ", ".join(because) or "none",
        "; ".join(changes) or "none",
    ]


def _minutes(week: SimulatedWeek, area: object) -> list[float]:
    return [seconds / 60 for (each, _), seconds in week.book.items() if each is area]


def _worded(change: str, words: Mapping[str, str]) -> str:
    """In the words that the runner hears, where it is the id of a reason with what it is about."""
    key, _, value = change.partition(" ")
    return words[key].format(value=value) if key in words else change
