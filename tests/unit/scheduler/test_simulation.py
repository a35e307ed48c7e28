"""Twelve weeks of made-up runners keep the coaching rules, and read as a table."""

from datetime import date

import pytest

from bot.cli.main import main
from content.catalog.characters import Character, characters
from content.coaching.dosage.volume import CEILING_S, FLOOR_S, weaker_side
from scheduler.simulation import SimulatedWeek, simulate
from tests.support.library import library

LIBRARY = library()
MONDAY = date(2026, 9, 7)
EVERYBODY = characters()
EACH = pytest.mark.parametrize("character", EVERYBODY.values(), ids=EVERYBODY)


def weeks(name: str) -> list[SimulatedWeek]:
    return simulate(EVERYBODY[name], LIBRARY, MONDAY)


def said(week: SimulatedWeek, words: str) -> bool:
    return any(words in change for change in week.changes)


@EACH
def test_the_rules_hold_for_every_character(character: Character) -> None:
    for week in simulate(character, LIBRARY, MONDAY):
        assert max(week.book.values(), default=0) <= CEILING_S  # rule R3
        sore = said(week, "Strength rests") or said(week, "tender")  # then its days are lighter
        if week.sessions >= 5 and not sore:
            assert week.strength >= 2  # rule R5
        if week.sessions >= 5 and not said(week, "ease"):
            assert weaker_side(week.book, character.spots[0]) >= FLOOR_S  # rule R3
        assert week.reminders <= 7  # rule R8
        served = {LIBRARY.cards[card] for card in week.cards}
        assert not any(set(character.conditions) & set(card.not_for) for card in served)


def test_there_are_ten_to_try_and_three_of_them_have_something_that_lasts() -> None:
    assert len(EVERYBODY) == 10
    assert sum(bool(each.conditions) for each in EVERYBODY.values()) == 3


def test_load_for_thin_bones_and_growing_ones_does_not_grow_past_what_is_allowed() -> None:
    for name, most in (("pregnant", ()), ("sixty-eight", ("reps",)), ("fifteen", ("reps", "sets"))):
        grown = [each for week in weeks(name) for each in week.changes if each.startswith("more-")]
        assert all(each.startswith(tuple(f"more-{what}" for what in most)) for each in grown)


def test_one_change_at_a_time_and_each_said_aloud() -> None:
    for week in weeks("desk-worker"):
        assert sum("hange" in change and "this week" in change for change in week.changes) <= 1
    assert said(weeks("desk-worker")[7], "finishes Desk-bound runner, goes on with Strong hips")


def test_who_forgets_hears_less_and_less_and_starts_softly_again() -> None:
    forgetful = weeks("always-forgets")
    assert [week.reminders for week in forgetful[8:11]] == [0, 0, 0]
    assert said(forgetful[7], "stopped")
    assert said(forgetful[11], "Good to have you back")


def test_strength_that_keeps_hurting_eases_then_rests_and_asks_for_a_physio() -> None:
    sore = weeks("sore-after-strength")
    full = [week.strength for week in sore[:6]]
    assert full[0] > max(full[1:])  # lighter days of strength are no full ones
    assert said(sore[3], "physio")
    grown, first = sore[-1].sets.total(), sore[0].sets.total()
    assert grown > first  # once it does not hurt any more, it grows


def test_a_race_is_not_trained_into() -> None:
    assert said(weeks("marathoner")[9], "fresh")


def test_who_flies_hears_once_a_day() -> None:
    assert {week.reminders for week in weeks("changes-zones")} == {5}


def test_the_table_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "simulate", "beginner"]) == 0
    table = capsys.readouterr().out
    assert table.startswith("## Beginner")
    assert sum(line.startswith("| ") for line in table.splitlines()) == 14
    assert main(["content", "simulate", "nobody"]) == 2
    assert "desk-worker" in capsys.readouterr().err
