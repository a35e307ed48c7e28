"""`limber content train`: the second opinion learns anew from the authors' examples."""

from collections.abc import Sequence
from pathlib import Path

from bot.cli.faults import BadStart
from bot.cli.terminal import say
from content.authoring.document import library_folder
from content.authoring.yaml_reader import read_document

EXAMPLES = "examples.yaml"


def train(more: Sequence[Path], *, judge: bool) -> int:
    """Learn from the library's examples and from these files; `judge` says how well, too."""
    try:
        from content.intents.second_opinion import training  # late: it needs numpy
    except ImportError:
        raise BadStart("learning needs numpy; install limber[pictures]") from None
    documents = [read_document(each, each.name) for each in (library_folder() / EXAMPLES, *more)]
    if problems := [str(each) for _, found in documents for each in found]:
        raise BadStart(problems[0])
    told = list(training.examples(document.data for document, _ in documents))
    if judge:
        share = training.cross_validated(told)
        say(f"{share:.1%} of {len(told)} are right where the other four fifths taught it")
    data = training.file_of(told)
    training.weights_file().write_bytes(data)
    say(f"learnt from {len(told)} examples, {len(data) / 1000:.0f} kB")
    return 0
