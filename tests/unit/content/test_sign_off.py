"""Sign-offs: what one is worth, how it is written, and what is served of reviewed content only."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cli.main import main
from content.authoring.document import library_folder
from content.authoring.edit import with_entry, with_fields
from content.bundle import Content, reviewed_only
from content.catalog.card import Card
from content.catalog.files.reviewed import reviewed_library, standing
from content.catalog.files.sign_off import Standing, model_version
from content.catalog.library import Library, load
from content.checks.safety.reviews import reviewables

TODAY, DUE = date(2026, 3, 2), "2027-03-01"


def signed(card: Card, due: str = DUE) -> Card:
    by = {"reviewed_by": "Ann Lee, physio", "reviewed_on": "2026-03-01", "due": due}
    return replace(card, version=model_version(card), **by)


def with_signed(library: Library, *names: str) -> Library:
    reviewed = {name: signed(library.cards[name]) for name in names}
    return replace(library, cards={**library.cards, **reviewed})


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def test_a_card_waits_until_it_is_signed_and_again_once_it_changes(library: Library):
    card = library.cards["clamshell"]
    assert standing(card, TODAY) is Standing.NEVER
    assert standing(signed(card), TODAY) is Standing.REVIEWED
    assert standing(signed(card), date(2027, 3, 1)) is Standing.REVIEWED
    assert standing(signed(card), date(2027, 3, 2)) is Standing.DUE
    changed = replace(signed(card), stop="Go on whatever happens.")
    assert standing(changed, TODAY) is Standing.CHANGED


def test_half_a_sign_off_is_refused(library: Library):
    with pytest.raises(ValueError, match="is missing, and the others are given"):
        replace(library.cards["clamshell"], reviewed_by="Ann Lee, physio")


def test_reviewed_content_has_no_way_to_another_card(library: Library):
    names = ("clamshell", "glute-bridge", "couch-stretch")
    found = reviewed_library(with_signed(library, *names), TODAY)
    assert set(found.cards) == set(names)
    for card in found.cards.values():
        assert {target for _, target in card.links.named()} <= set(names)
    assert all(set(each.cards) <= set(names) for each in found.routines.values())
    assert not found.programmes


def test_reviewed_content_knows_no_names_of_others(content: Content):
    content = replace(content, library=with_signed(content.library, "clamshell"))
    found = reviewed_only(content, TODAY)
    assert set(found.names) == {"clamshell"}
    assert content.unreviewed(TODAY) == len(content.library.cards) - 1
    assert found.unreviewed(TODAY) == 0


def test_fields_are_written_in_their_place_and_nothing_else_moves():
    text = "# On top.\nname: A\ndue: 2020-01-01  # old\nsteps:\n  - One.\n"
    assert with_fields(text, {"due": "2027-01-01", "version": "v12345678"}) == (
        "# On top.\nname: A\ndue: 2027-01-01\nsteps:\n  - One.\nversion: v12345678\n"
    )


def test_an_entry_takes_the_place_of_the_one_before():
    text = "# On top.\nsigned:\n  flags/a:\n    due: 2020-01-01\n  flags/b:\n    due: 2021-01-01\n"
    assert with_entry(text, "flags/a", {"due": "2027-01-01"}) == text.replace("2020", "2027")


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that the command writes into."""
    copy = tmp_path / "library"
    shutil.copytree(str(library_folder()), copy)
    monkeypatch.setattr("bot.cli.review_command.library_folder", lambda: copy)
    return copy


def test_cards_flags_and_texts_wait_until_they_are_signed(
    edited: Path, capsys: pytest.CaptureFixture[str]
):
    before = (edited / "cards/clamshell.yaml").read_text()
    for name in ("clamshell", "flags/bone-stress", "topics/clicking", "messages/danger"):
        assert main(["content", "review", name, "--by", "Ann Lee: physio"]) == 0
    assert (edited / "cards/clamshell.yaml").read_text().startswith(before)
    capsys.readouterr()
    assert main(["content", "review"]) == 0
    shown = capsys.readouterr().out
    assert "4 of " in shown
    assert "clamshell " not in shown
    assert "flags/bone-stress" not in shown
    assert "flags/heart" in shown
    assert "couch-stretch" in shown
    danger = edited / "messages/danger.j2"
    danger.write_text(danger.read_text() + "\nAll is well.\n")
    main(["content", "review"])
    assert "messages/danger" in (shown := capsys.readouterr().out)
    assert "changed since it was reviewed (by Ann Lee: physio on " in shown
    assert {each.sign_off.reviewed_by for each in reviewables(edited)} == {None, "Ann Lee: physio"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["clamshel", "--by", "Ann Lee"], "nothing called 'clamshel' to review; the nearest: clam"),
        (["clamshell"], "say who reviewed it"),
        (["clamshell", "--by", "Ann Lee", "--due", "soon"], "write it as 2027-05-31"),
        (["clamshell", "--by", "Ann Lee", "--due", "2020-01-01"], "a day to come"),
        (["--by", "Ann Lee"], "name what was reviewed"),
    ],
)
def test_a_sign_off_that_cannot_be_is_told(words, told, capsys: pytest.CaptureFixture[str]):
    assert main(["content", "review", *words]) == 2
    assert told in capsys.readouterr().err
