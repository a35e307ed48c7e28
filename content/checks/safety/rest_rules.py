"""What rests after a red flag: every line of facts/locks.yaml can be obeyed."""

from collections.abc import Iterator

from content.authoring.document import Document, File, Problem
from content.authoring.yaml_reader import nearest, read_document
from content.catalog.taxonomy import Area

LOCKS = "facts/locks.yaml"
FLAGS = {"lexicon/flags.yaml": ("flags", "id"), "lexicon/redflags.yaml": ("rules", "flag")}
FIELDS = ["rests", "gone"]
AREAS = [each.value for each in Area]


def rest_problems(root: File) -> Iterator[Problem]:
    """Lines that name no flag, no area, or something else altogether."""
    document, problems = read_document(root.joinpath(*LOCKS.split("/")), LOCKS)
    yield from problems
    if not isinstance(document.data, dict):
        if not problems:
            yield document.problem((), "does not hold lines", "write “flag: {rests: all}”")
        return
    known = sorted(_flags(root))
    for flag, rule in document.data.items():
        if known and flag not in known:
            yield document.problem((flag,), "is no red flag", nearest(str(flag), known))
        yield from _rule(document, flag, rule)


def _rule(document: Document, flag: str, rule: object) -> Iterator[Problem]:
    if not isinstance(rule, dict):
        yield document.problem((flag,), "is no group of fields", "write “{rests: all}”")
        return
    for field in rule.keys() - set(FIELDS):
        yield document.problem((flag, field), "is not a field here", nearest(str(field), FIELDS))
    if str(rule.get("gone", "false")).lower() not in ("true", "false"):
        yield document.problem((flag, "gone"), "is neither true nor false", "write true or false")
    rests = rule.get("rests", "all")
    if rests in ("all", "named"):
        return
    if not isinstance(rests, list):
        yield document.problem((flag, "rests"), "is no list", "write all, named or [areas]")
        return
    for index, area in enumerate(rests):
        if area not in AREAS:
            place = (flag, "rests", index)
            yield document.problem(place, f"“{area}” is no area", nearest(str(area), AREAS))


def _flags(root: File) -> Iterator[str]:
    for name, (table, field) in FLAGS.items():
        file = root.joinpath(*name.split("/"))
        data = read_document(file, name)[0].data if file.is_file() else None
        rules = data.get(table) if isinstance(data, dict) else None
        for rule in rules if isinstance(rules, list) else ():
            if isinstance(rule, dict) and field in rule:
                yield str(rule[field])
