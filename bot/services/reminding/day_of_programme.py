"""Which week of which programme today is, and which run it has."""

from bot.dispatch.conversation import Conversation
from bot.services.training_state import training_state
from bot.values.day_of_programme import DayOfProgramme, ProgrammeWeek
from content.coaching.session.training_state import focus_of, programme_of, runs_on


def day_of_programme(chat: Conversation) -> DayOfProgramme:
    state, library = training_state(chat), chat.content.library
    ahead = [run for run in runs_on(state, chat.day) if not run.done]
    run_at = next((run.at for run in ahead if run.at), None)
    programme, focus = programme_of(state, library), focus_of(state, library, chat.day)
    week = None
    if programme and state.enrolment and focus:
        number, total = state.enrolment.week, len(programme.weeks)
        week = ProgrammeWeek(programme.name, number, total, focus)
    return DayOfProgramme(week, bool(ahead), run_at)
