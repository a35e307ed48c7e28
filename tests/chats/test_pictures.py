"""Pictures in the chat: a card opens with its picture, and its words change below it."""

import asyncio
import shutil
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.operations.metrics import PICTURES, pictures_up
from content.catalog.taxonomy import Side
from content.pictures.output.naming import card_and_side
from content.pictures.output.studio import PictureKind, Studio, make
from tests.support.chat import Chatroom, Runner, open_chatroom

HALF_KNEELING = "half-kneeling hip flexor stretch"


class Dead(Executor):
    """Those who draw were killed."""

    def submit(self, *work: Any, **more: Any) -> Future[Any]:
        raise BrokenProcessPool("killed")


async def open_card(sam: Runner, name: str = HALF_KNEELING) -> None:
    await sam.say(name)
    await sam.tap("▶️ Start")


def methods(room: Chatroom) -> list[str]:
    return [call.method for call in room.fake.calls]


def picture(sam: Runner) -> bytes:
    """What the newest message of the bot shows."""
    media = sam.person.last.media
    assert media, sam.person.screen()
    return media.content


async def test_a_card_opens_with_its_picture_and_its_words_change_below(
    room: Chatroom, sam: Runner
):
    PICTURES.set(0)  # as after one that failed
    await open_card(sam)
    assert sam.person.last.kind == "photo"
    assert pictures_up()
    assert picture(sam) == make("half-kneeling-hip-flexor-stretch", Side.LEFT, PictureKind.STILL)
    before = len(methods(room))
    await sam.tap("Why?")
    await sam.tap("‹ Back to the move")
    await sam.tap("▶️ Start")
    edits = [each for each in methods(room)[before:] if each.startswith("edit")]
    assert edits == ["editMessageCaption"] * 3


async def test_the_other_side_has_its_own_picture(room: Chatroom, sam: Runner):
    await open_card(sam)
    left = picture(sam)
    await sam.walk_to("Hold, and breathe")
    for _ in range(6):
        await room.wait(seconds=5)
    assert "Switch sides" in sam.reads
    right = picture(sam)
    assert right != left
    await room.wait(seconds=5)
    assert picture(sam) == right
    await sam.say("and the other side?")
    assert picture(sam) == right


@pytest.mark.postgresql
async def test_bytes_go_up_once_for_all(room: Chatroom, sam: Runner):
    await open_card(sam)
    uploaded = sam.person.last.media
    other = room.runner(6, "Kim")
    await open_card(other)
    assert other.person.last.media is uploaded
    room.limber.album.renew()  # as after a restart: the database remembers
    await open_card(other)
    assert other.person.last.media is uploaded


async def test_a_file_id_that_telegram_forgot_is_uploaded_again(room: Chatroom, sam: Runner):
    await open_card(sam)
    first = sam.person.last.media
    room.fake.files._files.clear()
    await open_card(sam)
    again = sam.person.last.media
    assert again is not first
    assert again.content == first.content
    await open_card(sam)
    assert sam.person.last.media is again


async def test_the_end_of_a_session_leaves_the_picture_and_says_so_below(
    room: Chatroom, sam: Runner
):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live("move 2 of 3")
    await sam.tap("▶️ Start")
    await sam.tap("⏸ Pause")
    shown = sam.person.last
    await sam.tap("That's it for today")
    assert shown.kind == "photo"
    assert shown.inline_rows == []
    assert sam.person.last.kind == "text"
    assert "That counts." in sam.reads


async def test_without_a_picture_the_words_go_alone(
    database_url: str,
    content,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("bot.app.optional_parts.Studio", partial(Studio, start=Dead))
    async with open_chatroom(database_url, content, data_dir=tmp_path) as room:
        sam = room.runner()
        await open_card(sam)
        assert sam.person.last.kind == "text"
        await sam.walk_to("Hold, and breathe")
        await room.wait(seconds=15)
        assert "15 s" in sam.reads
    assert "no picture of half-kneeling-hip-flexor-stretch:left" in caplog.text
    assert not pictures_up()


async def test_a_picture_that_can_not_be_kept_is_shown_all_the_same(
    database_url: str, content, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "no-folder").write_text("nothing can be kept here")
    async with open_chatroom(database_url, content, data_dir=tmp_path / "no-folder") as room:
        sam = room.runner()
        await open_card(sam)
        assert picture(sam)
    assert "can't be kept" in caplog.text


async def test_a_slow_picture_holds_up_nobody_else(
    room: Chatroom, sam: Runner, monkeypatch: pytest.MonkeyPatch
):
    render, drawn = Studio.render, asyncio.Event()

    async def slowly(studio: Studio, *wanted):
        await drawn.wait()
        return await render(studio, *wanted)

    monkeypatch.setattr(Studio, "render", slowly)
    other = room.runner(6, "Kim")
    events = room.fake.subscribe()
    sam.person.say(HALF_KNEELING)
    other.person.say("/help")
    async with asyncio.timeout(5):
        while not other.person.messages[-1].from_bot:
            await events.get()
    assert not sam.person.last.media
    drawn.set()
    await room.settle()
    assert sam.person.last.media


async def test_a_loop_is_shown_once_it_is_filmed(sqlite_template: Path, content, tmp_path: Path):
    database = shutil.copy(sqlite_template, tmp_path / "limber.db")
    async with open_chatroom(
        f"sqlite:///{database}", content, data_dir=tmp_path, film=True
    ) as room:
        sam = room.runner()
        await sam.say("high knees")
        assert sam.person.last.kind == "photo"
        await asyncio.gather(*room.limber.album._films.values())
        await sam.tap("▶️ Start")
        assert sam.person.last.kind == "animation"
        await sam.tap("▶️ Start")
        assert sam.person.last.edits == 1


def test_a_name_stands_for_a_card_and_a_side():
    assert card_and_side("clamshell:left") == ("clamshell", Side.LEFT)
    assert card_and_side("bodyweight-squat:") == ("bodyweight-squat", None)
