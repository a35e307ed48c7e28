"""The red flags as authors keep them: which signs and findings raise which flag together.

lexicon/redflags.yaml composes the findings of lexicon/clinical.yaml; lexicon/flags.yaml names
signs that stand for themselves. All become one list of conditions, the gravest first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from content.catalog.taxonomy import Condition as State
from content.language.compiler import FINDINGS
from content.language.lexicon import Lexicon, LexiconError, once_for_each
from content.screening.urgency import Urgency

Choice = frozenset[str]
Group = tuple[Choice, ...]  # one of each choice, close together
GRAVEST = "self-harm"
# Findings that a number tells as well, see content/screening/numbers.
NUMBERED = {"child": "child", "elder": "elder", "fever": "fever", "feverish": "fever"}
ASKED = "asked"  # the runner wonders about a condition by its name, and tells nothing of it
CURIOUS = "curious"  # something is asked about that may be nobody's


class Condition(NamedTuple):
    """What raises a flag: one finding of each choice, and nothing that excuses it.

    `rank` orders all conditions, the gravest first. The choices of a group must be met close
    together, the groups anywhere in what is read as one story.
    """

    rank: int
    flag: str
    urgency: Urgency
    groups: tuple[Group, ...]
    unless: frozenset[str]

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(choice for group in self.groups for choice in group)


@dataclass(frozen=True, eq=False, slots=True)
class Conditions:
    """All conditions by rank, the gravest first, and which of them each name helps to meet.

    `helped` has for a name a number for each choice of a condition (the first, second …): bits by
    rank. `unasked` has those of the conditions that have no such choice. A long message asks a
    hundred times.
    """

    ranked: Sequence[Condition]
    unasked: Sequence[int]
    helped: Mapping[str, Sequence[tuple[int, int]]]

    def told(self, names: Collection[str]) -> tuple[int, ...]:
        """What those names are enough for, choice by choice."""
        bits = list(self.unasked)
        for name in names:
            for place, helped in self.helped.get(name, ()):
                bits[place] |= helped
        return tuple(bits)

    def raised(self, told: Sequence[tuple[int, ...]], below: int) -> Iterator[Condition]:
        """The conditions that all of that is enough for, the gravest first, of a rank `below`."""
        met = (1 << min(below, len(self.ranked))) - 1
        for bits in zip(*told, strict=True):
            met &= reduce(or_, bits)
        while met:
            gravest = met & -met
            yield self.ranked[gravest.bit_length() - 1]
            met ^= gravest


@once_for_each
def referrals(lexicon: Lexicon) -> Conditions:
    """The conditions of all flags, the most urgent first."""
    written = [*_composed(lexicon, "rules"), *_signs(lexicon)]
    written.sort(key=lambda each: (list(Urgency).index(each.urgency), each.flag != GRAVEST))
    return _ranked(written)


@once_for_each
def doubts(lexicon: Lexicon) -> Conditions:
    """What raises no flag but a question: is the body well? Who only asks needs none."""
    written = _composed(lexicon, "doubts")
    return _ranked([each._replace(unless=each.unless | {ASKED}) for each in written])


def _ranked(written: Sequence[Condition]) -> Conditions:
    ranked = [each._replace(rank=rank) for rank, each in enumerate(written)]
    places = range(max(len(each.choices) for each in ranked))
    unasked = [sum(1 << c.rank for c in ranked if place >= len(c.choices)) for place in places]
    helped: dict[str, dict[int, int]] = {}
    for condition in ranked:
        for place, choice in enumerate(condition.choices):
            for name in choice:
                bits = helped.setdefault(name, {})
                bits[place] = bits.get(place, 0) | 1 << condition.rank
    return Conditions(ranked, unasked, {name: [*bits.items()] for name, bits in helped.items()})


def _signs(lexicon: Lexicon) -> Iterator[Condition]:
    """flags.yaml: "groin + pain|ache - joke", each sign anywhere in the story."""
    flags: Sequence[Mapping[str, Any]] = lexicon.tables["flags"]["flags"]
    for flag in flags:
        for written in flag["when"]:
            needed, _, unless = written.partition(" - ")
            groups = tuple((_choice(part),) for part in needed.split(" + "))
            yield Condition(0, flag["id"], Urgency(flag["urgency"]), groups, _choice(unless))


def _composed(lexicon: Lexicon, table: str) -> Iterator[Condition]:
    """redflags.yaml: "calf + swollen & travel|immobile", a plus for what stands close together."""
    sections = _sections(lexicon)
    rules: Sequence[Mapping[str, Any]] = lexicon.tables["redflags"][table]
    for rule in rules:
        for written in rule["when"]:
            needed, _, unless = written.partition(" - ")
            groups = tuple(
                tuple(_named(choice, sections, written) for choice in group.split(" + "))
                for group in needed.split(" & ")
            )
            excuses = _excuses(unless, sections, lexicon, written)
            urgency = Urgency(rule.get("urgency", Urgency.NOW))  # nothing settles a doubt
            yield Condition(0, rule["flag"], urgency, groups, excuses)


def _choice(written: str) -> Choice:
    return frozenset(written.split("|")) - {""}


def _named(written: str, sections: Mapping[str, Sequence[str]], rule: str) -> Choice:
    """The concepts of "pain|ache". Raises LexiconError for a name that clinical.yaml lacks."""
    for name in _choice(written) - sections.keys():
        mend = f"Mend: write “{name}:” in lexicon/clinical.yaml, or another name here."
        raise LexiconError(f"lexicon/redflags.yaml: “{rule}” names “{name}”, no finding. {mend}")
    return frozenset(concept for name in _choice(written) for concept in sections[name])


def _excuses(
    written: str, sections: Mapping[str, Sequence[str]], lexicon: Lexicon, rule: str
) -> Choice:
    """What voids a rule: a finding anywhere in the story, or a `calm` word in the sentence."""
    calm = {name for name in _choice(written) if f"calm:{name}" in lexicon.phrases}
    return frozenset(calm) | _named("|".join(_choice(written) - calm), sections, rule)


def _sections(lexicon: Lexicon) -> dict[str, list[str]]:
    """Each name of clinical.yaml with its concepts: "bleed" may be in more than one section."""
    found: dict[str, list[str]] = {}
    for concept in lexicon.phrases:
        section, _, name = concept.partition(":")
        if section in FINDINGS:
            found.setdefault(name, []).append(concept)
    for name, number in NUMBERED.items():
        found.setdefault(name, []).append(f"number:{number}")
    return found | {name: [name] for name in kept(State)}


def kept(states: Iterable[State]) -> frozenset[str]:
    """What the rules call states that are known of a runner and not told just now."""
    return frozenset(f"kept-{state}" for state in states)
