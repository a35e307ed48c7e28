"""What a clinician should read: every card, every red flag, and the texts about the body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from content.authoring.document import ContentError, Document, File, Problem
from content.authoring.shapes import any_text, items, record, table
from content.authoring.validation import parse
from content.authoring.yaml_reader import nearest, read_document
from content.catalog.files.sign_off import FIELDS, SignOff, Standing, model_version, version_of
from content.catalog.library import load
from content.wording.messages import MESSAGES, sources

REVIEWS = "reviews.yaml"
FLAGS, TOPICS = "flags", "topics"
SHAPE = record(
    {"messages": items(any_text)}, {"signed": table(record(dict.fromkeys(FIELDS, any_text)))}
)


@dataclass(frozen=True, slots=True)
class Reviewable:
    """A card, flag or text: its name, the file that keeps its sign-off, and what it is worth."""

    name: str
    file: str
    version: str
    sign_off: SignOff

    def standing(self, today: date) -> Standing:
        return self.sign_off.standing(self.version, today)


def reviewables(root: File) -> list[Reviewable]:
    """Everything that is to be reviewed under that folder. Raises ContentError."""
    cards = [
        Reviewable(card.id, f"cards/{card.id}.yaml", model_version(card), card.sign_off)
        for card in load(root).cards.values()
    ]
    document, problems = read_reviews(root)
    if problems:
        raise ContentError(tuple(problems))
    signed = _signed(document)
    others = [
        Reviewable(name, REVIEWS, version_of(data), signed.get(name, SignOff()))
        for name, data in _written(root, document.data["messages"])
    ]
    return [*cards, *others]


def read_reviews(root: File) -> tuple[Document, list[Problem]]:
    """The sign-offs as a page, and what is wrong with them."""
    document, problems = read_document(root / REVIEWS, REVIEWS)
    data = {k: v for k, v in (document.data or {}).items() if (k, v) != ("signed", None)}
    problems = problems or [*SHAPE(document, (), data)]
    if problems:
        return document, problems
    known = [name.removesuffix(".j2") for name in sources(root)]
    problems = [
        document.problem(("messages", at), f"there is no message “{name}”", nearest(name, known))
        for at, name in enumerate(data["messages"])
        if name not in known
    ]
    for name, signed in (data.get("signed") or {}).items():
        problems += parse(SignOff, document, signed, ("signed", name))[1]
    return document, problems


def _signed(document: Document) -> Mapping[str, SignOff]:
    found = (document.data.get("signed") or {}).items()
    read = {name: parse(SignOff, document, signed)[0] for name, signed in found}
    return {name: each for name, each in read.items() if each}


def _written(root: File, messages: list[str]) -> Iterator[tuple[str, Any]]:
    """Each flag and text by its name, with all that belongs to it."""
    advice = _data(root, f"{MESSAGES}/words.yaml")["flags"]
    rests, raised = _data(root, "facts/locks.yaml"), _raised(root)
    for flag, rows in raised.items():
        yield f"{FLAGS}/{flag}", [rows, advice.get(flag), rests.get(flag)]
    for name, answer in _data(root, "lexicon/topics.yaml")["answers"].items():
        yield f"{TOPICS}/{name}", answer
    texts = sources(root)
    for name in messages:
        yield f"{MESSAGES}/{name}", texts[f"{name}.j2"]


def _raised(root: File) -> dict[str, list[Any]]:
    """What raises each flag, from both files that say so."""
    found: dict[str, list[Any]] = {}
    for row in _data(root, "lexicon/flags.yaml")["flags"]:
        found.setdefault(row["id"], []).append(row)
    if (root / "lexicon" / "redflags.yaml").is_file():
        for row in _data(root, "lexicon/redflags.yaml")["rules"]:
            found.setdefault(row["flag"], []).append(row)
    return found


def _data(root: File, name: str) -> Mapping[str, Any]:
    document, problems = read_document(root.joinpath(*name.split("/")), name)
    if problems:
        raise ContentError(tuple(problems))
    data: Mapping[str, Any] = document.data
    return data
