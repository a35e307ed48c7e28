"""The fake's own copy of the Bot API's parameters is as strict as aiogram's models."""

import pytest

from bot.playground.fake_telegram.methods import METHODS
from bot.playground.fake_telegram.rules.bot_api import bot_api, members
from bot.playground.fake_telegram.rules.errors import ApiError
from bot.playground.fake_telegram.rules.strict import check

PHOTO = {"type": "photo", "media": "attach://a"}


def test_the_copy_is_what_aiogram_says():
    from tests.support.bot_api import FILE, text  # aiogram takes seconds, in each worker

    mend = "python -m tests.support.bot_api"
    assert FILE.read_text(encoding="utf-8") == text(), mend


def test_every_method_of_the_fake_and_every_type_has_its_fields():
    api = bot_api()
    assert {*METHODS} == {*api.methods}
    kinds = {
        kind for fields in (*api.methods.values(), *api.types.values()) for kind in fields.values()
    }
    plain = {"str", "int", "float", "bool", "any"}
    for kind in kinds:
        names = {each for each in members(kind) if not each.startswith(("list[", '"'))}
        assert members(kind)
        assert names <= plain | api.types.keys(), kind


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("getMe", {"bogus": 1}, "getMe has no parameter bogus"),
        ("sendMessage", {"text": 5}, "sendMessage takes str as text, not 5"),
        ("sendMessage", {"message_thread_id": "five"}, "takes int as message_thread_id"),
        ("sendMessage", {"entities": {}}, "takes list[MessageEntity] as entities, not {}"),
        ("sendMessage", {"entities": [{"type": "b", "offset": "x"}]}, "entities[0].offset"),
        ("sendLocation", {"latitude": "north"}, "takes float as latitude"),
        (
            "sendMessage",
            {"chat_id": 5, "text": "x", "link_preview_options": {"disabled": True}},
            "has no parameter link_preview_options.disabled",
        ),
        (
            "sendMessage",
            {"chat_id": 5, "text": "x", "reply_markup": {"keyboard": [[{"text": "a", "b": 1}]]}},
            "has no parameter reply_markup.keyboard[0][0].b",
        ),
        (
            "sendMediaGroup",
            {"chat_id": 5, "media": [PHOTO, PHOTO | {"title": "x"}]},
            "has no parameter media[1].title",
        ),
        ("sendMediaGroup", {"chat_id": 5, "media": [PHOTO, {"type": "tune"}]}, "media[1].type"),
    ],
)
def test_what_the_fake_refuses_beyond_telegram(method: str, params: dict, words: str):
    with pytest.raises(ApiError) as refused:
        check(method, params)
    assert words in refused.value.description
    assert refused.value.description.endswith("(strict fake)")


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": "5", "text": "x", "protect_content": "True"}),
        ("sendMessage", {"chat_id": "@club", "text": "x", "reply_markup": None}),
        ("SENDLOCATION", {"chat_id": 5, "latitude": "52.5", "longitude": 13}),
        ("sendMediaGroup", {"chat_id": 5, "media": [PHOTO, PHOTO | {"caption": "x"}]}),
        ("getUpdates", {"timeout": 50, "allowed_updates": ["message"]}),
        ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": {"remove_keyboard": True}}),
        ("sendMessage", {"chat_id": 5, "words": "the method tells what is missing"}),
    ],
)
def test_what_forms_and_json_carry_is_fine(method: str, params: dict):
    check(method, params)
