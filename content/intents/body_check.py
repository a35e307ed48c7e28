"""A question in place of a move, where words sound like a body gone wrong. Pure."""

from content.intents.log.illness import all_of_others
from content.intents.meaning import Intent, Meaning
from content.intents.questions.topics import claims
from content.intents.second_opinion import FAIRLY_SURE, belief, hears_flag, opinion
from content.language.body_areas import areas
from content.language.content_words import content_words, covered
from content.language.languages import sounds_foreign, spoken
from content.language.parsed_message import ParsedMessage
from content.screening.screened_message import ScreenedMessage
from content.screening.states import asked_for_another
from content.screening.unexplained import (
    ILLNESS,
    LASTING,
    VAGUE,
    Doubt,
    asks_about_a_condition,
    denies,
    fears_a_condition,
    unexplained,
)

# Topics that people ask about their own body: not every one can run, whoever they run with.
ONE_S_OWN = ("whether-to-run", "stiff-normal", "uneven", "no-feel")
FEAR = "fear"  # what is feared is no sign, what is felt may be
AFTER_ILLNESS = "after-illness"
# Topics that are answered, and what is told with them is asked about as well.
ASKED_AS_WELL = ("stop-or-go", "clicking", "jab", FEAR, AFTER_ILLNESS)
CONDITION = "condition"  # the topic of a question that we can't judge
HEARD = "heard"  # the kind of a doubt that rests on no word
OF_A_BODY = (Intent.DANGER, Intent.CHECK_BODY)
AT_LEAST = 0.1  # a vague word about the body is asked about from here on
LOGGED = (Intent.DONE, Intent.PARTIAL)
OF_BODIES = ("clicking", "sore-ok", "prevents-injury")  # topics that are about what goes wrong
AT_LARGE = (Intent.HOW_LONG, Intent.HOW_OFTEN, Intent.WHEN_TO)
# What is done first, whatever else the message tells.
DONE_FIRST = (
    *LOGGED,
    Intent.REMIND,
    Intent.REMIND_DAYS,
    Intent.REMIND_OFF,
    Intent.FEWER,
    Intent.SNOOZE,
    Intent.HUSH,
    Intent.MOVED,
    Intent.PROGRESS,
    Intent.HISTORY,
    Intent.RUN_TOLD,
)
DAYS_OFF = (Intent.EXCUSED, Intent.PAUSE, Intent.MISSED)
MOVES = (
    Intent.ASK,
    Intent.SESSION,
    Intent.TALK,
    Intent.UNKNOWN,
    Intent.OFF_TOPIC,
    Intent.WHY,
    Intent.HELP,
)
UNKNOWN = (Intent.UNKNOWN, Intent.OFF_TOPIC, Intent.HELP, Intent.GREETING)
UNSURE = (
    *MOVES,
    *DAYS_OFF,
    Intent.THANKS,
    Intent.GREETING,
    Intent.WHO,
    Intent.LATER,
    Intent.ANOTHER,
    Intent.EASIER,
    Intent.HARDER,
    Intent.BACK,
    Intent.WALKED,
    Intent.START,
    Intent.PROGRAM,
    Intent.INTERVAL,
)


def asked_first(
    message: ScreenedMessage, found: tuple[Meaning, ...], reading: ParsedMessage
) -> tuple[Meaning, ...]:
    """What a message without a red flag means, with the question where it has to come first.

    What somebody did is logged before it, and a reminder is set. A question about a condition is
    answered as one.
    """
    if fears_a_condition(message):
        return _feared(found, reading)
    return _unless_explained(message, found, reading)


