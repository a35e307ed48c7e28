"""Every word is found, and every word is used."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from content.messages import environment, label, message, toast, words

BOT = Path(str(files("bot")))
TEMPLATES = {Path(name).stem for name in environment().list_templates(extensions=["j2"])}
PARTS = {"reasons", "weekline", "gallery.html"}  # included by others, or not for the chat


def calls(*names: str) -> Iterator[tuple[str, str]]:
    """(function, first argument) of every call of these functions in the bot's code."""
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _name(node) in names and node.args:
                for value in ast.walk(node.args[0]):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield _name(node), value.value


def _name(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def test_every_template_that_is_named_exists_and_none_is_left_over():
    named = {name for _, name in calls("message")}
    assert named == TEMPLATES - PARTS


def test_every_button_and_toast_that_is_named_has_its_words():
    for kind, name in calls("button", "label", "toast"):
        group = "toasts" if kind == "toast" else "buttons"
        assert name in words()[group], f"{kind} {name!r} has no words in words.yaml"


def test_buttons_are_short_enough_for_a_phone():
    assert [each for each in words()["buttons"].values() if len(each) > 32] == []


def test_what_people_type_is_escaped():
    assert "&lt;b&gt;" in message("greeting", name="<b>Rob</b>")


def test_a_missing_value_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError):
        message("greeting")


def test_names_in_labels_do_not_clash_with_ours():
    assert label("setting", name="Sitting", value="Over 7") == "Sitting: Over 7"
    assert toast("snoozed", at="07:20") == "See you at 07:20"


def test_no_message_shouts():
    for name in sorted(TEMPLATES):
        source = files("content").joinpath("messages", f"{name}.j2").read_text("utf-8")
        text = re.sub(r"\{[{%].*?[%}]\}|<[^>]+>", "", source, flags=re.DOTALL)
        assert "!" not in text or name == "gallery.html", name
