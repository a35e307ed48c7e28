"""What is planned for made-up runners: `python -m tests.measuring.sessions [RUNNERS] [WEEKS]`.

Each runner has a random profile and does all that is planned on the days of their own; one in
seven is sore after strength, and some have a lasting state. The counts are of plans that a physio
would send back; the weekly figures are means over all who do everything. 1,700 runners are 10,200
weeks (three minutes).
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import combinations

from content.catalog.card import Card
from content.catalog.guide import minutes, work_seconds
from content.catalog.profile import Profile, Sitting
from content.catalog.programme import Focus
from content.catalog.taxonomy import LASTING, RESTS_ALL, Area, Kind, Kit, Moment
from content.coaching.dosage.past import PastSession
from content.coaching.dosage.volume import CEILING_S, weaker_side
from content.coaching.programme.enrolment import Enrolment, begin, catch_up
from content.coaching.recommend.limits import before_run
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.plan import Session, todays_session
from content.coaching.session.runs import Run
from content.coaching.session.training_state import (
    TrainingState,
    programme_of,
    session_inputs,
)
from content.coaching.soreness import Light, Soreness
from tests.support.library import library

LIBRARY = library()
MONDAY = date(2026, 11, 30)
A_DAY = timedelta(days=1)
JOINTS = frozenset({Area.HIP_JOINT, Area.LOWER_BACK})
MUSCLES = tuple(area for area in Area if area not in JOINTS)
HARD_S = 20  # a shorter set is no work for a muscle
GROWN_WEEK, HARD_SETS = 4, 4  # what a muscle gets in a week from then on
SORE = 4  # of 10, told after strength by who gets sore
LAST_WEEK = 6
RAW = re.compile(r"\d\.\d{2}|\d{4}")
OFTEN = 3  # meetings of one pair in a week
LENGTH_TOLD = frozenset({"short", "ease", "stop", "few", "long", "fresh", "gentle"})


@dataclass
class Found:
    """How often, of how many, and the first example of each kind."""

    counts: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    sets: dict[int, list[Mapping[Area, int]]] = field(default_factory=lambda: defaultdict(list))
    seconds: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def look(self, kind: str, bad: bool, example: object = "") -> None:
        self.of[kind] += 1
        self.counts[kind] += bad
        if bad:
            self.first.setdefault(kind, str(example))


@dataclass(frozen=True)
class MadeUp:
    """A runner who comes on `days` of the week; `asked` are minutes for every session."""

    state: TrainingState
    days: tuple[int, ...]
    asked: int | None
    gets_sore: bool = False

    @property
    def does_everything(self) -> bool:
        """Comes five days or more, and nothing asks for less."""
        less = self.state.runs or self.state.conditions or self.gets_sore
        return self.asked is None and len(self.days) >= 5 and not less


def made_up(dice: random.Random) -> MadeUp:
    kit = dice.sample(list(Kit), dice.randint(0, 3))
    days = tuple(sorted(dice.sample(range(7), dice.randint(3, 7))))
    profile = Profile(
        dice.choice([None, *Sitting]),
        tuple(dice.sample(list(Area), dice.randint(0, 3))),
        frozenset(kit),
        frozenset(dice.sample(range(7), dice.randint(0, 4))),
        time(18),
    )
    big = dice.random() < 0.3
    sunday = [MONDAY + timedelta(days=7 * week + 6) for week in range(12)]
    runs = [Run(day, time(9), kind=dice.choice(["long", "race"])) for day in sunday if big]
    programme = dice.choice([None, *LIBRARY.programmes.values()])
    state = TrainingState(
        profile=profile,
        runs=runs,
        session_days=frozenset(days),
        no_kneeling=dice.random() < 0.2,
        enrolment=begin(programme, MONDAY) if programme else None,
        gentle_until=MONDAY + 10 * A_DAY if dice.random() < 0.1 else None,
    )
    asked = dice.choice([None, dice.randint(2, 25)])
    gets_sore = dice.random() < 1 / 7
    lasting = [each for each in LASTING if each not in RESTS_ALL]
    told = frozenset(dice.sample(lasting, 1) if dice.random() < 0.1 else ())
    return MadeUp(replace(state, conditions=told), days, asked, gets_sore)


def lived(runner: MadeUp, weeks: int) -> Iterator[tuple[int, SessionInputs, Session]]:
    """Every session of those weeks; the warm-ups before runs are looked at and not done."""
    state = runner.state
    for ahead in range(7 * weeks):
        day = MONDAY + ahead * A_DAY
        state = replace(state, enrolment=_gone_on(state, day))
        if day.weekday() in state.profile.run_days:
            warm = session_inputs(state, LIBRARY, day, moment=Moment.BEFORE_RUN)
            yield ahead // 7 + 1, warm, todays_session(warm, LIBRARY.cards)
        if day.weekday() not in runner.days:
            continue
        today = session_inputs(state, LIBRARY, day, minutes=runner.asked)
        made = todays_session(today, LIBRARY.cards)
        yield ahead // 7 + 1, today, made
        if made.cards:
            state = replace(state, past=(*state.past, PastSession(day, made.cards)))
        if runner.gets_sore and any(LIBRARY.cards[e].kind is Kind.STRENGTHEN for e in made.cards):
            state = replace(state, sore=(*state.sore, Soreness(day, SORE)))


def _gone_on(state: TrainingState, day: date) -> Enrolment | None:
    programme = programme_of(state, LIBRARY)
    if programme is None or state.enrolment is None or state.enrolment.finished:
        return state.enrolment
    return catch_up(state.enrolment, programme, LIBRARY.rules, state.diary, day)[0]


def planned(today: SessionInputs, made: Session) -> list[Card]:
    """The cards of a session with the doses of that day."""
    cards = today.growth.dosed(LIBRARY.cards)
    return [cards[each] for each in made.cards]


def hard_sets(cards: Sequence[Card]) -> Counter[Area]:
    """Sets of strength for each muscle that a card names."""
    found = Counter[Area]()
    for card in cards:
        if card.kind is Kind.STRENGTHEN and work_seconds(card) / card.dose.sets >= HARD_S:
            found.update({area: card.dose.sets for area in card.areas if area not in JOINTS})
    return found


def look(runner: MadeUp, weeks: int, found: Found) -> None:
    sets: dict[int, Counter[Area]] = defaultdict(Counter)
    seconds = Counter[int]()
    pairs: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    strong: date | None = None
    at_desk: tuple[str, ...] = ()
    for week, today, made in lived(runner, weeks):
        cards = planned(today, made)
        _reasons(today, made, found)
        if today.moment is Moment.BEFORE_RUN:
            _warm_up(today, cards, made, found)
            continue
        strength = [card for card in cards if card.kind is Kind.STRENGTHEN]
        sets[week].update(hard_sets(cards))
        seconds[week] += sum(work_seconds(card) for card in strength)
        pairs[week].update(_same_area(cards))
        _one_session(today, cards, made, found)
        _doses(today, cards, found)
        _day_of_programme(today, cards, found)
        if strength:
            late = strong is None or today.day - strong > A_DAY
            found.look("strength on consecutive days", not late, made.cards)
            strong = today.day
        if cards:
            idle = today.fresh or today.gentle
            found.look("strength on fresh or gentle days", bool(strength and idle), made.cards)
        if today.focus is Focus.DESK and cards and not today.minutes:
            found.look("desk breaks that are the one before", made.cards == at_desk, made.cards)
            at_desk = made.cards
    for week in range(1, weeks + 1):
        often = [pair for pair, count in pairs[week].items() if count >= OFTEN]
        found.look("weeks where a same-area pair meets three times", bool(often), often)
    if runner.does_everything and not runner.state.gentle_until and not _shut(runner.state):
        _weeks(runner, weeks, sets, seconds, found)


def _weeks(
    runner: MadeUp,
    weeks: int,
    sets: Mapping[int, Counter[Area]],
    seconds: Mapping[int, int],
    found: Found,
) -> None:
    for week in range(1, weeks + 1):
        found.sets[week].append(sets[week])
        found.seconds[week].append(seconds[week])
        if week >= GROWN_WEEK:
            lacking = [area for area in MUSCLES if sets[week][area] < HARD_SETS]
            lacks = f"{lacking} {runner.state.profile} {runner.days}"
            found.look("weeks from 4 with a muscle under 4 hard sets", bool(lacking), lacks)
    if weeks >= LAST_WEEK:
        early, late = sum(sets[2].values()), sum(sets[LAST_WEEK].values())
        found.look("week 6 below week 2 in hard sets", late < early, (early, late))


def _doses(today: SessionInputs, cards: list[Card], found: Found) -> None:
    """In a fourth week, before a race and after soreness nothing is above the first dose."""
    strength = [card for card in cards if card.kind is Kind.STRENGTHEN]
    less = today.growth.tapers or today.growth.light or today.growth.eased
    if strength and less:
        more = [c.id for c in strength if work_seconds(c) > work_seconds(LIBRARY.cards[c.id])]
        kind = "taper" if today.growth.tapers else "sore" if today.growth.eased else "deload"
        found.look(f"{kind}: strength above the first dose", bool(more), more)
    if strength and today.eased:
        found.look("weeks with the easier cards: a harder one", max(c.level for c in cards) > 1)


def _day_of_programme(today: SessionInputs, cards: list[Card], found: Found) -> None:
    """What the calendar and the reminder call the day, and what is in its session."""
    strength = any(card.kind is Kind.STRENGTHEN for card in cards)
    if today.focus is None or not cards or today.light is not Light.GO or today.locked:
        return
    if today.focus is Focus.STRENGTH:
        found.look("days told as strength without any", not strength, (today.day, cards[0].id))
    else:
        found.look("days told as another thing with strength", strength, today.focus)
    if today.focus is Focus.DESK:
        floor = [card.id for card in cards if Moment.DESK not in card.moments]
        found.look("days told as a desk break with floor work", bool(floor), floor)


def _shut(state: TrainingState) -> bool:
    return bool(state.locked or (state.enrolment and state.enrolment.no_strength))


def _same_area(cards: Sequence[Card]) -> list[tuple[str, str]]:
    pairs = combinations(sorted(cards, key=lambda card: card.id), 2)
    return [(a.id, b.id) for a, b in pairs if a.areas[0] is b.areas[0]]


def _one_session(today: SessionInputs, cards: list[Card], made: Session, found: Found) -> None:
    if not cards:
        return
    first = Counter(card.areas[0] for card in cards)
    found.look("sessions with three cards of one first area", max(first.values()) >= 3, made.cards)
    usual = "usual" if today.minutes is None else "of asked minutes"
    found.look(f"sessions {usual} with a same-area pair", max(first.values()) >= 2, made.cards)
    alike = Counter((card.kind, card.areas[0]) for card in cards)
    found.look(f"sessions {usual} with two of a kind for an area", max(alike.values()) > 1, alike)
    book = today.book(LIBRARY.cards)
    open_ = {area for area in Area if weaker_side(book, area) < CEILING_S}
    spots = set(today.profile.spots) & open_ - today.locked
    served = any(spots & set(card.areas) for card in cards)
    lacks = bool(spots) and not served
    found.look("sessions with none for a named spot", lacks, made.cards)
    silent = lacks and not any(reason.key == "unserved" for reason in made.reasons)
    found.look("sessions with none for a named spot, unsaid", silent, made.reasons)
    if today.minutes:
        spent, told = sum(map(minutes, cards)), _told(made)
        off = abs(spent - today.minutes) > 0.2 * today.minutes
        kind = "very short wishes (2 to 4 min)" if today.minutes < 5 else "asked minutes"
        found.look(f"{kind} missed by over 20 %, unsaid", off and not told, (today.minutes, spent))
        over = spent > 1.2 * today.minutes
        found.look("asked minutes exceeded by over 20 %", over, (today.minutes, spent))


def _told(made: Session) -> bool:
    return any(reason.key in LENGTH_TOLD for reason in made.reasons)


def _warm_up(today: SessionInputs, cards: list[Card], made: Session, found: Found) -> None:
    if today.locked or not cards:
        return
    spent = sum(map(minutes, cards))
    found.look("warm-ups outside 4 to 8 minutes", not 4 <= spent <= 8, (made.cards, spent))
    moved = {area for card in cards for area in card.areas}
    movable = {
        area
        for card in LIBRARY.cards.values()
        if before_run(card) and card.id not in today.hidden and card.level == 1
        for area in card.areas
    }
    left = set(today.profile.spots) & movable - moved
    found.look("warm-ups that leave a named spot out", bool(left), (left, made.cards))
    found.look("warm-ups without the glutes", Area.GLUTES not in moved, made.cards)


def _reasons(today: SessionInputs, made: Session, found: Found) -> None:
    raw = [each.value for each in made.reasons if RAW.search(str(each.value))]
    found.look("numbers told raw", bool(raw), raw)
    listed = {reason.value for reason in made.reasons if reason.key == "spot"}
    found.look(
        "reasons “which you listed” though not listed", not listed <= set(today.profile.spots)
    )
    found.look("sessions with over two reasons", len(made.reasons) > 2, made.reasons)


def main(runners: int = 300, weeks: int = 6) -> None:
    found = Found()
    for number in range(runners):
        look(made_up(random.Random(number)), weeks, found)
    print(f"{runners} runners, {weeks} weeks\n")
    for kind, of in found.of.items():
        print(f"{found.counts[kind]:6} of {of:6}  {kind}  {found.first.get(kind, '')}")
    print("\nwho comes five days or more; means a week: seconds of strength, hard sets")
    for week, each in sorted(found.sets.items()):
        mean = {area: sum(s[area] for s in each) / len(each) for area in MUSCLES}
        seconds = sum(found.seconds[week]) / len(each)
        row = ", ".join(f"{area} {amount:.1f}" for area, amount in mean.items())
        print(f"  week {week}: {seconds:4.0f} s; {row}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
