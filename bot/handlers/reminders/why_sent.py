"""Why did I get this? Answered for the last message that came by itself."""

from bot.dispatch.conversation import Conversation
from bot.handlers.reminders.standing import when
from bot.services.reminding import desk_breaks, schedule
from bot.views.reminders import why_sent as views
from content.intents.meaning import Intent
from scheduler.reminders.slots import BREAK, CARE, CHECK_IN, ONCE, REPEAT, SERIES, SNOOZE

SENT = "sent"
KINDS = {ONCE: "once", SNOOZE: "snooze", REPEAT: "repeat", BREAK: "break", CARE: "care"}
KINDS |= {CHECK_IN: "recap", **dict.fromkeys(SERIES, "reminder")}


def sent(chat: Conversation, slot: str) -> None:
    """Remember which one came last."""
    if slot.partition(":")[0] in KINDS and chat.queued:
        chat.change(shown={**(chat.runner.shown or {}), SENT: slot})


def why_sent(chat: Conversation) -> None:
    slot = (chat.runner.shown or {}).get(SENT)
    kind = KINDS.get((slot or "").partition(":")[0])
    if slot is None or kind is None:
        when(chat)
        return
    rule = schedule.rules(chat).get(slot)
    chat.say(views.why_sent(chat.wording, kind, rule, desk_breaks.get(chat)))


INTENTS = {Intent.WHY_SENT: why_sent}
