"""Which language a message is in, as far as the words that we know in it tell."""

from collections import Counter

from content.language.parsed_message import ParsedMessage


def spoken(reading: ParsedMessage) -> str | None:
    """es, de, fr, pt, it or ru; None for English, and when a word could be either."""
    counted = Counter(
        mark.concept.partition(":")[2]
        for mark in reading.all_marks
        if mark.concept.startswith("lang:")
    )
    known = frozenset(reading.tables["languages"]["english"])
    english = sum(token.text in known for token in reading.tokens)
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] > english else None
