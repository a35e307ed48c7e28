"""How well the screen sees: sensitivity by category, urgency, false alarms and every miss.

The tables are YAML that a physio reads and corrects: what runners write, and what is due.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from content.authoring.document import ContentError, Problem
from content.intents.meaning import Intent, Meaning
from content.screening.urgency import Urgency

Understand = Callable[[str], Sequence[Meaning]]
SEEN = (Intent.DANGER, Intent.CHECK_BODY)
FLAGS, MILD = "*flags.yaml", "*mild.yaml"


@dataclass(frozen=True)
class Table:
    """Groups of messages with what is due: flags with an urgency, mild ones with an `expect`."""

    name: str
    groups: Sequence[Mapping[str, Any]]


@dataclass
class Report:
    """What was counted. `missed` got neither a referral nor a question, `mild` too late a one."""

    seen: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    urgency: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    calm: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    too_mild: list[str] = field(default_factory=list)
    too_loud: list[str] = field(default_factory=list)

    @property
    def sensitivity(self) -> float:
        return self.seen.total() / max(1, self.flags.total())

    @property
    def false_alarms(self) -> float:
        return self.alarms.total() / max(1, self.calm.total())

    @property
    def referred(self) -> float:
        """The share of emergencies that get an emergency's referral."""
        now = [count for (due, _), count in self.urgency.items() if due == Urgency.NOW]
        return self.urgency[Urgency.NOW, Urgency.NOW] / max(1, sum(now))


def tables(folder: Path, pattern: str) -> list[Table]:
    """The tables of that kind in a folder. Raises ContentError if one is not whole."""
    return [_table(file) for file in sorted(folder.glob(pattern))]


def _table(file: Path) -> Table:
    import yaml  # late: see content/authoring/cache.py

    groups = yaml.safe_load(file.read_text("utf-8"))
    due = "urgency" if file.match(FLAGS) else "expect"
    about = "category" if due == "urgency" else "kind"
    for number, group in enumerate(groups, 1):
        if {due, about, "say"} - group.keys():
            mend = f"give it {about}, {due} and say"
            fault = f"group {number} is not whole"
            raise ContentError((Problem(file.name, 1, "groups", fault, mend),))
    return Table(file.name, groups)


def measure(flags: Sequence[Table], mild: Sequence[Table], understand: Understand) -> Report:
    """Every message of the tables, understood and compared with what is due."""
    report = Report()
    for group, said in _messages(flags):
        _flag(report, group, said, _weightiest(understand(said)))
    for group, said in _messages(mild):
        report.calm[group["kind"]] += 1
        meaning = _weightiest(understand(said))
        if meaning.intent is Intent.DANGER:
            report.alarms[group["kind"]] += 1
            report.too_loud.append(f"{group['expect']}, got {meaning.flag}: {said}")
    return report


def _messages(found: Sequence[Table]) -> Iterator[tuple[Mapping[str, Any], str]]:
    return ((group, said) for table in found for group in table.groups for said in group["say"])


def _weightiest(meanings: Sequence[Meaning]) -> Meaning:
    return next((each for each in meanings if each.intent in SEEN), meanings[0])


def _flag(report: Report, group: Mapping[str, Any], said: str, meaning: Meaning) -> None:
    category, due = group["category"], group["urgency"]
    got = meaning.urgency if meaning.intent is Intent.DANGER else meaning.intent
    report.flags[category] += 1
    report.urgency[due, str(got)] += 1
    report.seen[category] += meaning.intent in SEEN
    report.asked[category] += meaning.intent is Intent.CHECK_BODY
    if meaning.intent not in SEEN:
        report.missed.append(f"{category}, {due}, got {meaning.intent}: {said}")
    elif due == Urgency.NOW != got:
        report.too_mild.append(f"{category}, got {meaning.flag or 'a question'}: {said}")


def printed(report: Report) -> str:
    """The report as a page of text."""
    lines = [
        f"seen {report.sensitivity:.1%} of {report.flags.total()} red flags, "
        f"{report.asked.total()} of them by a question",
        f"emergencies referred as emergencies: {report.referred:.1%}",
        f"false alarms: {report.false_alarms:.1%} of {report.calm.total()}",
        "",
        "category                  seen  asked     of",
    ]
    for category, count in sorted(report.flags.items()):
        seen, asked = report.seen[category], report.asked[category]
        lines.append(f"{category:<24}{seen:>6}{asked:>7}{count:>7}")
    lines += ["", "due and given:"]
    lines += [f"  {due:<6} {got:<12}{n:>5}" for (due, got), n in sorted(report.urgency.items())]
    for title, said in (
        ("missed", report.missed),
        ("too mild", report.too_mild),
        ("too loud", report.too_loud),
    ):
        lines += ["", f"{title}: {len(said)}", *(f"  {each}" for each in said)]
    return "\n".join(lines)
