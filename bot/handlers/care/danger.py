"""A red flag that is told: no exercise, but whom to see; unless a clinician has seen it already."""

from dataclasses import replace

from bot.dispatch.conversation import Conversation
from bot.services import care
from bot.services.safety import body
from bot.views.care import care as views
from bot.views.onboarding.body import kept
from content.intents.meaning import Intent
from content.screening.after_flag.clearance import back_from, told_finding, told_verdict
from content.screening.urgency import Urgency


def danger(chat: Conversation) -> None:
    """A red flag: no exercise, whom to see, how soon; the area rests, and is asked about."""
    if _told_as_seen(chat):
        return
    rests, new = care.note_flag(chat), body.told_now(chat)
    if new and chat.meaning.urgency is not Urgency.NOW:
        chat.say(kept(chat.wording, new))
    chat.say(views.danger(chat.wording, chat.meaning, rests), label="danger")


def _told_as_seen(chat: Conversation) -> bool:
    """Is it told because a clinician has seen it, as its name or as what is over?"""
    meaning = chat.meaning
    if meaning.urgency is Urgency.NOW or meaning.of_other:
        return False
    return cleared_elsewhere(chat) or (
        meaning.urgency is Urgency.VISIT and _found(chat) and seen(chat)
    )


def cleared_elsewhere(chat: Conversation) -> bool:
    """Cleared to run after what was never told here: it comes back by the same steps."""
    content = chat.content
    flag = back_from(chat.text, content.lexicon, content.names)
    if flag is None or care.resting(chat):
        return False
    chat.meaning = replace(chat.meaning, flag=flag, urgency=Urgency.DAYS)
    rests, new = care.note_flag(chat), body.told_now(chat)
    if rests is None:
        return False
    if new:
        chat.say(kept(chat.wording, new))
    chat.say(views.clearance(chat.wording, rests))
    return True


def _found(chat: Conversation) -> bool:
    """Is it only the name that a clinician gave to what is open?"""
    content = chat.content
    return told_finding(chat.text, content.lexicon, content.names)


def seen(chat: Conversation) -> bool:
    """Somebody qualified has said something of what is open: what is allowed, then?"""
    content, rests = chat.content, care.resting(chat)
    if rests is None or not told_verdict(chat.text, content.lexicon, content.names):
        return False
    chat.say(views.clearance(chat.wording, rests.complaint))
    return True


INTENTS = {Intent.DANGER: danger}
