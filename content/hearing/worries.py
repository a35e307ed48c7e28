"""Words of pain, numbness, swelling, a fall and the like, wherever they stand. Pure.

Typed words are read as a whole, with what denies and excuses them. Where a word of that may have
been lost on the way, as in what was spoken, one such word is enough to ask.
"""

from content.language.parsed_message import ParsedMessage
from content.screening.denials import outside

WRONG = (
    "pain ache numb tingle swollen weak droop slurred dizzy faint breathless fever unwell broken "
    "limp cant-bear cant-move jammed bleed snapped hot-red severe tearing "
    "fall-again headknock wet-self cant-pee"
)
SIGNS = (
    "ache pain numb swollen fall crash limp broken twisted injured knocked senseless "
    "faint fainted cant-bear cant-walk chest-pain chest breath weak-leg "
    "hot-red bladder bruise fever"
)
WORRIES = frozenset(
    {f"wrong:{name}" for name in WRONG.split()} | {f"sign:{name}" for name in SIGNS.split()}
)


def worries(reading: ParsedMessage) -> bool:
    """Is there a word of that, denied or not, and no part of a harmless phrase?"""
    marks = reading.words.warnings.find(reading.tokens)
    harmless = [mark for mark in marks if mark.concept.startswith("harmless:")]
    told = [mark for mark in marks if mark.concept in WORRIES]
    return any(True for _ in outside(told, harmless))
