"""Faults planted in a template or in the words: told with file, line, field and mend."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from bot.playground.fake_telegram.rules.errors import ApiError
from bot.playground.fake_telegram.rules.html import parse
from content.catalog.files.loader import LibraryFiles, read
from content.checks.messages import message_problems
from content.checks.short_words import word_problems
from content.wording.telegram_html import markup_faults
from content.wording.template_docs import TYPES

GOOD = """\
{# When the runner was away.
   name: first name (text or empty) = Sam
   days: how long, days (int) = 3
   cards[].name: what waits (text) = Clamshell | Lunge
#}
{% if name %}
Hi {{ name }}.
{% endif %}
Away for {{ days }} day{{ "" if days == 1 else "s" }}.
{% for card in cards %}
• {{ card.name }}
{% endfor %}
"""

COMMENT = "add its line to the comment on top"
LINE = "write “name: meaning, unit (type) = example”"
TWO = "make two sentences of it, or use shorter words"

# What to replace by what; then line, field, how the fault begins, and the mend.
FAULTS = [
    pytest.param(
        (GOOD[: GOOD.index("#}") + 3], ""),
        (1, "", "does not tell its context", "begin the file with {# when it is sent"),
        id="no comment",
    ),
    pytest.param(
        ("first name (text or empty) = Sam", "first name"),
        (2, "name", "is not documented the usual way", LINE),
        id="no type",
    ),
    pytest.param(
        ("(int)", "(number)"),
        (3, "days", "has an unknown type: number", f"use {', '.join(TYPES)}, also with “or none”"),
        id="unknown type",
    ),
    pytest.param(
        (" = Sam", ""), (2, "name", "has no example", "end the line with “ = ” and one"),
        id="no example",
    ),
    pytest.param(
        ("{% endfor %}", "{% endfi %}"),
        (12, "", "is no template (Encountered unknown tag 'endfi'", "see how another message"),
        id="misspelt tag",
    ),
    pytest.param(
        ("Away", "{% if name %}Away"),
        (12, "", "is no template (Unexpected end of template", "see how another message"),
        id="if without end",
    ),
    pytest.param(
        ("Hi {{ name }}", "Hi {{ nmae }}"),
        (7, "nmae", "is not documented", "did you mean “name”"),
        id="misspelt name",
    ),
    pytest.param(
        ("{{ card.name }}", "{{ card.name }}: {{ card.summary }}"),
        (11, "cards[].summary", "is not documented", COMMENT),
        id="field that nobody promised",
    ),
    pytest.param(
        ("   days:", "   place: where to (text) = Rome\n   days:"),
        (3, "place", "is documented, but not used", "use it, or remove its line from the comment"),
        id="name without use",
    ),
    pytest.param(
        ("• {{ card.name }}", "• {{ loop.index }}"),
        (4, "cards[].name", "is documented, but not used", "use it, or remove its line"),
        id="field without use",
    ),
    pytest.param(
        ("Away", "{% include 'week.j2' %}\nAway"),
        (9, "week.j2", "is not there", "did you mean “x.j2”"),
        id="part that is not there",
    ),
    pytest.param(
        ("{{ days }} day", "{{ days.hour() }} day"),
        (1, "", "can't be filled in ('int object' has no attribute 'hour')", "mend the expression"),
        id="expression that fails",
    ),
    pytest.param(
        ("Away", "<b>Away"), (1, "", "<b> is not closed when name is", "add </b>"), id="open tag"
    ),
    pytest.param(
        ("Away", "<br>Away"),
        (1, "", "<br> is no tag that Telegram knows", "use b, i, u, s, code, pre, a, blockquote"),
        id="foreign tag",
    ),
    pytest.param(
        ("Away", "A" * 4096 + "way"),
        (1, "", "has 4", "shorten it"),
        id="too long",
    ),
    pytest.param(
        ("{% for", "\n\n{% for"),
        (1, "", "has two blank lines in a row", "remove one, or end a tag with -%}"),
        id="blank lines",
    ),
    pytest.param(
        ("Away", "Gone: {{ name }}\nAway"),
        (1, "", "begins or ends a line with a space when name is empty", "remove it"),
        id="gap at the end",
    ),
    pytest.param(
        ("Away", "Gone, {{ name }}.\nAway"),
        (1, "", "has a space before a mark when name is empty", "remove it"),
        id="gap inside",
    ),
    pytest.param(
        ("(int) = 3", "(int or none) = 3"),
        (1, "", "says None when name is there, days is none", "tell what to say"),
        id="None",
    ),
    pytest.param(
        ('day{{ "" if days == 1 else "s" }}', "days"),
        (1, "", "counts one as many when name is there, size one", "say 1 of it"),
        id="1 days",
    ),
    pytest.param(
        ("Hi {{ name }}.", "Hi {{ name }}!"), (1, "", "shouts when", "end it"), id="shouting"
    ),
    pytest.param(
        ("Away for", "Considerable inactivity necessitates particularly conservative progression"),
        (9, "", "“Considerable inactivity necessitates", TWO),
        id="hard to read",
    ),
]  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "messages").mkdir()
    return tmp_path


def planted(tree: Path, text: str) -> list:
    (tree / "messages" / "x.j2").write_text(text)
    return list(message_problems(tree))


def test_a_good_template_has_no_problems(tree: Path):
    assert planted(tree, GOOD) == []


@pytest.mark.parametrize(("change", "told"), FAULTS)
def test_a_fault_in_a_template(tree: Path, change: tuple[str, str], told: tuple):
    old, new = change
    assert old in GOOD
    problem = planted(tree, GOOD.replace(old, new, 1))[0]
    line, field, fault, mend = told
    assert (problem.file, problem.line, problem.field) == ("messages/x.j2", line, field)
    assert problem.fault.startswith(fault)
    assert problem.mend.startswith(mend)


def test_a_broken_part_is_told_once(tree: Path):
    (tree / "messages" / "part.j2").write_text("{# A part. #}\n{% if %}\n")
    problems = planted(tree, "{# Uses it. #}\n{% include 'part.j2' %}\n")
    assert [(each.file, each.line) for each in problems] == [("messages/part.j2", 2)]


def test_a_part_counts_for_the_whole(tree: Path):
    (tree / "messages" / "part.j2").write_text("{# A part.\n   x: it (int)\n#}\n{{ x }}\n")
    (problem,) = planted(tree, "{# Uses it. #}\n\n{% include 'part.j2' %}\n")
    assert (problem.line, problem.field, problem.fault) == (3, "x", "is not documented")


@pytest.fixture(scope="module")
def library_files() -> LibraryFiles:
    return read(Path(content.__file__).parent / "library")


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("words", "toasts:\n  done: Logged!\n", (2, "toasts.done", "shouts")),
        (
            "words",
            "toasts:\n  done: It cures you.\n",
            (2, "toasts.done", "“cures” promises curing"),
        ),
        ("words", "toasts: [\n", (2, "", "is not YAML")),
        ("openers", "done:\n  - Good.\n", (1, "done", "has 1 openers, so one comes back")),
        ("openers", "done: Good.\n", (1, "done", "should be a list")),
        (
            "openers",
            "done:\n" + "".join(f"  - Line {each % 15}.\n" for each in range(16)),
            (17, "done.16", "is there twice"),
        ),
    ],
)
def test_a_fault_in_the_words(
    tree: Path, library_files: LibraryFiles, file: str, text: str, told: tuple
):
    for name in ("words", "openers"):
        (tree / "messages" / f"{name}.yaml").write_text("{}\n")
    (tree / "messages" / f"{file}.yaml").write_text(text)
    (problem,) = word_problems(tree, library_files)
    line, field, fault = told
    assert (problem.file, problem.line, problem.field) == (f"messages/{file}.yaml", line, field)
    assert problem.fault.startswith(fault)


PIECES = ["<b>", "</b>", "<i>", "</i>", '<a href="https://a.org">', "</a>", "<br>", "<3", "<", ">"]


@given(st.lists(st.sampled_from([*PIECES, "&lt;", "word", " ", "\n"]), max_size=8).map("".join))
def test_what_telegram_refuses_is_a_fault(html: str):
    try:
        parse(html)
    except ApiError:
        assert list(markup_faults(html))


def test_the_guide_tells_of_every_type_and_its_example_is_a_good_message(tree: Path):
    guide = (
        Path(content.__file__)
        .with_name("library")
        .joinpath("messages")
        .joinpath("README.md")
        .read_text()
    )
    table = "".join(line for line in guide.splitlines() if line.startswith("| `"))
    assert [each for each in TYPES if f"`{each}`" not in table] == []
    example = guide.split("```jinja\n")[1].split("```")[0]
    assert planted(tree, example) == []
