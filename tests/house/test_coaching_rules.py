"""Every rule of the coaching evidence with the tests that hold it."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import content
from content.catalog.profile import Sitting
from content.catalog.questions import load_questions
from content.catalog.taxonomy import Area, Kind
from content.coaching.dosage.volume import CEILING_S, FLOOR_S
from content.coaching.soreness import EASE_FROM, STOP_FROM
from tests.support.library import library

LIBRARY = library()

RULES = {
    "R1 screen before any exercise": [
        "unit.content.test_understand_safety:test_a_flag_put_into_any_message_refers",
        "chats.test_ask:test_a_red_flag_gets_a_referral_and_no_exercise",
        "chats.test_care:test_a_red_flag_rests_the_area_and_is_asked_about_next_day",
        "chats.test_gate:test_after_a_flag_no_way_opens_what_rests",
        "chats.test_gate:test_no_way_opens_what_a_lasting_state_rules_out",
        "unit.content.test_complaints:test_telling_or_answering_a_second_one_frees_nothing_of_the_first",
        "chats.test_check_in:test_a_red_flag_in_the_answer_is_screened_first",
        "chats.test_physio:test_what_hurts_stands_there_in_own_words_with_what_became_of_it",
    ],
    "R2 dynamic before a run, static later": [
        "unit.content.test_session:test_every_session_keeps_the_hard_rules",
        "chats.test_ask:test_a_held_stretch_before_a_run_gets_its_moving_twin_and_a_kind_reason",
        "chats.test_wishes:test_a_long_run_is_planned_around",
        "chats.test_before_a_run:test_an_ask_near_the_usual_run_gets_a_move_that_moves",
        "unit.content.test_soreness_and_runs:test_before_or_after_a_run",
    ],
    "R3 enough, and not more": [
        "unit.content.test_session:test_who_comes_five_days_reaches_the_floor_and_meets_strength_twice",
        "unit.content.test_session:test_the_plan_never_goes_past_the_ceiling",
    ],
    "R4 cue the pelvis": [
        "house.test_coaching_rules:test_held_hip_flexor_cards_cue_the_pelvis_first"
    ],
    "R5 mix in strength": [
        "unit.scheduler.test_simulation:test_the_rules_hold_for_every_character",
        "unit.content.test_programmes:test_four_to_six_weeks_with_strength_twice_or_more",
        "unit.content.test_strength:test_who_does_everything_works_each_muscle_from_week_four",
        "unit.content.test_dose:test_one_thing_grows_at_a_time",
    ],
    "R6 two or three cards": ["unit.content.test_session:test_every_session_keeps_the_hard_rules"],
    "R7 tie it to an event": [
        "chats.test_habit:test_it_is_tied_to_the_event_that_was_chosen",
        "chats.test_habit:test_who_puts_it_off_again_and_again_is_asked_for_a_better_time",
        "chats.test_habit:test_nothing_moves_by_itself_and_it_is_not_asked_every_day",
        "chats.test_habit:test_what_runs_by_itself_may_fade",
        "unit.scheduler.test_habit:test_it_runs_by_itself_after_twenty_days_mostly_before_the_reminder",
    ],
    "R8 few, varied messages": [
        "chats.test_reminders:test_ignored_reminders_go_weekly_then_stop_and_say_so",
        "unit.scheduler.test_habit:test_silence_makes_reminders_weekly_and_then_ends_them",
        "unit.content.test_messages:test_no_opener_comes_back_within_a_fortnight",
        "chats.test_habit:test_desk_breaks_that_nobody_answers_get_rarer_and_then_end",
        "chats.test_habit:test_why_did_i_get_this",
        "chats.test_habit:test_fewer_messages_go_one_step_each_and_come_back",
    ],
    "R9 ask back weekly": [
        "chats.test_progress:test_what_got_in_the_way_changes_the_plan",
        "chats.test_check_in:test_own_words_stand_for_a_barrier",
    ],
    "R10 forgiving streaks": [
        "unit.scheduler.test_journal:test_an_excuse_never_costs_a_streak",
        "unit.scheduler.test_corrections:test_days_off_never_cost_a_streak_and_end_with_the_pause",
        "chats.test_away:test_a_paused_week_keeps_the_streak",
        "chats.test_log:test_streaks_are_off_by_one_word",
        "chats.test_away:test_who_is_ill_is_left_in_peace_and_loses_nothing",
    ],
    "R11 honest retests": [
        "chats.test_trial:test_real_change_or_not_yet",
        "unit.content.test_trial:test_a_change_is_real_past_eight_and_twice_the_spread",
    ],
    "R12 sitting": [
        "house.test_coaching_rules:test_sitting_is_asked_with_the_cut_offs_of_the_study"
    ],
    "R13 retrieve, don't generate": [
        "unit.content.test_reading_level:test_a_hard_step_in_a_card_is_found_with_its_line",
        "unit.content.test_check:test_our_own_content_has_no_problems",
    ],
    "R14 traffic light": [
        "unit.content.test_soreness_and_runs:test_the_light_for_a_day",
        "unit.content.test_soreness_and_runs:test_the_strict_rule_is_for_one_spot",
        "chats.test_care:test_worse_next_morning_stops_until_it_is_better",
    ],
}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_is_held_by_tests_that_are_there(rule: str) -> None:
    for name in RULES[rule]:
        module, _, test = name.partition(":")
        assert callable(getattr(import_module(f"tests.{module}"), test))


def test_each_rule_is_explained_where_the_code_that_it_names_is_there() -> None:
    folder = Path(content.__file__).parent
    roots = (folder, folder.parent)
    rows = re.findall(
        r"^\| \*\*(R\d+) .*\|(.*)\|$", (folder / "coaching-rules.md").read_text(), re.MULTILINE
    )
    assert [number for number, _ in rows] == [rule.split()[0] for rule in RULES]
    for number, where in rows:
        places = re.findall(r"`([^`]+)`", where)
        assert places, number
        assert [each for each in places if not any((root / each).exists() for root in roots)] == []


def test_held_hip_flexor_cards_cue_the_pelvis_first() -> None:
    holds = [
        card
        for card in LIBRARY.cards.values()
        if card.areas[0] is Area.HIP_FLEXORS and card.dose.hold_s and card.kind is not Kind.TEST
    ]
    assert len(holds) >= 5
    assert all("tail" in card.cues[0].lower() and "glute" in card.cues[0] for card in holds)


def test_sitting_is_asked_with_the_cut_offs_of_the_study() -> None:
    asked = next(each for each in load_questions() if each.id == "sitting")
    assert (
        list(asked.options) == [each.value for each in Sitting] == ["under-4", "4-to-7", "over-7"]
    )


def test_floor_and_ceiling_are_those_of_the_studies() -> None:
    assert (FLOOR_S / 60, CEILING_S / 60) == (5, 10)


def test_a_programme_has_the_limits_of_soreness_that_a_day_has():
    rules = LIBRARY.rules
    assert rules["sore-some"].at_least == EASE_FROM
    assert rules["sore-much"].at_least == STOP_FROM
