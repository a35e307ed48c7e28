"""Readings compete: what accounts for most of a message wins, whoever proposed it first."""

from itertools import permutations

import pytest

from content.intents.deciding.explained import read_as
from content.intents.deciding.proposals import proposals
from content.intents.deciding.weighing import by_weight, heaviest
from content.intents.meaning import Intent, Meaning
from tests.unit.content.test_content_words import parsed
from tests.unit.content.test_understand import LEXICON, NOW, meanings

TABLE = LEXICON.tables["explains"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("give me a gentle hip stretch, ten minutes", Intent.ASK),
        ("give me ten minutes", Intent.SNOOZE),
        ("couch stretch, 15 minutes before the run", Intent.ASK),
        ("no reminders on mondays", Intent.REMIND_DAYS),
        ("no reminders", Intent.REMIND_OFF),
        ("silent after 10pm", Intent.QUIET),
        ("remind me at 10pm", Intent.REMIND),
    ],
)
def test_what_explains_most_wins(text: str, intent: Intent) -> None:
    assert meanings(text)[0].intent is intent


@pytest.mark.parametrize("text", ["no reminders on mondays", "remind me at 7", "quiet after 9pm"])
def test_the_order_of_proposals_decides_nothing(text: str) -> None:
    said = parsed(text)
    found = list(proposals(said, NOW, None))
    winners = {heaviest(said, order) for order in permutations(found)}
    assert len(found) > 1
    assert len(winners) == 1


def test_the_readings_come_heaviest_first() -> None:
    said = parsed("no reminders on mondays")
    shares = [each.share(said) for each in by_weight(said, proposals(said, NOW, None))]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) > 2


@pytest.mark.parametrize(
    ("text", "meaning", "left"),
    [
        ("remind me at 7:00 on mondays", Meaning(Intent.REMIND), ("7:00", "mondays")),
        ("remind me at 7:00 on mondays", Meaning(Intent.REMIND, days=frozenset({0})), ("7:00",)),
        ("remind me at 7:00 on mondays", Meaning(Intent.REMIND, at=NOW.time()), ("mondays",)),
        ("make it 9, not 8", Meaning(Intent.REMIND, at=NOW.time()), ()),
        ("off to Ulan Bator for a week", Meaning(Intent.PAUSE, day=NOW.date()), ("bator",)),
    ],
)
def test_a_word_is_explained_by_the_slot_that_holds_it(
    text: str, meaning: Meaning, left: tuple[str, ...]
) -> None:
    said = parsed(text)
    assert read_as(said, meaning).left(said) == left


def test_the_table_names_what_there_is() -> None:
    sections = {concept.partition(":")[0] for concept in LEXICON.phrases} | {"card"}
    named = {c for part in ("slots", "intents") for all_ in TABLE[part].values() for c in all_}
    unknown = {c for c in named if c not in sections and c not in LEXICON.phrases}
    assert not unknown
    assert set(TABLE["slots"]) <= set(Meaning.__dataclass_fields__)
    assert {*TABLE["intents"], *TABLE["plain"], *TABLE["ties"]} <= set(Intent)
    assert len(set(TABLE["ties"])) == len(TABLE["ties"])
