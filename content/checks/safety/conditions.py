"""Cards that are dangerous for somebody say so: rules as data, measured on card and pose."""

from collections.abc import Iterator, Mapping

from content.authoring.document import Document, File, Problem, library_folder
from content.authoring.model import Model
from content.authoring.validation import parse
from content.authoring.yaml_reader import nearest, read_document
from content.catalog.card import Card
from content.catalog.files.loader import LibraryFiles
from content.catalog.taxonomy import RESTS_ALL, Area, Condition, Kind, Position
from content.pictures.posture.pose import Pose
from content.pictures.posture.poses import pose_page

RULES = "facts/not_for.yaml"
ON_FEET = frozenset({Position.STANDING, Position.WALKING, Position.RUNNING})


class DangerousWhen(Model):
    """What a card is that a condition rules out; all that is given has to fit."""

    kinds: tuple[Kind, ...] = ()
    areas: tuple[Area, ...] = ()
    positions: tuple[Position, ...] = ()
    impact: bool = False
    level: int | None = None
    flexion: int | None = None
    extension: int | None = None
    rotation: int | None = None
    abduction: int | None = None
    adduction: int | None = None
    bend: int | None = None
    twist: int | None = None
    lean: int | None = None

    @property
    def reaches(self) -> Mapping[str, int]:
        """The degrees that were given, by their names."""
        return {name: getattr(self, name) for name in _MEASURED if getattr(self, name) is not None}


_MEASURED = ("flexion", "extension", "rotation", "abduction", "adduction", "bend", "twist", "lean")

Rules = Mapping[Condition, tuple[DangerousWhen, ...]]


def condition_problems(root: File, library_files: LibraryFiles) -> Iterator[Problem]:
    """What is wrong with the rules, and every card that fits one and does not list it."""
    rules, problems = read_rules(root)
    yield from problems
    for card in library_files.library.cards.values():
        _, pose, _ = pose_page(card.id, root)
        found = {} if pose is None else measured(card, pose)
        document = library_files.document(card.id)
        for condition in missing(card, found, rules):
            mend = f"add {condition} to not_for, or change the card"
            fault = f"leaves out {condition}, for whom {RULES} rules this card out"
            yield document.problem(("not_for",), fault, mend)


def read_rules(root: File | None = None) -> tuple[Rules, list[Problem]]:
    """The rules that can be read, and what is wrong with the others."""
    own = (root or library_folder()).joinpath(*RULES.split("/"))
    file = own if own.is_file() else library_folder().joinpath(*RULES.split("/"))
    document, problems = read_document(file, RULES)
    if not isinstance(document.data, dict):
        mend = "begin each line with the id of a condition and a colon"
        return {}, problems or [document.problem((), "does not hold rules", mend)]
    rules: dict[Condition, tuple[DangerousWhen, ...]] = {}
    for name, lines in document.data.items():
        if name not in set(Condition):
            problems.append(document.problem((name,), "is no condition", nearest(name, _ids())))
            continue
        rules[Condition(name)], faults = _lines(document, name, lines)
        problems += faults
    problems += [
        document.problem((), f"has no rule for {each}", "add one")
        for each in _ids()
        if each not in document.data and each not in RESTS_ALL
    ]
    return rules, problems


def _ids() -> list[str]:
    return [each.value for each in Condition]


def _lines(
    document: Document, name: str, lines: object
) -> tuple[tuple[DangerousWhen, ...], list[Problem]]:
    if not isinstance(lines, list) or not all(lines):
        mend = "write one line such as “- {kinds: [stretch]}” below it"
        return (), [document.problem((name,), "holds no rules", mend)]
    read = [parse(DangerousWhen, document, each, (name, at)) for at, each in enumerate(lines)]
    return tuple(rule for rule, _ in read if rule), [fault for _, found in read for fault in found]


def missing(card: Card, found: Mapping[str, float], rules: Rules) -> list[Condition]:
    """The conditions that rule this card out, and that it does not list."""
    return [
        condition
        for condition, lines in rules.items()
        if condition not in card.not_for and any(_fits(each, card, found) for each in lines)
    ]


def _fits(rule: DangerousWhen, card: Card, found: Mapping[str, float]) -> bool:
    told = (
        not rule.kinds or card.kind in rule.kinds,
        not rule.areas or not set(rule.areas).isdisjoint(card.areas),
        not rule.positions or card.position in rule.positions,
        not rule.impact or card.impact,
        rule.level is None or card.level >= rule.level,
    )
    return all(told) and all(found.get(name, 0) >= least for name, least in rule.reaches.items())


def measured(card: Card, pose: Pose) -> dict[str, float]:
    """How far the card goes, in degrees: the furthest of both hips, at both ends of the move."""
    postures = [pose.named(end) for end in ("start", "key")]
    found = {
        "flexion": _furthest(postures, "hip.flex", 1),
        "extension": _furthest(postures, "hip.flex", -1),
        "rotation": max(_furthest(postures, "hip.rot", way) for way in (1, -1)),
        "abduction": _furthest(postures, "hip.abd", 1),
        "adduction": _furthest(postures, "hip.abd", -1),
        "bend": _furthest(postures, "spine.bend", 1),
        "twist": max(_furthest(postures, "spine.twist", way) for way in (1, -1)),
    }
    if card.position in ON_FEET:
        found["lean"] = _furthest(postures, "lean", 1)
    return found


def _furthest(postures: list[Mapping[str, float]], joint: str, way: int) -> float:
    return max(
        (
            degrees * way
            for posture in postures
            for name, degrees in posture.items()
            if name.endswith(joint)
        ),
        default=0,
    )
