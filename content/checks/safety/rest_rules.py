"""What rests after a red flag: every line of facts/locks.yaml can be obeyed."""

from collections.abc import Iterator, Mapping

from content.authoring.document import Document, File, Problem
from content.authoring.yaml_reader import nearest, read_document
from content.catalog.taxonomy import Area
from content.screening.after_flag.rest_after_flag import Return

LOCKS = "facts/locks.yaml"
FLAGS = {"flags": ("flags", "id"), "redflags": ("rules", "flag")}  # of the lexicon
FIELDS = ["rests", "gone", "quick", "returns"]
RETURNS = [each.value for each in Return]
AREAS = [each.value for each in Area]


def rest_problems(root: File, lexicon: Mapping[str, Document]) -> Iterator[Problem]:
    """Lines that name no flag of the lexicon, no area, or something else altogether."""
    document, problems = read_document(root.joinpath(*LOCKS.split("/")), LOCKS)
    yield from problems
    if not isinstance(document.data, dict):
        if not problems:
            yield document.problem((), "does not hold lines", "write “flag: {rests: all}”")
        return
    known = sorted({*known_flags(lexicon)})
    for flag in known:
        if flag not in document.data:
            mend = f"write “{flag}: {{rests: all}}”, or what else rests for it"
            yield document.problem((), f"has no line for {flag}", mend)
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
    yield from _words(document, flag, rule)
    yield from _returns(document, flag, rule)
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


def _words(document: Document, flag: str, rule: Mapping[str, object]) -> Iterator[Problem]:
    if str(rule.get("gone", "false")).lower() not in ("true", "false"):
        yield document.problem((flag, "gone"), "is neither true nor false", "write true or false")
    if rule.get("quick", "rests") != "rests":
        mend = "write “quick: rests”, or leave it out"
        yield document.problem((flag, "quick"), f"“{rule['quick']}” says nothing", mend)


def _returns(document: Document, flag: str, rule: Mapping[str, object]) -> Iterator[Problem]:
    way = rule.get("returns", Return.USUAL.value)
    if way not in RETURNS:
        mend = nearest(str(way), RETURNS)
        yield document.problem((flag, "returns"), f"“{way}” is no way back", mend)


def known_flags(lexicon: Mapping[str, Document]) -> Iterator[str]:
    """The ids of all red flags, as often as they are written."""
    for name, (table, field) in FLAGS.items():
        data = lexicon[name].data if name in lexicon else None
        rules = data.get(table) if isinstance(data, dict) else None
        for rule in rules if isinstance(rules, list) else ():
            if isinstance(rule, dict) and field in rule:
                yield str(rule[field])
