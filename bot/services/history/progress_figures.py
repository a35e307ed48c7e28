"""The runner's progress as figures, for the picture and for the words below it."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.conversation import Conversation
from bot.services.history import streaks
from bot.services.training_state import SHARES, training_state
from content.catalog.taxonomy import Area, Side
from content.coaching.dosage.strength import real_strength_days
from content.coaching.dosage.volume import CEILING_S, FLOOR_S, ledger
from content.coaching.mobility_test.hip_extension import MARGIN
from content.coaching.review.figures import Bar, MobilityResult, ProgressFigures
from scheduler.calendar.days import week_of
from scheduler.log.entries import LogEntry, Status, Week, states
from storage.queries.diary import Note, NoteKind

MINUTE = 60


def figures_of(chat: Conversation, day: date | None = None) -> ProgressFigures:
    """What is known of the runner's days up to today, or up to a day before."""
    day = day or chat.day
    entries = [each for each in chat.work.session_log.entries(chat.runner.id) if each.day <= day]
    state, so_far = training_state(chat), streaks.so_far(chat, entries, day)
    logged = states(entries)
    monday = week_of(day)
    strong = real_strength_days(state.past, chat.content.library.cards)
    return ProgressFigures(
        today=day,
        since=min([streaks.joined(chat), *logged]),
        days={day: entry.status.value for day, entry in logged.items()},
        minutes={day: entry.minutes or 0 for day, entry in logged.items()},
        sore={each.day: each.amount for each in state.sore if each.day <= day},
        bars=bars(chat, [e for e in logged.values() if e.day >= monday]),
        trials=trials([each for each in chat.work.diary.notes(chat.runner.id) if each.day <= day]),
        streak=None if streaks.quiet(chat) else streaks.in_a_row(chat, entries, day),
        done=so_far.done,
        goal=so_far.goal,
        reserve=_reserve(so_far, day.weekday()),
        strength=sum(monday <= each <= day for each in strong),
        floor=FLOOR_S / MINUTE,
        ceiling=CEILING_S / MINUTE,
        margin=MARGIN,
        in_reach=so_far.in_reach(day),
    )


def bars(chat: Conversation, entries: Sequence[LogEntry]) -> tuple[Bar, ...]:
    """Minutes of range work in entries, for each area that had some."""
    cards = chat.content.library.cards
    book = ledger(
        (cards[card], entry.sides.get(card, SHARES[entry.status]))
        for entry in entries
        if entry.status in SHARES
        for card in entry.cards
        if card in cards
    )
    return tuple(
        Bar(chat.wording.term("areas", area), *(book[area, side] / MINUTE for side in Side))
        for area in Area
        if (area, Side.LEFT) in book
    )


def trials(notes: Sequence[Note]) -> tuple[MobilityResult, ...]:
    """Tests of which both sides were done. Degrees by older marks are no part of the line."""
    by_day: dict[date, dict[str, float]] = {}
    for note in notes:
        if note.kind == NoteKind.TEST and "index" in note.data:
            by_day.setdefault(note.day, {})[note.key] = note.data["index"]
    return tuple(
        MobilityResult(day, sides[Side.LEFT], sides[Side.RIGHT])
        for day, sides in by_day.items()
        if len(sides) == len(Side)
    )


def _reserve(week: Week, weekday: int) -> int:
    """Days that may still be left out without missing the goal."""
    there = week.days[week.absent :]
    free = sum(each in (None, Status.MISSED) for each in week.days[week.absent : weekday])
    spare = len([each for each in there if each is not Status.EXCUSED]) - week.goal
    return max(spare - free, 0)


def is_dark(chat: Conversation) -> bool:
    """Is the dark picture wanted?"""
    return chat.answers.dark
