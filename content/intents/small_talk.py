"""Everything said that is neither a session, a reminder nor a wish for an exercise."""

from collections.abc import Iterator
from dataclasses import replace

from content.intents.meaning import Intent, Meaning
from content.intents.moves import exercise_requests, names
from content.language.body_areas import areas
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

SHORT = 6
DENIED = ("no", "zero")  # "no pain" is good news only where it is all that is said
BRIEF = 8  # words of a question about what is on the screen
BARE = 3  # words of a message that is nothing but a start
WORST = 10  # of soreness
STINGS = ("topic:sting", "topic:complaint", "grammar:sarcasm")  # thanks beside these are none
TABLE = "table"  # what to be given, and not all that is kept
WHOLE = "session"  # what to be talked through, whatever is on the screen
# In this order: what must not be overheard first.
PLAIN = (
    Intent.DELETE,
    Intent.EXPORT,
    Intent.IMPORT,
    Intent.CALENDAR,
    Intent.NEWS,
    Intent.CHECK_IN,
    Intent.BETTER,
    Intent.WHO,
    Intent.SETTINGS,
    Intent.TEST,
    Intent.PROGRAM,
    Intent.PHYSIO,
    Intent.TALK,
    Intent.FIX,
    Intent.PROGRESS,
    Intent.START,
    Intent.SESSION,
    Intent.HELP,
    Intent.OFF_TOPIC,
    Intent.THANKS,
    Intent.STAYS,
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


def plain(reading: ParsedMessage) -> Meaning | None:
    """The gravest of data, help, progress, thanks and the like."""
    return next(plainly(reading), None)


def plainly(reading: ParsedMessage) -> Iterator[Meaning]:
    """Data, help, progress, thanks and the like, all that are said."""
    for intent in PLAIN:
        marks = [m for m in reading.all(f"meta:{intent.value}") if not reading.negated(m)]
        if marks and not _too_weak(intent, marks, reading):
            minutes = exercise_requests.minutes(reading) if intent is Intent.SESSION else None
            amount = _score(reading) if intent is Intent.CHECK_IN else None
            said = reading.said(marks[0])
            heard = Meaning(intent, minutes=minutes, amount=amount, because=said)
            yield _about_what(heard, reading)


def _about_what(heard: Meaning, reading: ParsedMessage) -> Meaning:
    """With the file or the move that is wanted."""
    if heard.intent is Intent.EXPORT and reading.has("meta:table"):
        return replace(heard, topic=TABLE)
    return _what_to_talk_through(heard, reading) if heard.intent is Intent.TALK else heard


def _what_to_talk_through(heard: Meaning, reading: ParsedMessage) -> Meaning:
    """The card that is named, or the whole session; else what is on the screen."""
    card = names.card(reading)
    whole = card is None and reading.has("meta:session", "log:session")
    return replace(heard, card=card, topic=WHOLE if whole else None)


def _too_weak(intent: Intent, marks: list[Mark], reading: ParsedMessage) -> bool:
    """Short words that are thanks ("great") or a start ("go") only in a short message."""
    if intent is Intent.THANKS and reading.has(*STINGS):
        return True
    if intent is Intent.THANKS:
        return reading.size > SHORT and not reading.has("meta:gratitude")
    if intent is Intent.BETTER and (reading.size > SHORT or reading.has("wish", "feel:tight")):
        return all(reading.word(mark.start) in DENIED for mark in marks)
    if intent is Intent.START and reading.size > BARE:
        return all(mark.end - mark.start == 1 for mark in marks)  # "taper starts on monday"
    if intent is Intent.SESSION and reading.has("meta:gratitude"):
        return all(mark.end - mark.start == 1 for mark in marks)
    return intent is Intent.GREETING and (reading.size > 2 * SHORT or reading.has("when:today"))


def _score(reading: ParsedMessage) -> float | None:
    """The soreness that was told: where it is said to be one, the first number on the scale, else
    the first one at all: not the 8 of "did the 8, 6/10 sore".
    """
    named = [at for mark in reading.all("meta:check-in") for at in range(mark.start, mark.end)]
    told = [reading.number(at) for at in (*named, *range(len(reading.tokens)))]
    numbers = [float(number) for number in told if number is not None]
    return next((each for each in numbers if each <= WORST), next(iter(numbers), None))


def shown_card(reading: ParsedMessage, shown: str | None) -> Meaning | None:
    """Follow-ups on the card last shown, or on one that is named: easier, why, how long …"""
    if hidden := _hidden(reading, shown):
        return hidden
    about = names.card(reading) or min(names.unwanted(reading), default=shown)
    if areas(reading) and not names.card(reading):
        return None
    if names.card(reading) and (levelled := _levelled(reading, about)):
        return levelled
    for intent in FOLLOWS:
        marks = reading.all(f"follow:{intent.value}")
        if marks and (about or reading.size <= BRIEF) and not _plain_ask(intent, reading):
            return _about(reading, intent, about, marks[:1])
    return _levelled(reading, about) or _repeated(reading, shown)


def _plain_ask(intent: Intent, reading: ParsedMessage) -> bool:
    """A wish of its own, not one more of the same: "another stretch for after my run"."""
    if intent is not Intent.ANOTHER:
        return False
    bare = all(mark.end - mark.start == 1 for mark in reading.all("follow:another"))
    return exercise_requests.moment(reading) is not None or (bare and reading.size > SHORT)


def _hidden(reading: ParsedMessage, shown: str | None) -> Meaning | None:
    pointed = any(mark.concept == "log:it" for mark in reading.all_marks)
    this = shown if pointed and reading.size <= SHORT else None
    for intent in (Intent.UNHIDE, Intent.HIDE):
        marks = reading.all(f"meta:{intent.value}")
        about = _named_to_hide(reading) or this
        if marks and (about or intent is Intent.UNHIDE) and not _only_now(intent, reading):
            last = intent is Intent.UNHIDE and _the_last(reading)
            return Meaning(intent, card=about, mends=last, because=reading.said(marks[0]))
    return None


def _the_last(reading: ParsedMessage) -> bool:
    """Does "bring it back" leave open what? "Unhide them" speaks of moves."""
    said = {token.text for token in reading.tokens}
    return bool(said & {"it", "that", "them"}) and not said & {"unhide", "everything"}


def _only_now(intent: Intent, reading: ParsedMessage) -> bool:
    """Left out of this one wish, and not for good: "don't want lunges, hip flexors please"."""
    if intent is Intent.UNHIDE or reading.has("lasting:always"):
        return False
    wish = exercise_requests.kind(reading) or exercise_requests.moment(reading)
    return bool(wish or areas(reading) or reading.has("wish:show", "when:today", "follow:another"))


def _named_to_hide(reading: ParsedMessage) -> str | None:
    """What is refused is named plainly, even by words that elsewhere only describe."""
    marks = [mark for mark in reading.all_marks if mark.concept.startswith("card:")]
    longest = max(marks, key=lambda mark: mark.end - mark.start, default=None)
    return longest.concept.partition(":")[2] if longest else None


def _levelled(reading: ParsedMessage, about: str | None) -> Meaning | None:
    level = exercise_requests.level(reading)
    if level is None or not (about or reading.size <= SHORT) or exercise_requests.moment(reading):
        return None
    elsewhere = reading.has("elsewhere", "meta:program", "meta:session", "meta:progress")
    if elsewhere and not names.card(reading):
        return None
    intent = Intent.EASIER if level < 0 else Intent.HARDER
    return _about(reading, intent, about, reading.all("level")[:1])


def _repeated(reading: ParsedMessage, shown: str | None) -> Meaning | None:
    """The card on the screen once more, maybe changed: "show me again", "without kneeling"."""
    if not shown or names.card(reading):
        return None
    changed = reading.has("position", "kitless", "kit", "side:left", "side:right")
    if (reading.has("follow:again") and reading.size <= 2 * SHORT) or (
        changed and not reading.has("moment")
    ):
        why = reading.all("follow:again", "position", "side", "kitless", "kit")
        return _about(reading, Intent.ASK, shown, why)
    return None


def _about(reading: ParsedMessage, intent: Intent, about: str | None, why: list[Mark]) -> Meaning:
    """A meaning about a card, with whatever else was wished: "easier, and no kneeling"."""
    wishes = exercise_requests.ask(reading, intent)
    return replace(wishes, card=about, areas=(), because=reading.said(*why))
