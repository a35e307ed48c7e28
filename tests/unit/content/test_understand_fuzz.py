"""Whatever is written is understood as something: nothing raises, whatever the date."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.corrections import Logged, in_full, of_log
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely, understand
from content.language.compiler import compiled
from content.language.parsed_message import parse
from tests.unit.content.test_understand import CARDS, LEXICON

PHRASES = sorted(
    {
        phrase.replace("|", " ").replace("~", "").replace("<n>", "7").replace("...", "of the")
        for said in LEXICON.phrases.values()
        for phrase in said
    }
)
FRAMES = [
    "{}", "no wait, {}", "{} please", "not {}", "my sister {}", "{} and {}", "remind me {} at {}",
    "done {} yesterday", "pause for {} days {}", "i meant {}", "{} in {} weeks", "call me {}",
    "from {} until {}", "{}?", "{} instead of {}", "actually {}", "every {} {}",
]  # fmt: skip
NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.sampled_from(
        ["29.2.", "31.6.", "2026-13-45", "99:99", "24:00", "1e9", "0", "-5", "½", "12/13", "9" * 40]
    ),
)
WORDS = st.one_of(st.sampled_from(PHRASES), NUMBERS, st.text(max_size=12))
NOWS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 - a zone follows
    lambda at: at.replace(tzinfo=ZoneInfo("Europe/London"))
)


@st.composite
def messages(draw: st.DrawFn) -> str:
    """Words of the lexicon, numbers and noise in everyday frames."""
    frame = draw(st.sampled_from(FRAMES))
    return frame.format(*(draw(WORDS) for _ in range(frame.count("{}"))))


@given(messages(), NOWS, st.sampled_from([None, "couch-stretch"]))
@settings(max_examples=400, deadline=None)
def test_no_message_raises(text: str, now: datetime, shown: str | None):
    found = understand(text, now=now, lexicon=LEXICON, cards=CARDS, shown=shown)
    assert found
    sure = surely(text, found, now=now, lexicon=LEXICON, cards=CARDS)
    assert all(isinstance(each, Meaning) for each in sure)


@pytest.mark.parametrize(
    "text",
    [
        "remind me 7:30/8/9",
        "remind me 7.30-8-9",
        "remind me on 2026.11.10:30",
        "every day at 7 except 1.1.2027 to 1.1.9999",
    ],
)
def test_half_a_date_and_a_span_of_ages_raise_nothing(text: str):
    now = datetime(2026, 11, 30, 8, tzinfo=ZoneInfo("Europe/London"))
    found = understand(text, now=now, lexicon=LEXICON, cards=CARDS)
    assert all(len(each.skips) <= 367 for each in found)  # a year at most


@given(messages(), st.sampled_from([*Intent]))
@settings(max_examples=200, deadline=None)
def test_no_correction_raises(text: str, last: Intent):
    reading = parse(text, compiled(LEXICON, CARDS))
    now = datetime(2026, 3, 1, tzinfo=ZoneInfo("Europe/London"))
    mended = of_log(reading, Logged(Intent.DONE, now.date()), now.date())
    assert mended is None or mended.intent in (Intent.DONE, Intent.PARTIAL, Intent.UNDO)
    assert in_full(reading, last) != ""
