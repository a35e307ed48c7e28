"""A red flag that is told: no exercise, but whom to see; unless a clinician has seen it already."""

from dataclasses import replace

from bot.dispatch.conversation import Conversation
from bot.services import care
from bot.services.safety import body, complaints
from bot.views.care import care as views
from bot.views.onboarding.body import kept
from content.intents.meaning import Intent
from content.screening.after_flag.clearance import (
    asks_if_needed,
    back_from,
    told_finding,
    told_rest,
    told_verdict,
)
from content.screening.after_flag.complaints import Allowed, rest_until
from content.screening.after_flag.held import resting
from content.screening.urgency import Urgency


def danger(chat: Conversation) -> None:
    """A red flag: no exercise, whom to see, how soon; the area rests, and is asked about."""
    if _told_as_seen(chat):
        return
    if chat.meaning.supposed:
        chat.say(views.danger(chat.wording, chat.meaning, None), label="danger")
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
    """Somebody qualified has said something of what is open: what is allowed, then?

    A day until which it is to rest is kept; what is freed is only what the runner taps.
    """
    content, rests = chat.content, care.resting(chat)
    if rests is None or not told_verdict(chat.text, content.lexicon, content.names):
        return False
    told = told_rest(chat.text, content.lexicon, content.names, chat.day)
    complaint = rests.complaint
    if told:
        complaint = replace(complaint, until=told.until)
        after = rest_until(complaints.held(chat), complaint.id, told.until)
        complaints.keep(chat, after)
    if told and not told.only_runs:
        chat.say(views.answered(chat.wording, Allowed.NOTHING, complaint, resting(after)))
    else:
        chat.say(views.clearance(chat.wording, complaint))
    return True


def needed(chat: Conversation) -> bool:
    """Does somebody really have to see what is open? Yes, why, and in which hours."""
    content, rests = chat.content, care.resting(chat)
    if rests is None or not asks_if_needed(chat.text, content.lexicon, content.names):
        return False
    chat.say(views.needed(chat.wording, rests.complaint), label="danger")
    return True


INTENTS = {Intent.DANGER: danger}
