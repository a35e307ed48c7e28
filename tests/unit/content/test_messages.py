"""Every word is found, every word is used, and every message survives what it is filled in with."""

import ast
import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from importlib.resources import files
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError, meta

from bot.playground.fake_telegram.rules.entities import utf16
from bot.playground.fake_telegram.rules.html import parse
from bot.values.day_of_programme import DayOfProgramme, ProgrammeWeek
from bot.values.offer import Offer
from bot.views.log.done import MARKS
from bot.views.session import today
from content.authoring.document import library_folder
from content.wording.messages import environment_of, read_wording
from content.wording.sample_values import LONG, Size, cases
from content.wording.templates import Template, templates

WORDING = read_wording(library_folder())
PLAIN = DayOfProgramme(None, run=False, run_at=None)
BOT = Path(str(files("bot")))
TEMPLATES = {Path(name).stem for name in WORDING.environment.list_templates(extensions=["j2"])}
PARTS = {
    "reasons",
    "weekline",
    "milestone",
    "card_parts.html",
    "gallery.html",
    "handout.html",
}  # included by others, or not for the chat
MESSAGES = [pytest.param(each, id=each.name) for each in templates(library_folder())]


def calls(*names: str) -> Iterator[tuple[str, str]]:
    """(function, name that is given) of every call of these functions in the bot's code."""
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _name(node) in names and node.args:
                given = node.args[1 if _name(node) == "button" else 0]  # after the wording
                for value in ast.walk(given):
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
        assert name in WORDING.words[group], f"{kind} {name!r} has no words in words.yaml"


def test_buttons_are_short_enough_for_a_phone():
    assert [each for each in WORDING.words["buttons"].values() if len(each) > 32] == []


def test_what_people_type_is_escaped():
    assert "&lt;b&gt;" in WORDING.message("greeting", name="<b>Rob</b>")


def test_a_missing_value_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError):
        WORDING.message("greeting")


def test_names_in_labels_do_not_clash_with_ours():
    assert WORDING.label("setting", name="Sitting", value="Over 7") == "Sitting: Over 7"
    assert WORDING.toast("snoozed", at="07:20") == "See you at 07:20"


def undeclared(environment: Environment, name: str) -> set[str]:
    """The names that a template and its parts want, as Jinja itself sees them."""
    assert environment.loader
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    parts = [part for part in meta.find_referenced_templates(tree) if part]
    inside = [undeclared(environment, part) for part in parts]
    return meta.find_undeclared_variables(tree).union(*inside)


@pytest.mark.parametrize("template", MESSAGES)
def test_a_template_documents_what_it_wants_and_nothing_else(template: Template):
    assert template.doc.problems == ()
    assert template.doc.occasion.endswith((".", "?"))
    told = {name.top for name in template.doc.names}
    assert told == undeclared(template.environment, template.name)


@pytest.mark.parametrize("template", MESSAGES)
def test_a_message_is_fit_to_send_whatever_it_is_filled_in_with(template: Template):
    for case in cases(template.doc.names):
        text, _ = parse(template.text(case))  # as strict as Telegram
        assert utf16(text) <= 4096, case.told
        assert "\n\n\n" not in text, case.told
        assert text == "\n".join(line.strip() for line in text.split("\n")), case.told
        assert not re.search(r"\bNone\b|!| [.,]|\b1 (log )?(days|weeks|reps|times|entries)\b", text)
        assert text or template.name == "reasons.j2", case.told


def test_the_stand_ins_reach_the_edges():
    """The test above would mean little if names were never empty or never full of markup."""
    (hello,) = [each for each in templates(library_folder()) if each.name == "greeting.j2"]
    texts = {parse(hello.text(case))[0] for case in cases(hello.doc.names)}
    assert any(text.startswith("Hi.") for text in texts)
    assert any(LONG in text for text in texts)
    sizes = {case.size: case.context(hello.fields) for case in cases(hello.doc.names)}
    assert set(sizes) == set(Size)


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.sampled_from(sorted(WORDING.openers)))
def test_no_opener_comes_back_within_a_fortnight(day: date, kind: str):
    fortnight = [WORDING.opener(kind, day + timedelta(days=each)) for each in range(15)]
    assert len(set(fortnight)) == 15
    assert WORDING.opener(kind, day) == fortnight[0]


def test_there_are_openers_for_just_what_repeats():
    assert set(WORDING.openers) == {
        "reminder",
        "nudge",
        "break",
        "plain",
        "quiet_week",
        *(status.value for status in MARKS),
    }


def test_the_reminder_says_what_it_follows_and_never_the_same_in_a_fortnight():
    days = [date(2026, 11, 16) + timedelta(days=each) for each in range(15)]
    texts = [
        today.reminder(WORDING, Offer(day, (), 6), {}, "coffee", late=False, turn=0, day=PLAIN).text
        for day in days
    ]
    assert all("<b>Right after your coffee, about 6 min:</b>" in text for text in texts)
    assert len({text.split("\n")[0] for text in texts}) == 15


def reminded(day: date, turn: int | None) -> str:
    plan = Offer(day, (), 6)
    return today.reminder(WORDING, plan, {}, None, late=False, turn=turn, day=PLAIN).text


def test_three_reminders_a_day_open_differently_for_a_fortnight():
    days = [date(2026, 11, 16) + timedelta(days=each) for each in range(14)]
    texts = {
        today.reminder(
            WORDING, Offer(day, (), 6), {}, None, late=False, turn=turn, day=PLAIN
        ).text.split("\n")[0]
        for day in days
        for turn in range(3)
    }
    assert len(texts) == 42


def test_a_reminder_that_comes_back_says_so():
    plan = Offer(date(2026, 11, 16), (), 6)
    first, again = (reminded(plan.day, turn) for turn in (0, None))
    assert first.split("\n")[0] in WORDING.openers["reminder"]
    assert again.split("\n")[0].replace("&#39;", "'") in WORDING.openers["nudge"]
    assert "<b>About 6 min:</b>" in first


def test_the_reminder_names_programme_week_and_run():
    week = ProgrammeWeek("Desk-bound runner", 2, 6, "strength")
    day = DayOfProgramme(week, run=True, run_at=time(18))
    plan = Offer(date(2026, 11, 16), (), 6)
    told = today.reminder(WORDING, plan, {}, None, late=False, turn=0, day=day).text
    assert "Desk-bound runner, week 2 of 6: strength" in told
    assert "You run today at 18:00." in told
    plain = today.reminder(WORDING, plan, {}, None, late=False, turn=0, day=PLAIN).text
    assert "week" not in plain
    assert "run today" not in plain


def test_what_was_compiled_is_used_until_its_text_changes(monkeypatch):
    compiled: dict[str, bytes] = {}

    def said(text: str) -> jinja2.Template:
        return environment_of({"a.j2": text}, compiled).get_template("a.j2")

    assert said("Hello").render() == "Hello"
    assert said("Good day").render() == "Good day"
    with monkeypatch.context() as broken:
        broken.setattr(Environment, "compile", None)
        assert said("Good day").render() == "Good day"
