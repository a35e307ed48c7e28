"""Pain where something comes back gradually after a check: it rests again until it was seen."""

from collections.abc import Sequence

from bot.dispatch.conversation import Conversation
from bot.services import care
from bot.services.safety import complaints
from bot.views.care import care as views
from content.catalog.taxonomy import Area
from content.intents.meaning import Intent, Meaning
from content.intents.moves.pain import Pain, told_pain
from content.screening.after_flag.complaints import Complaint, reopen
from content.screening.asking.supposed import asked_what_if


def heard(chat: Conversation) -> bool:
    """Pain told in words during the graded weeks, if it may be the same place."""
    graded = [each for each in complaints.held(chat) if each.graded(chat.day)]
    pain = _pain(chat, chat.text) if graded else None
    found = _the_same(chat, graded, pain) if pain else None
    if found is None:
        return False
    if asked_what_if(chat.text, chat.content.lexicon):
        flag = Meaning(Intent.DANGER, flag=found.flag, urgency=found.urgency, supposed=True)
        chat.say(views.danger(chat.wording, flag, None), label="danger")
        return True
    care.stop_guide(chat)
    complaints.keep(chat, reopen(complaints.held(chat), found.id, chat.day))
    chat.say(views.back_again(chat.wording, found), label="danger")
    return True


def _the_same(chat: Conversation, graded: Sequence[Complaint], pain: Pain) -> Complaint | None:
    return next((each for each in reversed(graded) if _may_be(chat, each, pain)), None)


def _may_be(chat: Conversation, complaint: Complaint, pain: Pain) -> bool:
    """Another place is another pain; where one of both names no area it may be the same."""
    before = _pain(chat, complaint.words)
    named: tuple[Area, ...] = before.areas if before else ()
    return not named or not pain.areas or not set(named).isdisjoint(pain.areas)


def _pain(chat: Conversation, text: str) -> Pain | None:
    return told_pain(text, chat.content.lexicon, chat.content.names, aches=True)
