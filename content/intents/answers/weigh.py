"""Does what the rest of the message speaks of weigh more than the answer found in it?"""

from content.intents.answers.said import Said
from content.intents.deciding.costs import Cost, cost
from content.intents.deciding.explained import read_as
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered

FAINT = (
    Intent.UNKNOWN,
    Intent.OFF_TOPIC,
    Intent.THANKS,
    Intent.GREETING,
    Intent.LATER,
    Intent.HELP,
    Intent.CHECK_BODY,
    Intent.CANNOT,
    # These are other matters by their own words (lexicon/answers.yaml); without any of them they
    # rest on the days, times, places and parts of the body that were asked for.
    Intent.ASK,
    Intent.REMIND,
    Intent.REMIND_DAYS,
    Intent.MOVED,
)  # readings of few words, which never outweigh an answer
UNCLEAR = (Intent.UNKNOWN, Intent.OFF_TOPIC, Intent.LATER, Intent.EASIER, Intent.HARDER)


def outweighed(said: Said, used: frozenset[int], rival: Meaning | None) -> bool:
    """Does another reading of the message explain more of its words? A tie is an answer."""
    if rival is None or rival.intent in FAINT:
        return False
    parsed = said.reading
    mine = used | said.beside | covered([*said.values, *said.asides])
    if not used.isdisjoint(covered(parsed.clocks)):  # where a time is asked for, all of them are
        mine |= covered(parsed.clocks)
    words = {at for at in content_words(parsed) if parsed.tokens[at].text not in said.words.small}
    return len(words & read_as(parsed, rival).explains) > len(words & mine)


def is_deed(intent: Intent) -> bool:
    """Does it write or change anything?"""
    return cost(intent) is not Cost.SHOW
