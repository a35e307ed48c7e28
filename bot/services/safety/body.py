"""What lasts in the runner's body: what is asked, ticked and kept, and what follows."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.safety import complaints
from bot.values.guide_position import GuidePosition
from content.catalog.taxonomy import RESTS_ALL, Condition
from content.coaching.dosage.ceilings import flag_of
from content.screening.after_flag.complaints import Complaint, told
from content.screening.after_flag.held import open_ones
from content.screening.states import nothing_but_states, states_told
from content.screening.urgency import Urgency
from storage.answers import NONE, UNSAID

TICKS, WAITS = "ticks", "waits"  # in what the runner has in front of them


def begin(chat: Conversation, waits: GuidePosition | None = None) -> None:
    """The question is in front of the runner, and so is the card that waits for its answer."""
    if not asked(chat):
        _show(chat, ticks=list(ticked(chat)))
    _show(chat, waits=waits.code if waits else None)


def asked(chat: Conversation) -> bool:
    """Is the question in front of the runner?"""
    return _shown(chat).get(TICKS) is not None


def waiting(chat: Conversation) -> GuidePosition | None:
    """The card that waits for the answer."""
    code: str | None = _shown(chat).get(WAITS)
    return GuidePosition.of(code.split(":")) if code else None


def ticked(chat: Conversation) -> tuple[str, ...]:
    """What is ticked on the screen, else what is known."""
    shown = _shown(chat).get(TICKS)
    known = chat.answers.conditions
    return tuple(shown) if shown is not None else tuple(each for each in Condition if each in known)


def toggle(chat: Conversation, condition: Condition) -> None:
    held = ticked(chat)
    after = [each for each in held if each != condition]
    _show(chat, ticks=after if condition in held else [*held, condition.value])


def put_away(chat: Conversation) -> None:
    """Something else is in front of the runner; the next time begins from what is known."""
    if asked(chat):
        _show(chat, ticks=None, waits=None)


def _shown(chat: Conversation) -> Mapping[str, Any]:
    return chat.runner.shown or {}


def _show(chat: Conversation, **shown: Any) -> None:
    chat.change(shown={**_shown(chat), **shown})


def told_now(chat: Conversation) -> tuple[Condition, ...]:
    """States that the message tells of and that were not known; they are known from now on."""
    new = tuple(each for each in told_in(chat) if each not in chat.answers.conditions)
    if new:
        refer(chat, new)
        keep(chat, {*chat.answers.conditions, *new})
    return new


def cleared(chat: Conversation, flag: str) -> None:
    """What rests everything until somebody allows it is over with that word."""
    over = {each for each in RESTS_ALL if flag_of(each) == flag}
    if over & chat.answers.conditions:
        keep(chat, chat.answers.conditions - over)


def told_alone(chat: Conversation) -> tuple[Condition, ...]:
    """States, if the message tells of nothing else."""
    content = chat.content
    return nothing_but_states(chat.text, content.lexicon, content.names)


def told_in(chat: Conversation) -> tuple[Condition, ...]:
    """States that the message tells of."""
    content = chat.content
    return states_told(chat.text, content.lexicon, content.names)


def refer(chat: Conversation, ticked: Collection[Condition]) -> None:
    """A state that stands for a referral rests as much as the referral would.

    Taking it off ends nothing: that is for who looks after the runner to say.
    """
    before, held = chat.answers.conditions, complaints.held(chat)
    left = held
    for condition in ticked:
        flag = flag_of(condition)
        known = condition in before or any(each.open and each.flag == flag for each in left)
        if flag and not known:
            name = complaints.new_name(chat)
            left = (*left, told(name, flag, Urgency.VISIT, (), words="", day=chat.day))
    if left != held:
        complaints.keep(chat, left)


def still_resting(chat: Conversation, ticked: Collection[Condition]) -> Complaint | None:
    """What rests on for a state that is ticked no more."""
    flags = {flag for each in Condition if each not in ticked and (flag := flag_of(each))}
    held = open_ones(complaints.held(chat))
    return next((each for each in held if each.flag in flags), None)


def keep(chat: Conversation, conditions: Collection[Condition], *, unsaid: bool = False) -> None:
    """Remember it; if it changes anything, today's session is made anew."""
    before = chat.answers.conditions
    told = [each.value for each in Condition if each in conditions]
    chat.remember(conditions=[UNSAID] if unsaid else told or [NONE])
    put_away(chat)
    if before != chat.answers.conditions:
        session.think_again(chat)
