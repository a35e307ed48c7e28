"""What an author saves while the bot runs is said in the next message, unless it is broken."""

import shutil
from pathlib import Path

import pytest

from bot.operations import content_watch
from bot.operations.content_watch import ContentWatch
from content.authoring.document import library_folder
from tests.support.chat import Chatroom


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy takes the place of the installed content."""
    library = tmp_path / "library"
    shutil.copytree(str(library_folder()), library)
    monkeypatch.setattr("content.bundle.library_folder", lambda: library)
    monkeypatch.setattr(content_watch, "FOLDER", library)
    return library


@pytest.mark.postgresql
async def test_the_next_message_uses_what_was_saved(room: Chatroom, edited: Path):
    told: list[str] = []
    look = ContentWatch(room.limber.dispatcher.content, room.limber.take, told.append).look
    runner = room.runner()
    await look()
    assert told == []
    (edited / "messages/thanks.j2").write_text(
        "{# When they thank us. #}\nAny time, said quietly.\n"
    )
    card = edited / "cards/clamshell.yaml"
    card.write_text(card.read_text().replace("name: Clamshell", "name: Quiet clam"))
    await look()
    assert told == [""]
    assert await runner.say("thanks") == "Any time, said quietly."
    assert "Quiet clam" in await runner.say("clamshell")


async def test_a_broken_file_leaves_the_last_good_one_in_use(room: Chatroom, edited: Path):
    told: list[str] = []
    look = ContentWatch(room.limber.dispatcher.content, room.limber.take, told.append).look
    runner, good = room.runner(), room.limber.dispatcher.content.wording.message("thanks")
    file = edited / "messages/thanks.j2"
    text = file.read_text()
    file.write_text(text.replace("#}", "#}\n{% if %}"))
    await look()
    assert "messages/thanks.j2:2" in told[-1]
    assert "Mend: " in told[-1]
    words = edited / "messages/words.yaml"
    words.write_text(words.read_text().replace("  next: Next ›\n", "  next: Next {step} ›\n"))
    file.write_text(text)
    await look()
    assert "words.yaml" in told[-1]
    assert "{step}" in told[-1]
    assert await runner.say("thanks") == good
    words.write_text(words.read_text().replace("  next: Next {step} ›\n", "  next: On ›\n"))
    await look()
    assert told[-1] == ""
    await runner.say("clamshell")
    await runner.tap("▶️ Start")
    await runner.tap("▶️ Start")
    assert "On ›" in runner.buttons
