"""Which messages that nobody understood are worth showing to authors, and how little of them."""

import re
from collections.abc import Set as AbstractSet

from content.language.compiler import CompiledLexicon, compiled
from content.language.content_words import content_words
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.language.tokens import fold
from content.screening.screen import own_lexicon, screen

SHORTEST, LONGEST = 3, 200  # characters
HIDDEN = "…"
# Beside these stands who somebody is, where they live, or what they have.
PERSONAL = re.compile(
    r"\b(?:dr|doctor|surgeon|consultant|professor|prof|mr|mrs|ms|mx|miss|sir|madam|clinic|hospital"
    r"|name|named|called|surname|initials|diagnos\w*|syndrome|disease|disorder|medicat\w*|tablets?"
    r"|prescri\w*|surgery|operat\w*|street|road|rd|avenue|ave|lane|square|postcode|zip|flat"
    r"|apartment|address|live|living|born|birthday|passport|password)\b"
)
CALENDAR = frozenset(
    {"i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december"}
)
_PRIVATE = re.compile(r"https?:/+\S+|\S+@\S+|@\w+|[+\d][\d\s().-]{3,}\d|\d+[^\W\d_]+\d\w*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HIDDEN_ROW = re.compile(rf"{HIDDEN}(?:[\s,]*{HIDDEN})+")
_BEGINS = re.compile(r"(?:^|[.!?:]\s+)\W*$")


def worth_keeping(text: str, name: str, lexicon: Lexicon | None = None) -> str | None:
    """The message with those words only that many people say; None if it is not for authors.

    A word that we don't know may be a name, and so may one with a capital inside of a sentence.
    Red flags, conditions and treatment are nobody's business, digits alone or a mere sign teach
    nothing, and a page is somebody's story, and dear to look through.
    """
    plain = " ".join(text.split())
    if len(plain) > LONGEST:
        return None
    lexicon = lexicon or own_lexicon()
    words = compiled(lexicon)
    if PERSONAL.search(fold(plain)) or _tells_health(plain, words) or screen(plain, lexicon):
        return None
    shown = _shown(_PRIVATE.sub(HIDDEN, plain), _words(name), words).strip()
    teaches = content_words(parse(shown.replace(HIDDEN, " "), words))
    return shown if teaches and len(shown) >= SHORTEST and _WORD.search(shown) else None


def _shown(text: str, names: AbstractSet[str], words: CompiledLexicon) -> str:
    """The text with a sign for each word that may be a name."""
    shouted = text.isupper()

    def kept(found: re.Match[str]) -> str:
        word = fold(found[0]).replace("’", "'")
        capital = found[0][0].isupper() and not (shouted or _BEGINS.search(text[: found.start()]))
        proper = capital and word.partition("'")[0].removesuffix("s") not in CALENDAR
        return HIDDEN if proper or word in names or not _known(word, words) else word

    return _HIDDEN_ROW.sub(HIDDEN, _WORD.sub(kept, text))


def _tells_health(text: str, words: CompiledLexicon) -> bool:
    """Does it name what somebody lives with?"""
    read = parse(text, words)
    warnings = (mark.concept for mark in words.warnings.find(read.tokens))
    return read.has("state") or any(each.startswith("odd:") for each in warnings)


def _known(word: str, words: CompiledLexicon) -> bool:
    """Is it a word of our authors, or an English one that they met?"""
    stem = word.removesuffix("'s")
    return any(
        each in table
        for each in (word, stem)
        for table in (words.spelling.known, words.spelling.short, words.spelling.real)
    )


def _words(name: str) -> frozenset[str]:
    """The words that a name is made of, without its pictures."""
    return frozenset(word for word in _WORD.findall(fold(name)) if len(word) > 1)
