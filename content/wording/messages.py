"""Every word that a runner reads: templates filled in, labels looked up.

Templates are Telegram HTML with everything escaped; a name that a template wants and does not
get is an error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined
from jinja2.bccache import Bucket

from content.authoring.document import File
from content.wording.formats import Marks

MESSAGES = "messages"
PLAIN = "plain"  # the kind of openers for days after a red flag


@dataclass(frozen=True)
class Wording:
    """All wording of one folder, as it was when it was read: later edits do not show.

    `templates` are texts by the names of their files; `compiled` is what Jinja made of them.
    `words` are labels, toasts and short words from `words.yaml`; `openers` the sentences to choose
    from, by kind, from `openers.yaml`.
    """

    templates: Mapping[str, str]
    compiled: dict[str, bytes]
    words: Mapping[str, Any]
    openers: Mapping[str, Sequence[str]]

    @cached_property
    def environment(self) -> Environment:
        return environment_of(self.templates, self.compiled)

    def message(self, name: str, /, **context: Any) -> str:
        """The text of `messages/NAME.j2` for this context."""
        return self.environment.get_template(f"{name}.j2").render(**context).strip()

    @cached_property
    def marks(self) -> Marks:
        """What stands for a day, as a sign and in words."""
        return Marks(self.words["marks"], self.words["marks_said"], self.words["weekdays"])

    def opener(self, kind: str, day: date, turn: int = 0, turns: int = 1) -> str:
        """How a message of that kind begins on that day, different on each day of a fortnight.

        Where up to `turns` of a kind come on one day, `turn` counts them from 0.
        """
        choices = self.openers[kind]
        return choices[(day.toordinal() * turns + turn) % len(choices)]

    @cached_property
    def plain(self) -> "Wording":
        """The same with plain openers only, for days on which nothing shall sound cheerful."""
        return replace(self, openers=dict.fromkeys(self.openers, self.openers[PLAIN]))

    def label(self, name: str, /, **values: Any) -> str:
        """What a button says."""
        return str(self.words["buttons"][name]).format(**values)

    def toast(self, name: str, /, **values: Any) -> str:
        """What flashes up after a tap."""
        return str(self.words["toasts"][name]).format(**values)

    def term(self, group: str, name: str) -> str:
        """How a runner would say an id: `term("areas", "outer-hip")`."""
        return str(self.words[group][name])


def read_wording(root: File) -> Wording:
    """The wording under that folder.

    Raises YAMLError; a broken template shows only once it is said (see `content.checks.wording`).
    """
    return Wording(sources(root), {}, _read(root, "words.yaml"), _read(root, "openers.yaml"))


def sources(root: File) -> dict[str, str]:
    """The texts of all templates under that folder, by the names of their files."""
    folder = root / MESSAGES
    found = [*folder.iterdir()] if folder.is_dir() else []
    return {
        file.name: file.read_text(encoding="utf-8") for file in found if file.name.endswith(".j2")
    }


class _Compiled(BytecodeCache):
    """Puts what Jinja compiles into a mapping, and finds it there."""

    def __init__(self, compiled: dict[str, bytes]) -> None:
        self._compiled = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


def environment_of(templates: Mapping[str, str], compiled: dict[str, bytes]) -> Environment:
    """How all templates are read. What is compiled here is found in `compiled` from then on."""
    return Environment(
        loader=DictLoader(templates),
        bytecode_cache=_Compiled(compiled),
        autoescape=True,
        auto_reload=False,  # new texts come with a new environment
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(root: File, name: str) -> dict[str, Any]:
    import yaml  # late: see content/authoring/cache.py

    text = (root / MESSAGES / name).read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
