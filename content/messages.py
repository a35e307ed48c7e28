"""Every word that a runner reads: templates filled in, labels looked up.

Templates are Telegram HTML with everything escaped; a name that a template wants and does not
get is an error.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import BaseLoader, DictLoader, Environment, FileSystemBytecodeCache, StrictUndefined
from jinja2.bccache import Bucket

from content.yaml_file import File

MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class Wording:
    """All wording of one folder, as it was when it was read: later edits do not show."""

    environment: Environment
    words: Mapping[str, Any]
    openers: Mapping[str, Sequence[str]]


def read_wording(root: File, environment: Environment | None = None) -> Wording:
    """The wording under that folder, with its templates as `environment` has read them already.

    Raises YAMLError; a broken template shows only once it is said (see `content.wording`).
    """
    environment = environment or environment_of(DictLoader(sources(root)))
    return Wording(environment, _read(root, "words.yaml"), _read(root, "openers.yaml"))


def sources(root: File) -> dict[str, str]:
    """The texts of all templates under that folder, by the names of their files."""
    folder = root / MESSAGES
    found = [*folder.iterdir()] if folder.is_dir() else []
    return {
        file.name: file.read_text(encoding="utf-8") for file in found if file.name.endswith(".j2")
    }


class _Kept(FileSystemBytecodeCache):
    """Templates as Jinja has compiled them, for the next start; where none can be kept, none is."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def environment_of(loader: BaseLoader, kept: Path | None = None) -> Environment:
    """How all templates are read, wherever they come from.

    `kept` is a folder for what was compiled; it is found again by the text that it came from.
    """
    return Environment(
        loader=loader,
        bytecode_cache=_Kept(str(kept)) if kept else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(root: File, name: str) -> dict[str, Any]:
    text = (root / MESSAGES / name).read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


_said: list[Wording] = []  # the wording in use, once there is one


def say_with(wording: Wording) -> None:
    """From now on every message is worded like this."""
    _said[:] = [wording]


def wording() -> Wording:
    """The wording in use: what was chosen last, else the one installed with Limber."""
    if not _said:
        say_with(read_wording(files("content")))
    return _said[0]


def message(name: str, /, **context: Any) -> str:
    """The text of `messages/NAME.j2` for this context."""
    return wording().environment.get_template(f"{name}.j2").render(**context).strip()


def words() -> Mapping[str, Any]:
    """Labels, toasts and short words from `messages/words.yaml`."""
    return wording().words


def openers() -> Mapping[str, Sequence[str]]:
    """The sentences to choose from, by kind, from `messages/openers.yaml`."""
    return wording().openers


def opener(kind: str, day: date, turn: int = 0, turns: int = 1) -> str:
    """How a message of that kind begins on that day, different on each day of a fortnight.

    Where up to `turns` of a kind come on one day, `turn` counts them from 0.
    """
    choices = openers()[kind]
    return choices[(day.toordinal() * turns + turn) % len(choices)]


def label(name: str, /, **values: Any) -> str:
    """What a button says."""
    return str(words()["buttons"][name]).format(**values)


def toast(name: str, /, **values: Any) -> str:
    """What flashes up after a tap."""
    return str(words()["toasts"][name]).format(**values)


def term(group: str, name: str) -> str:
    """How a runner would say an id: `term("areas", "outer-hip")`."""
    return str(words()[group][name])
