"""Lives of a reminder: set, changed, paused, moved between zones, the bot down or its clock off."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.calendar.recurrence import (
    GRACE,
    Lateness,
    Occurrence,
    Pause,
    RecurrenceRule,
    begin,
    fire,
    judge,
    next_occurrence,
    passed_over,
    replan,
    retimed,
)
from scheduler.calendar.zones import local

DAY = timedelta(days=1)
ZONES = [
    "Europe/Berlin",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
    "America/Nuuk",
    "Africa/Casablanca",
    "Antarctica/Troll",
]


@dataclass
class Life:
    """A runner with a daily reminder, and the bot that looks after it as the planner does."""

    rule: RecurrenceRule
    now: datetime
    served: date | None = None
    planned: Occurrence | None = None
    sent: list[tuple[Occurrence, datetime]] = field(default_factory=list)
    dropped: list[date] = field(default_factory=list)
    owed: set[date] = field(default_factory=set)

    def __post_init__(self):
        self.set_at = self.now
        self.planned = begin(self.rule, None, self.now)

    def change(self, **changes):
        self.rule = replace(self.rule, **changes)
        self.planned = begin(self.rule, self.served, self.now)
        self.set_at = self.now

    def at(self, at):
        self.change(at=at)

    def days(self, days):
        self.change(days=days)

    def move(self, zone):
        self.rule = replace(self.rule, zone=zone)
        self.planned = replan(self.rule, self.served, self.now)

    def pause(self, days):
        today = local(self.now, self.rule.zone).date()
        self.change(pauses=(Pause(today + days * DAY, today),) if days else ())

    def end(self, days):
        self.change(until=local(self.now, self.rule.zone).date() + days * DAY if days else None)

    def down(self, length):
        """Nobody looks meanwhile. A clock that is set wrong, or right again, looks the same."""
        self.now += length

    def up(self, length):
        end = self.now + length
        self._owe(self.now, end)
        while self.planned and self.planned.due <= end:
            self.now = max(self.now, self.planned.due)
            self._serve(self.planned)
        self.now = end

    def _serve(self, occurrence):
        if judge(occurrence, self.now) is Lateness.TOO_LATE:
            self.dropped.append(occurrence.day)
        else:
            self.sent.append((occurrence, self.now))
        self.served = occurrence.day
        self.dropped.extend(passed_over(self.rule, self.served, self.now))
        self.planned = next_occurrence(self.rule, self.served, self.now)

    def _owe(self, start, end):
        """In plain words: what is due while the bot is up, or came due up to 3 h before, is sent.

        A rule doesn't reach back behind the moment at which its runner set it.
        """
        day = (start - 2 * DAY).date()
        while day <= (end + 2 * DAY).date():
            due = fire(day, self.rule.at, self.rule.zone)
            chosen = self.rule.means(day)
            ahead = self.served is None or day > self.served
            if chosen and ahead and max(start - GRACE, self.set_at) <= due <= end:
                self.owed.add(day)
            day += DAY


lengths = st.integers(0, 60 * 24 * 5).map(lambda minutes: timedelta(minutes=minutes))
times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
weekdays = st.frozensets(st.integers(0, 6), min_size=1)
starts = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
rules = st.builds(RecurrenceRule, times, weekdays, st.sampled_from(ZONES))
events = st.one_of(
    st.tuples(st.just("up"), lengths),
    st.tuples(st.just("down"), lengths),
    st.tuples(st.just("move"), st.sampled_from(ZONES)),
    st.tuples(st.just("at"), times),
    st.tuples(st.just("days"), weekdays),
    st.tuples(st.just("pause"), st.integers(0, 10)),
    st.tuples(st.just("end"), st.integers(0, 20)),
    st.tuples(st.just("down"), st.sampled_from([timedelta(hours=-1), timedelta(days=1)])),
)


def live(rule, start, history) -> Life:
    life = Life(rule, start)
    for event, value in history:
        getattr(life, event)(value)
    return life


@settings(max_examples=400, deadline=None)
@given(rules, starts, st.lists(events, max_size=25))
def test_never_two_of_a_date_and_never_one_too_late_or_too_early(rule, start, history):
    life = live(rule, start, history)
    days = [occurrence.day for occurrence, _ in life.sent]
    assert days == sorted(set(days))
    assert not set(days) & set(life.dropped)
    for occurrence, sent_at in life.sent:
        assert timedelta(0) <= sent_at - occurrence.due <= GRACE


@settings(max_examples=400, deadline=None)
@given(rules, starts, st.lists(events, max_size=25))
def test_never_none_unless_a_rule_says_so(rule, start, history):
    life = live(rule, start, history)
    assert life.owed - {occurrence.day for occurrence, _ in life.sent} == set()


@settings(max_examples=200, deadline=None)
@given(rules, starts, st.lists(st.tuples(st.sampled_from(["up", "down"]), lengths), max_size=12))
def test_left_alone_every_chosen_date_is_sent_or_counted_as_missed_by_us(rule, start, history):
    life = live(rule, start, [*history, ("up", DAY)])
    accounted = sorted([*(occurrence.day for occurrence, _ in life.sent), *life.dropped])
    first = begin(rule, None, start)
    expected = []
    while first and first.due <= life.now:
        expected.append(first.day)
        first = next_occurrence(rule, first.day, first.due)
    assert accounted == expected


@settings(max_examples=300, deadline=None)
@given(rules, st.lists(st.tuples(starts, st.sampled_from(ZONES)), min_size=2, max_size=12))
def test_whatever_the_clock_does_dates_only_go_forward(rule, steps):
    """The clock may step back an hour or a year: what was served is not planned again."""
    served = None
    for now, zone in steps:
        planned = replan(replace(rule, zone=zone), served, now)
        assert served is None or planned.day > served
        served = planned.day


@given(rules, starts, st.sampled_from(ZONES))
def test_a_new_tz_database_keeps_every_date(rule, start, zone):
    """As if the zone's own rules had become those of another."""
    planned = begin(rule, None, start)
    again = retimed(replace(rule, zone=zone), planned)
    assert again == Occurrence(planned.day, fire(planned.day, rule.at, zone))
    assert retimed(rule, again) == planned
