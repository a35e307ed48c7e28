"""What authors get to see of a message that nobody understood."""

import pytest

from content.screening.redaction import worth_keeping


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("What about my  Fascia?", "what about my fascia?"),
        ("call me on +49 171 2345678, it's Sam", "call me on …, it's …"),
        ("mail sam@example.org or see https://example.org/a?b=1", "mail … or see …"),
        ("ask @coach_kim", "ask …"),
        ("12345", None),
        ("??", None),
        ("👍", None),
        ("my chest hurts and I feel odd", None),
    ],
)
def test_names_numbers_addresses_and_red_flags_stay_private(text: str, kept: str | None) -> None:
    assert worth_keeping(text, "Sam") == kept
