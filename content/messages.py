"""Every word that a runner reads: templates filled in, labels looked up.

Templates are Telegram HTML with everything escaped; a name that a template wants and does not
get is an error.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml
from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    return environment_of(PackageLoader("content", "messages"))


def environment_of(loader: BaseLoader) -> Environment:
    """How all templates are read, wherever they come from."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def message(name: str, /, **context: Any) -> str:
    """The text of `messages/NAME.j2` for this context."""
    return environment().get_template(f"{name}.j2").render(**context).strip()


@cache
def words() -> dict[str, Any]:
    """Labels, toasts and short words from `messages/words.yaml`."""
    return _read("words.yaml")


@cache
def openers() -> Mapping[str, Sequence[str]]:
    """The sentences to choose from, by kind, from `messages/openers.yaml`."""
    return _read("openers.yaml")


def _read(name: str) -> dict[str, Any]:
    text = resources.files("content").joinpath("messages", name).read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


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
