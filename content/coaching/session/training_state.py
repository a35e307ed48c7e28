"""A runner's case: all that the coach remembers of them, and what a day makes of it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from content.catalog.card import Card
from content.catalog.library import Library
from content.catalog.profile import Profile
from content.catalog.programme import Focus, Programme
from content.catalog.routine import Routine
from content.catalog.taxonomy import Area, Condition, Moment
from content.coaching.dosage.ceilings import may_grow
from content.coaching.dosage.dose import Growth, growth_of
from content.coaching.dosage.effort import Effort
from content.coaching.dosage.past import PastSession
from content.coaching.dosage.strength import strength_days
from content.coaching.gate import GateState, refused
from content.coaching.programme.enrolment import Enrolment, WeekRecord, ends
from content.coaching.programme.week_schedule import (
    RECOVERY,
    RECOVERY_IF_SORE,
    AvailableDays,
    schedule_week,
)
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.length import SHORT_MINUTES
from content.coaching.session.runs import RACE, SPEED, Run, runs_of, spared
from content.coaching.session.skips import Skipped, aching, pressed, shunned
from content.coaching.session.substitutes import stand_ins
from content.coaching.soreness import EASE_FROM, Light, Soreness, light_of
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.held import back_since, graded, resting
from content.screening.after_flag.running import no_running

EVERY_DAY = frozenset(range(7))
LATELY = timedelta(days=14)
SORE_TWICE = 2  # strength days with soreness after them that make the next ones lighter
A_DAY = timedelta(days=1)
USED_TO_IT = 6  # days of strength, after which a week may have a third one
TWICE, MOST_STRENGTH = 2, 3  # days of strength a week
STEADY = 4  # sessions in a fortnight, none of them with soreness after it


@dataclass(frozen=True)
class TrainingState:
    """`past`, `sore` and `runs` are in the order of days; `session_days` are weekdays, Monday 0.

    `complaints` rest areas or come back gradually; `conditions` last, and rule cards out.

    `minutes` is how long a session shall be on a weekday, where that was said; strength rests
    until the day `gentle_until`. `felt` is how hard strength was, by day.
    """

    profile: Profile = field(default_factory=Profile)
    past: Sequence[PastSession] = ()
    sore: Sequence[Soreness] = ()
    felt: Mapping[date, Effort] = field(default_factory=dict)
    runs: Sequence[Run] = ()
    session_days: frozenset[int] = EVERY_DAY
    minutes: Mapping[int, int] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    complaints: tuple[Complaint, ...] = ()
    conditions: frozenset[Condition] = frozenset()
    no_kneeling: bool = False
    excused: frozenset[date] = frozenset()
    enrolment: Enrolment | None = None
    gentle_until: date | None = None
    skipped: Sequence[Skipped] = ()

    @property
    def locked(self) -> frozenset[Area]:
        """The areas that rest."""
        return frozenset(resting(self.complaints))

    def shut(self, library: Library, day: date) -> frozenset[str]:
        """The cards that complaints, lasting states or what ached do not allow on that day."""
        aches = aching(self.skipped, day)
        if not (self.complaints or self.conditions or aches):
            return frozenset()
        known = GateState(complaints=self.complaints, conditions=self.conditions, aching=aches)
        return refused(library.cards, known, day)

    @property
    def diary(self) -> WeekRecord:
        """What the weeks of a programme are judged by."""
        done = frozenset(each.day for each in self.past if each.share)
        return WeekRecord(done, self.excused, {each.day: each.amount for each in self.sore})


def session_inputs(
    state: TrainingState,
    library: Library,
    day: date,
    *,
    moment: Moment | None = None,
    minutes: int | None = None,
) -> SessionInputs:
    """What the session of that day is made from."""
    focus = focus_of(state, library, day, moment)
    short = minutes is None and pressed(state.skipped, [each.day for each in state.past], day)
    minutes = minutes or state.minutes.get(day.weekday())
    today = SessionInputs(
        day=day,
        profile=state.profile,
        past=state.past,
        moment=moment,
        minutes=min(minutes or SHORT_MINUTES, SHORT_MINUTES) if short else minutes,
        short=short,
        hidden=state.hidden | shunned(state.skipped, day) | state.shut(library, day),
        locked=state.locked,
        no_kneeling=state.no_kneeling,
        light=light_today(state, day),
        tender=tender(state, library.cards, day),
        fresh=day in spared(state.runs),
        speed=any(run.kind == SPEED for run in state.runs if run.day == day and not run.done),
        gentle=bool(state.gentle_until and day < state.gentle_until),
        eased=bool(state.enrolment and state.enrolment.eased),
        focus=focus,
        graded=graded(state.complaints, day) is not None,
        growth=growth(state, library.cards, day),
    )
    routine = _routine(state, library, today)
    unwanted = state.hidden | state.shut(library, day)
    swapped = stand_ins(routine, library.cards, unwanted, kneeling=not state.no_kneeling)
    own = (swapped.get(card, card) for card in routine)
    return replace(today, favourites=frozenset(card for card in own if card), swapped=swapped)


def growth(state: TrainingState, cards: Mapping[str, Card], day: date) -> Growth:
    """How far the runner's doses of strength have come by that day.

    A lasting state keeps them low. After a clearance they begin anew: first doses for the graded
    weeks, and then only what was done since counts.
    """
    races = [run.day for run in state.runs if run.kind == RACE]
    since = back_since(state.complaints)
    past = [each for each in state.past if since is None or each.day >= since]
    grows = may_grow(state.conditions, graded=graded(state.complaints, day) is not None)
    eased = made_sore(state, cards, day)
    return growth_of(past, state.sore, cards, day, races, grows=grows, eased=eased, felt=state.felt)


def light_today(state: TrainingState, day: date) -> Light:
    """The traffic light of that day: soreness, and a programme that waits for a check."""
    if state.enrolment and state.enrolment.resting:
        return Light.STOP
    return light_of(day, [each for each in state.sore if each.day <= day])


def tender(state: TrainingState, cards: Mapping[str, Card], day: date) -> bool:
    """Did strength make the runner sore more than once in the last fortnight?"""
    return sum(_sore_after(state, cards, day)) >= SORE_TWICE


def made_sore(state: TrainingState, cards: Mapping[str, Card], day: date) -> bool:
    """Did the last day of strength make the runner sore, or more than one of the last fortnight?"""
    after = _sore_after(state, cards, day)
    return sum(after) >= SORE_TWICE or after[-1:] == [True]


def _sore_after(state: TrainingState, cards: Mapping[str, Card], day: date) -> list[bool]:
    """For each day of strength of the last fortnight: did it make the runner sore?"""
    sore = {each.day for each in state.sore if each.amount >= EASE_FROM}
    strong = [on for on in strength_days(state.past, cards) if day - LATELY <= on < day]
    return [bool({on, on + A_DAY} & sore) for on in strong]


def steady(state: TrainingState, day: date) -> bool:
    """Does the runner move regularly and well, so that load may come (a fortnight of it)?"""
    since = day - LATELY
    sore = any(each.amount >= EASE_FROM for each in state.sore if since <= each.day <= day)
    done = {each.day for each in state.past if each.share and since <= each.day <= day}
    return len(done) >= STEADY and not sore


def programme_of(state: TrainingState, library: Library) -> Programme | None:
    return library.programmes.get(state.enrolment.programme) if state.enrolment else None


def focus_of(
    state: TrainingState, library: Library, day: date, moment: Moment | None = None
) -> Focus | None:
    """What the programme has this day for; None without one."""
    programme = programme_of(state, library)
    if programme is None or state.enrolment is None or state.enrolment.finished:
        return None
    if moment is Moment.BEFORE_RUN:
        return Focus.BEFORE_RUN
    return week_of(state, library, programme, state.enrolment, day).get(day, Focus.MOBILITY)


def runs_on(state: TrainingState, day: date) -> Sequence[Run]:
    """The runs of a day: what a complaint forbids does not lie ahead; what was run stays."""
    forbidden = no_running(state.complaints, day) is not None
    return [e for e in runs_of(day, state.profile, state.runs) if e.done or not forbidden]


def week_of(
    state: TrainingState, library: Library, programme: Programme, enrolment: Enrolment, day: date
) -> Mapping[date, Focus]:
    """What the days from `day` to the end of the programme's week are for."""
    ahead = [day + n * A_DAY for n in range((ends(enrolment, state.excused) - day).days)]
    strong = [on for on in strength_days(state.past, library.cards) if on < day]
    done = {each.day for each in state.past if each.share and enrolment.since <= each.day < day}
    sore = tender(state, library.cards, day)
    quiet = {each for each in ahead if state.gentle_until and each < state.gentle_until}
    days = AvailableDays(
        free=[e for e in ahead if e.weekday() in state.session_days and e not in state.excused],
        runs=[each for each in ahead if runs_of(each, state.profile, state.runs)],
        spared=spared(state.runs) | quiet,
        strong=strong,
        loose=done - set(strong),
        recovery=RECOVERY_IF_SORE if sore else RECOVERY,
    )
    used = len(strong) >= USED_TO_IT and not (sore or enrolment.eased)
    most = 0 if enrolment.no_strength else MOST_STRENGTH if used else TWICE
    return schedule_week(programme, enrolment.since, days, most)


def _routine(state: TrainingState, library: Library, today: SessionInputs) -> Sequence[str]:
    """The cards of the first routine for the day that the runner has the kit for.

    What is too hard for now comes as its easier card.
    """
    programme = programme_of(state, library)
    if programme is None or state.enrolment is None or today.focus is None:
        return ()
    pool = programme.pool(state.enrolment.week, today.focus)
    routines = [library.routines[each] for each in pool]
    chosen = next((each for each in routines if _at_hand(each, state.profile)), None)
    cards = [library.cards[card] for card in (chosen.cards if chosen else ())]
    if state.enrolment.eased:
        cards = [library.cards[card.links.easier or card.id] for card in cards]
    return list(dict.fromkeys(_open_one(card, library, today) for card in cards))


def _open_one(card: Card, library: Library, today: SessionInputs) -> str:
    while not today.is_open(card) and card.links.easier:
        card = library.cards[card.links.easier]
    return card.id


def _at_hand(routine: Routine, profile: Profile) -> bool:
    return set(routine.kit) <= (profile.kit or frozenset())