def _unless_explained(
    message: ScreenedMessage, found: tuple[Meaning, ...], reading: ParsedMessage
) -> tuple[Meaning, ...]:
    first = found[0].intent
    if _general(found[0], reading) and asks_about_a_condition(message):
        return (Meaning(Intent.TOPIC, topic=CONDITION, because=found[0].because),)
    answered = found[0].topic in ASKED_AS_WELL
    if _sure(found[0], reading) and not answered:
        return found
    if first in MOVES and asked_for_another(reading):
        return (Meaning(Intent.TOPIC, topic=CONDITION, because=found[0].because),)
    doubt = unexplained(message)
    explained = doubt is None or _explained(doubt.kind, found[0])
    if explained and first in MOVES and asks_about_a_condition(message):
        return (Meaning(Intent.TOPIC, topic=CONDITION, because=found[0].because),)
    if doubt is None and not denies(message):
        doubt = _sounds_ill(first, reading)
    if doubt is None or _explained(doubt.kind, found[0]):
        return found
    if _of_no_body(doubt, reading) or _kept(doubt, reading) or _theirs(doubt, first, reading):
        return found
    check = Meaning(Intent.CHECK_BODY, areas=areas(reading), because=doubt.because)
    first_of_all = (e for e in found if e.intent in DONE_FIRST or e.topic in ASKED_AS_WELL)
    return (*first_of_all, check)


def _feared(found: tuple[Meaning, ...], reading: ParsedMessage) -> tuple[Meaning, ...]:
    """A fear has an answer, and the question what is felt."""
    done = (each for each in found if each.intent in (*DONE_FIRST, *DAYS_OFF))
    answer = Meaning(Intent.TOPIC, topic=FEAR)
    return (*done, answer, Meaning(Intent.CHECK_BODY, areas=areas(reading)))


def _general(meaning: Meaning, reading: ParsedMessage) -> bool:
    """Is it a general answer on bodies? What is true of stretching is not of a stress fracture."""
    if meaning.intent is not Intent.TOPIC or meaning.topic is None:
        return meaning.intent in AT_LARGE
    return meaning.topic not in OF_BODIES and claims(reading, meaning.topic)


def _sounds_ill(first: Intent, reading: ParsedMessage) -> Doubt | None:
    """A red flag that no rule has a word for, and the second opinion alone hears."""
    return Doubt(HEARD, ()) if first in MOVES and hears_flag(reading.text) else None


def _sure(meaning: Meaning, reading: ParsedMessage) -> bool:
    """Is it of no body, as it is understood or with every word: "lights off"?"""
    first = meaning.intent
    if meaning.topic in ONE_S_OWN:
        return False
    outside = covered(reading.all("meta:off-topic"))
    elsewhere = first is Intent.OFF_TOPIC and content_words(reading) <= outside
    return elsewhere or (first not in UNSURE and first not in DONE_FIRST)


def _of_no_body(doubt: Doubt, reading: ParsedMessage) -> bool:
    """Does a message in English that merely names a part sound like no trouble with it?"""
    if doubt.kind != VAGUE or spoken(reading) or sounds_foreign(reading):
        return False
    sure = opinion(reading.text)[0][1] >= FAIRLY_SURE
    return sure and belief(reading.text, OF_A_BODY) < AT_LEAST


def _theirs(doubt: Doubt, first: Intent, reading: ParsedMessage) -> bool:
    """Is it an illness of others beside a log: "the dog was ill, did mine all the same"?"""
    ill = first in LOGGED and doubt.kind == ILLNESS
    return ill and all_of_others(reading, doubt.because)


def _kept(doubt: Doubt, reading: ParsedMessage) -> bool:
    """Is it a lasting state and no more? It is kept, and cards that do not go with it stay shut."""
    words = {word for said in doubt.because for word in said.split()}
    told = [mark for mark in reading.all("state") if not reading.asks(reading.clause_of(mark))]
    state = {token.raw for mark in told for token in reading.tokens[mark.start : mark.end]}
    return doubt.kind == LASTING and words <= state


def _explained(kind: str, meaning: Meaning) -> bool:
    """Who is ill may pause or be well again; a part is no news where the wish is understood."""
    first = meaning.intent
    if kind == ILLNESS:
        return first in (*DAYS_OFF, Intent.BACK) or meaning.topic == AFTER_ILLNESS
    return kind == VAGUE and first not in UNKNOWN
