"""Does what the rest of the message speaks of weigh more than the answer found in it?"""

from content.intents.answers.said import Said
from content.intents.meaning import Intent
from content.language.content_words import content_words, covered

FAINT = (
    Intent.UNKNOWN,
    Intent.OFF_TOPIC,
    Intent.THANKS,
    Intent.GREETING,
    Intent.LATER,
    Intent.HELP,
    Intent.CHECK_BODY,
)  # readings of few words, which never outweigh an answer


def outweighed(said: Said, used: frozenset[int], rival: Intent | None) -> bool:
    """Does another reading of the message explain more of its words? A tie is an answer."""
    if rival is None or rival in FAINT:
        return False
    parsed = said.reading
    idle = frozenset(parsed.tables["answers"]["idle-matters"])
    marks = [
        mark
        for mark in parsed.marks
        if mark.concept not in idle and mark.concept.partition(":")[0] not in idle
    ]
    others = covered([*marks, *parsed.clocks, *parsed.lengths])
    mine = used | said.beside | covered([*said.values, *said.asides])
    if not used.isdisjoint(covered(parsed.clocks)):  # where a time is asked for, all of them are
        mine |= covered(parsed.clocks)
    words = {at for at in content_words(parsed) if parsed.tokens[at].text not in said.words.small}
    return len(words & others) > len(words & mine)
