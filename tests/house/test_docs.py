"""What a page or a comment names is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    path
    for path in sorted(ROOT.rglob("*.md"))
    if not any(part.startswith((".venv", ".git", "build", "node")) for part in path.parts)
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path):
    lost = [link for link in _links(page.read_text()) if not (page.parent / link).exists()]
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_is_named_is_there(page: Path):
    named = re.findall(
        r"`((?:bot|content|scheduler|storage|tests|deploy)/[\w/.-]+)`", page.read_text()
    )
    if page.name == "CHANGELOG.md":  # tells of what was
        return
    assert [each for each in named if not (ROOT / each).exists()] == []


def test_the_code_that_an_authors_file_names_is_there():
    named = {
        (file.name, path)
        for file in (ROOT / "content/library").rglob("*.yaml")
        for path in re.findall(r"\bcontent/[\w/]+\.\w+", file.read_text())
    }
    assert [each for each in named if not (ROOT / each[1]).exists()] == []


def _links(text: str) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in link and not link.startswith("mailto:"):
            yield link
