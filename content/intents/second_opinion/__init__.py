"""A second opinion on what a message wants: a linear model over its words and their letters.

It learns from the examples that authors wrote (`limber content train`), so it hears what the rules
have no words for. It never writes or changes anything: where the rules know nothing it words the
buttons, or shows what it is sure of; it doubts a log, and asks about the body where it alone hears
a red flag.
Hands out: `opinion`, `FAIRLY_SURE`, `belief`, `hears_flag`, `disbelieves`; to authors `training`.
"""

from content.intents.second_opinion.model import (
    FAIRLY_SURE,
    belief,
    disbelieves,
    hears_flag,
    opinion,
)

__all__ = ["FAIRLY_SURE", "belief", "disbelieves", "hears_flag", "opinion"]
