"""What a message says whenever it is said: its words, the red flag in them, the language. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from content.catalog.taxonomy import Condition
from content.intents.log import sessions
from content.intents.meaning import Intent, Meaning
from content.language.body_areas import areas
from content.language.compiler import CompiledLexicon
from content.language.corrected import corrected
from content.language.languages import spoken
from content.language.parsed_message import SHORT, ParsedMessage, parse, shortened
from content.screening.asking.supposed import supposed
from content.screening.remarks import UNSAID
from content.screening.screen import Flag, flagged
from content.screening.screened_message import ScreenedMessage
from content.screening.urgency import Urgency
from content.screening.whose.owned import a_pets, another_bodys, somebody_elses


@dataclass(frozen=True, eq=False)
class Heard:
    """What a message says whenever it is said: its words, the red flag in them, the language."""

    full: ParsedMessage
    screened: ScreenedMessage
    flag: Flag | None

    @cached_property
    def reading(self) -> ParsedMessage:
        return corrected(shortened(self.full))

    @cached_property
    def message(self) -> ScreenedMessage:
        """What doubts are looked for in: no more of a page than its beginning and its end."""
        short = shortened(self.full)
        whole = short is self.full
        return self.screened if whole else ScreenedMessage(short.tokens, short.words)

    @cached_property
    def language(self) -> str | None:
        return spoken(self.reading)

    @cached_property
    def told(self) -> Sequence[sessions.Entry]:
        return sessions.told(self.reading)


def hear(text: str, words: CompiledLexicon) -> Heard:
    """What it says. Short messages are remembered: "done" and "snooze 20" come again and again."""
    if len(text) > SHORT:
        return _hear(text, words)
    heard: Heard = words.often("heard", partial(_hear, words=words))(text)
    return heard


def read(text: str, words: CompiledLexicon) -> ParsedMessage:
    """Its words alone, without what they take back; a long one is not screened for it."""
    if len(text) <= SHORT:
        return hear(text, words).reading
    return corrected(shortened(parse(text, words)))


def _hear(text: str, words: CompiledLexicon) -> Heard:
    reading = parse(text, words)
    message = ScreenedMessage(reading.tokens, words)
    flag = flagged(message)
    mild = flag is not None and flag.urgency is Urgency.VISIT
    if flag and mild and another_bodys(flag.because, reading.tokens, words):
        flag = None  # what can wait for a visit, and is not the runner's, is no news for a coach
    if flag and a_pets(flag.because, reading.tokens, words):
        flag = None
    return Heard(reading, message, flag)


def flag_with(heard: Heard, states: Collection[Condition]) -> Flag | None:
    """The red flag in it for a runner in whose body `states` last: pregnant, bleeding is one."""
    if not states:
        return heard.flag
    reading, flag = heard.full, flagged(heard.screened, states)
    new = flag is not None and flag.urgency is not Urgency.VISIT
    if flag and new and not another_bodys(flag.because, reading.tokens, reading.words):
        return flag
    return heard.flag


def danger(flag: Flag, reading: ParsedMessage) -> Meaning:
    """A red flag with the areas that are named, and nothing else: no number is read for it."""
    return Meaning(
        Intent.DANGER,
        areas=areas(reading),
        flag=flag.id,
        urgency=flag.urgency,
        of_other=somebody_elses(flag.id, flag.because, reading.tokens, reading.words),
        supposed=flag.id not in UNSAID and supposed(reading.tokens, reading.words),
        because=flag.because,
    )
