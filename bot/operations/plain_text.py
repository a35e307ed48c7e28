"""Text that a terminal only shows: what is in it must not move the cursor or change the title."""

import unicodedata

KEPT = "\n\t"
TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def plain(text: str) -> str:
    """With control characters, and signs that turn the direction of writing, as question marks."""
    return "".join(each if each in KEPT or _shows(each) else "?" for each in text)


def _shows(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in TURNING


def single_line(text: str) -> str:
    """The same in a line of its own."""
    return plain(" ".join(text.split()))
