"""What is slight or settled is asked about; what is urgent or grows is referred all the same."""

from content.language.compiler import compiled
from content.language.parsed_message import parse
from content.screening.screen import flagged, own_lexicon
from content.screening.screened_message import ScreenedMessage
from content.screening.unexplained import unexplained
from content.screening.urgency import Urgency


def read(text: str) -> ScreenedMessage:
    reading = parse(text, compiled(own_lexicon()))
    return ScreenedMessage(reading.tokens, reading.words)


def test_a_slight_complaint_is_asked_about():
    for text in ("my knee is slightly swollen", "i fell on my hip and it is a bit bruised"):
        assert flagged(read(text)) is None, text
        assert unexplained(read(text)), text


def test_a_slight_complaint_with_more_to_it_is_referred():
    for text in (
        "my knee is slightly swollen and getting worse",
        "my hip is a bit bruised and i limp since the fall",
    ):
        assert flagged(read(text)), text


def test_no_word_makes_an_emergency_slight():
    for text in ("my chest hurts a bit", "i am a little numb in the saddle and feel great"):
        found = flagged(read(text))
        assert found, text
        assert found.urgency is Urgency.NOW, text
