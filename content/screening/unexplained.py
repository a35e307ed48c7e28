"""Words that sound like a body gone wrong and that no harmless reading explains. Pure.

An exercise is served only where nothing of that kind is left; else the runner is asked.
"""

from dataclasses import dataclass
from functools import lru_cache

from content.screening.flags import Conditions, doubts, referrals
from content.screening.screen import Flag, gravest
from content.screening.screened_message import ScreenedMessage
from content.screening.urgency import Urgency
from content.screening.whose.owned import a_pets, another_bodys

BODY = "body"
LASTING = "lasting"  # what somebody has or had, which is no news if it is somebody else's
ILLNESS = "illness"  # a cold is a reason to pause, which the runner asks for
VAGUE = "vague"  # a part of the body in a message of which nothing else is understood


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is not explained: the kind (`body`, `lasting`, `illness` or `vague`) and the words."""

    kind: str
    because: tuple[str, ...]


def unexplained(message: ScreenedMessage) -> Doubt | None:
    """What a message that raises no flag leaves to be asked about, or None."""
    conditions = doubts(message.lexicon)
    found = gravest(message, conditions, enough=_weighty(conditions))
    if found and a_pets(found.because, message.tokens, message.words):
        return None
    if found and found.id == LASTING and _another_bodys(message, found):
        return None
    if found and found.id != VAGUE:
        return Doubt(found.id, found.because)
    slight = gravest(message, referrals(message.lexicon), softly=False)
    if slight and slight.urgency is Urgency.VISIT and _another_bodys(message, slight):
        return None
    if slight:
        return Doubt(BODY, slight.because)
    return Doubt(found.id, found.because) if found else None


def _another_bodys(message: ScreenedMessage, flag: Flag) -> bool:
    return another_bodys(flag.because, message.tokens, message.words)


@lru_cache(maxsize=8)
def _weighty(conditions: Conditions) -> int:
    """How many of them are of the first kind; which of those it is makes no difference."""
    return sum(each.flag == conditions.ranked[0].flag for each in conditions.ranked)


def asks_about_a_condition(message: ScreenedMessage) -> bool:
    """Is it a question about a condition in general, not about a body now?"""
    return any(message.sentence(number).asks_of_condition for number in message.hints)


def fears_a_condition(message: ScreenedMessage) -> bool:
    """Does somebody fear to have one: "what if it's a tumour", "google says it's a clot"?"""
    return any(message.sentence(number).fears for number in message.hints)


def denies(message: ScreenedMessage) -> bool:
    """Does it name serious signs to say that they are not there?"""
    return any(message.sentence(number).denies for number in message.hints)
