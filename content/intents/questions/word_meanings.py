"""What a word for a part of the body means: "what is a glute?". Pure."""

from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

ANSWER = "word-{area}"  # the topic that says what it is


def asked(reading: ParsedMessage) -> Meaning | None:
    """The answer about that word, if the message asks for nothing else."""
    for asks in reading.all("word:what-is"):
        for named in reading.all("area"):
            said = (asks, named, *reading.all("word:meant"))
            if _behind(reading, asks, named) and content_words(reading) <= covered(said):
                area = named.concept.partition(":")[2]
                because = reading.said(asks, named)
                return Meaning(Intent.TOPIC, topic=ANSWER.format(area=area), because=because)
    return None


def _behind(reading: ParsedMessage, asks: Mark, named: Mark) -> bool:
    """Does the part stand right behind the question, but for "a", "the" or "my"?"""
    small = reading.tables["small-words"]["small"]
    between = [reading.word(at) for at in range(asks.end, named.start)]
    return asks.end <= named.start and {*between} <= {*small["articles"], *small["people"]}
