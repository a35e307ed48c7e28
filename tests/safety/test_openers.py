"""What stands before a red flag takes nothing of it back: a question, hearsay, others, a number."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from content.checks.safety.report import FLAGS, tables
from content.intents.meaning import Intent
from content.intents.understanding import understand
from content.screening.screen import own_lexicon
from content.screening.urgency import Urgency
from tests.support.library import library

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
LEXICON, CARDS = own_lexicon(), library().names
EMERGENCY = 3
HERE = Path(__file__).parent
OPENERS = [
    "i read that stretching helps, ",
    "i heard about you at parkrun, ",
    "what do you do when ",
    "how would you tell, ",
    "my husband drove; ",
    "my sister came along, ",
    "can anyone help, ",
    "did 2000 m today, ",
    "will stretch later, ",
    "is arthritis bad? ",
    "which stretch is best for sciatica, ",
    "my mum had a new hip in 2019. ",
    "all good with work, ",
]


@cache
def level(text: str) -> int:
    """How far the runner is looked after: EMERGENCY, 2 if referred, 1 asked, 0 served."""
    found = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)
    if found[0].intent is Intent.DANGER:
        return EMERGENCY if found[0].urgency is Urgency.NOW else 2
    return int(any(each.intent is Intent.CHECK_BODY for each in found))


def flags() -> Iterator[str]:
    for table in tables(HERE, FLAGS):
        yield from (each for group in table.groups for each in group["say"])


@pytest.mark.parametrize("opener", OPENERS)
def test_a_flag_behind_an_opener_is_still_seen(opener: str) -> None:
    """An emergency stays one, and what can wait for days is at least asked about."""
    alone = {text: level(text) for text in flags()}
    assert EMERGENCY in alone.values()
    due = {
        text: EMERGENCY if known == EMERGENCY else min(known, 1) for text, known in alone.items()
    }
    lost = [text for text, least in due.items() if level(opener + text) < least]
    assert not lost, (opener, lost)
