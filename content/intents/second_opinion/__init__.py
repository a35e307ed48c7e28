"""A second opinion on what a message wants: a linear model over its words and their letters.

It learns from the examples that authors wrote (`limber content train`), so it hears what the rules
have no words for. It decides nothing: it words the buttons when the rules know nothing, doubts a
log, and asks about the body where it alone hears a red flag.
Hands out: `opinion`, `belief`, `hears_flag`, `disbelieves`; to authors `training`.
"""

from content.intents.second_opinion.model import belief, disbelieves, hears_flag, opinion

__all__ = ["belief", "disbelieves", "hears_flag", "opinion"]
