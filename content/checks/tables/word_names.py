"""The short words that Limber says, by group: each has to be in messages/words.yaml."""

from collections.abc import Collection, Mapping

from content.catalog.taxonomy import LASTING, Area, Condition, Kind, Kit, Moment, Side
from content.intents.meaning import Intent

BY_CODE: Mapping[str, Collection[str]] = {
    "areas": ("all", "elsewhere", *Area),
    "conditions": tuple(Condition),
    "conditions_advice": LASTING,
    "conditions_short": tuple(Condition),
    "kinds": tuple(Kind),
    "kinds_said": tuple(Kind),
    "kit": tuple(Kit),
    "moments": tuple(Moment),
    "sides": tuple(Side),
    "meant": tuple(Intent),
}
BY_NAME = {
    "buttons": """
        ask_then back skip next ready ticked unticked every_day weekdays share share_key
        other_hour try start start_today today done half snooze_20 snooze_60 snooze_evening
        snooze_tomorrow not_today undo why easier harder source card_again
        another hold go_on_hold read_on sound_on sound_off out
        enough all_of_it done_all done_this done_none log_begun leave_begun
        no_time hurts no_kit dislike once
        hide bring_back test test_go test_later test_anyway test_back test_stop progress
        settings show_card go_on setting pause_week reminder_days resume one_more program dark
        light week_well week_hard week_off three_days one_week two_weeks edit_days log_day
        clear_day days_again ill travel rest time programme_start programme_stop programme_week
        programmes score cleared physio physio_off gone still better_now delete_yes delete_no
        remind_same reminders reminder_one reminder_add reminder_first reminder_time
        reminder_week reminder_end reminder_exact reminder_around reminder_repeat reminder_once
        reminder_drop reminder_hour reminder_endless in_weeks in_one_week keep_pause time_yes
        time_keep fade_weekly fade_off fade_keep fewer fewer_first breaks breaks_every
        breaks_off walked busy_hour breaks_enough show_me quiet quiet_hours quiet_none
        allowed_everything allowed_gentle allowed_more allowed_nothing body_change body_none
        body_sore body_unsaid elsewhere how_much kit_change run_done run_no run_soon
        sore_muscles sore_spot still_hard test_other well_again not_pregnant pregnant
        not_seen some_of_it none_of_it
        talk talk_full talk_short talk_slow talk_usual
        meant_yes meant_none meant_other meant_over meant_saying meant_true put_back
        import_yes import_no news_yes news_no
    """,
    "toasts": """
        taken default saved skipped ticked done partial excused already enough held skipped_card
        sound_on sound_off
        area_rests card_rests snoozed unsnoozed full one_day dropped walked busy no_more
        too_long_ago undone started old deleted kept programme_on programme_off pick_one
        shut kept_as_it_is talking
    """,
    "news": """
        weekly stopped back back_ill softer finished
    """,
    "focus": """
        before-run after-run mobility strength desk
    """,
    "slots": """
        times run workday
    """,
    "pain_kinds": """
        little ache much sharp numb
    """,
    "pains": """
        little ache much sharp numb
    """,
    "walked": """
        each apart
    """,
    "cues": """
        coffee shower teeth run lunch work
    """,
    "sheet": """
        sitting spots run_days kit
    """,
    "settings": """
        sitting spots run_days run_at kit zone remind_at remind_days cue conditions
        no_conditions unsaid empty none varies every_day weekdays weekend hours
    """,
    "answers": """
        noted took changed
    """,
    "asides": """
        why later best meaning which unsure private choose lost
    """,
    "commands": """
        today done ask progress remind reminders snooze pause resume undo program physio test
        settings
        privacy export import calendar news delete help
    """,
    "calendar": """
        name session session_about run run_about
    """,
    "marks": """
        done partial excused open ahead
    """,
    "marks_said": """
        done partial excused
    """,
    "spoken_commands": """
        today done export pause progress remind reminders snooze
    """,
    "because": """
        area spot sitting moment kind minutes with without no-kit no-kneeling position ease
        short tender
        fresh gentle graded locked stop instead unreplaced unserved enough
    """,
    "dropped": """
        card position area kind moment kit minutes level
    """,
    "deeds": """
        minutes done partial undo excused run-told run-moved run-off before-run after-run
        before-time after-time run-days no-run-days to-the-end-of day-off remind days-out dates-out
        remind-days nag interval quiet fewer pause resume moved unhide streak prefer no-kneeling
        kneeling on-list off-list without longer shorter remind-off hide delete ask session
    """,
}
NEEDED: Mapping[str, Collection[str]] = {
    **{group: names.split() for group, names in BY_NAME.items()},
    **BY_CODE,
}
