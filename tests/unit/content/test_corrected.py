"""What a message takes back of itself, and what only looks like that."""

import pytest

from content.language.compiler import compiled
from content.language.corrected import corrected
from content.language.parsed_message import parse
from content.screening.screen import own_lexicon

WORDS = compiled(own_lexicon())


def meant(text: str) -> str:
    return " ".join(token.text for token in corrected(parse(text, WORDS)).tokens)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("nudge me at 5. no wait, 8", "nudge me at 8"),
        ("nudge me at 5pm, no sorry, 8", "nudge me at 8pm"),
        ("5am no wait 5:20", "5:20am"),
        ("6 hours. no, 10", "10 hours"),
        ("an hour. wait no, two hours", "two hours"),
        ("mondays at 8. oops, tuesdays", "tuesdays at 8"),
        ("every day. nope, weekends", "weekends"),
        ("every day. actually no, mondays", "mondays"),
        ("nudge me at 5. no, 6. no, 7", "nudge me at 7"),
        ("finished it. no wait, I skipped it", "I skipped it"),
        ("did my session. no I did not", "did not do it"),
    ],
)
def test_what_follows_counts_and_the_rest_is_kept(said: str, instead: str):
    assert meant(said) == " ".join(t.text for t in parse(instead, WORDS).tokens)


@pytest.mark.parametrize(
    "said",
    [
        "every day. no weekends",
        "every day, but no sundays",
        "no, mondays",
        "nudge me at 5. no sound please",
        "did it all. no pain",
        "my left hip is stiff. actually, what helps after 10 km?",
        "done. wait, was that 20 minutes?",
        "at 7, and at 8 too",
    ],
)
def test_nothing_is_taken_back(said: str):
    assert meant(said) == " ".join(t.text for t in parse(said, WORDS).tokens)


@pytest.mark.parametrize("deed", ["undo", "stop reminding me", "delete everything", "done"])
@pytest.mark.parametrize(
    "said", ["no, leave it", "no don't", "no wait, keep that", "wait no, forget it"]
)
def test_a_message_may_take_all_of_itself_back(deed: str, said: str):
    assert meant(f"{deed}. {said}") == "never mind"
