"""Everything said that is neither a session, a reminder nor a wish for an exercise."""

from content import asks
from content.meaning import Intent, Meaning
from content.reading import Reading

SHORT = 6
# In this order: what must not be overheard first.
PLAIN = (
    Intent.DELETE,
    Intent.EXPORT,
    Intent.CHECK_IN,
    Intent.WHO,
    Intent.SETTINGS,
    Intent.PROGRAM,
    Intent.PROGRESS,
    Intent.START,
    Intent.SESSION,
    Intent.HELP,
    Intent.OFF_TOPIC,
    Intent.THANKS,
    Intent.GREETING,
)
# About what is on the screen, or about an exercise that is named.
FOLLOWS = (
    Intent.OTHER_SIDE,
    Intent.WHEN_TO,
    Intent.HOW_OFTEN,
    Intent.HOW_LONG,
    Intent.WHY,
    Intent.ANOTHER,
)


def plain(reading: Reading) -> Meaning | None:
    """Data, help, progress, thanks and the like."""
    for intent in PLAIN:
        marks = [m for m in reading.all(f"meta:{intent.value}") if not reading.negated(m)]
        if marks and not _too_weak(intent, reading):
            minutes = asks.minutes(reading) if intent is Intent.SESSION else None
            return Meaning(intent, minutes=minutes, because=reading.said(marks[0]))
    return None


def _too_weak(intent: Intent, reading: Reading) -> bool:
    """ "great" is thanks in a short message, and just a word in a long one."""
    if intent is Intent.THANKS:
        return reading.size > SHORT and not reading.has("meta:gratitude")
    return intent is Intent.GREETING and reading.size > 2 * SHORT


def shown_card(reading: Reading, shown: str | None) -> Meaning | None:
    """Follow-ups on the card last shown, or on one that is named: easier, why, how long …"""
    about = asks.card(reading) or shown
    areas = asks.areas(reading) if not asks.card(reading) else ()
    if areas:
        return None
    hide = _hidden(reading, about)
    if hide:
        return hide
    for intent in FOLLOWS:
        marks = reading.all(f"follow:{intent.value}")
        if marks and (about or reading.size <= SHORT) and not _plain_ask(intent, reading):
            return Meaning(
                intent, card=about, side=asks.side(reading), because=reading.said(marks[0])
            )
    return _levelled(reading, about) or _repeated(reading, shown)


def _plain_ask(intent: Intent, reading: Reading) -> bool:
    """ "another stretch for after my run" is a wish of its own."""
    return intent is Intent.ANOTHER and asks.moment(reading) is not None


def _hidden(reading: Reading, about: str | None) -> Meaning | None:
    for intent in (Intent.UNHIDE, Intent.HIDE):
        marks = reading.all(f"meta:{intent.value}")
        if marks and about and asks.card(reading):
            return Meaning(intent, card=about, because=reading.said(marks[0]))
    return None


def _levelled(reading: Reading, about: str | None) -> Meaning | None:
    level = asks.level(reading)
    busy = asks.moment(reading) or reading.has(
        "elsewhere", "meta:program", "meta:session", "meta:progress"
    )
    if level is None or not (about or reading.size <= SHORT) or busy:
        return None
    intent = Intent.EASIER if level < 0 else Intent.HARDER
    return Meaning(intent, card=about, level=level, because=reading.said(*reading.all("level")[:1]))


def _repeated(reading: Reading, shown: str | None) -> Meaning | None:
    """ "show me again", "without kneeling": the card on the screen once more, maybe changed."""
    if not shown or asks.card(reading):
        return None
    changed = reading.has("position:no-kneeling", "kitless", "kit", "side:left", "side:right")
    if (reading.has("follow:again") and reading.size <= 2 * SHORT) or (
        changed and not reading.has("moment")
    ):
        meaning = asks.ask(reading)
        return Meaning(
            Intent.ASK,
            card=shown,
            side=meaning.side,
            has=meaning.has,
            lacks=meaning.lacks,
            no_kit=meaning.no_kit,
            no_kneeling=meaning.no_kneeling,
            because=reading.said(*reading.all("follow:again", "position", "side", "kitless")),
        )
    return None
