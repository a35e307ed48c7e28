"""What a deed costs when it was not meant: the more, the surer one has to be of the words."""

from enum import IntEnum

from content.intents.meaning import Intent


class Cost(IntEnum):
    SHOW = 0  # something is shown: the best reading will do
    NOTE = 1  # something small is kept, and a wrong guess harms nobody: the best reading will do
    LOG = 2  # something is written down that a tap takes back
    CHANGE = 3  # what stands for weeks becomes something else
    END = 4  # what stands is over


NOTES = (
    Intent.BACK,
    Intent.MISSED,
    Intent.SNOOZE,
    Intent.WALKED,
    Intent.MEETING,
    Intent.CHECK_IN,
    Intent.HUSH,
    Intent.FORMAT,
    Intent.CANNOT,  # a wish that would change something if it could
)
LOGS = (Intent.DONE, Intent.PARTIAL, Intent.UNDO, Intent.EXCUSED, Intent.RUN_TOLD)
CHANGES = (
    Intent.REMIND,
    Intent.REMIND_DAYS,
    Intent.NAG,
    Intent.INTERVAL,
    Intent.QUIET,
    Intent.FEWER,
    Intent.RECAP,
    Intent.NAME,
    Intent.PAUSE,
    Intent.RESUME,
    Intent.MOVED,
    Intent.UNHIDE,
    Intent.STREAK,
    Intent.PREFER,
)
ENDS = (Intent.REMIND_OFF, Intent.HIDE, Intent.DELETE)
COST = (
    dict.fromkeys(NOTES, Cost.NOTE)
    | dict.fromkeys(LOGS, Cost.LOG)
    | dict.fromkeys(CHANGES, Cost.CHANGE)
    | dict.fromkeys(ENDS, Cost.END)
)


def cost(intent: Intent) -> Cost:
    """Whatever is not listed only shows something."""
    return COST.get(intent, Cost.SHOW)
