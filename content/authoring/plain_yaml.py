"""Plain data out of YAML nodes: maps, lists and scalars, and no tags of anybody's.

PyYAML parses in C but builds each value by a chain of general methods; half of all content's
loading went there.
"""

import re
from typing import Any

import yaml
from yaml.constructor import ConstructorError

_INT, _NULL, _STR = (f"tag:yaml.org,2002:{name}" for name in ("int", "null", "str"))


class Numbered(yaml.CSafeLoader):
    """YAML in which only whole numbers are not text: no, on and 004 stay words."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> Any:
        """The tag of a node. Most are text, which shows without asking each pattern."""
        if kind is yaml.ScalarNode and not implicit[0]:
            return _STR
        if kind is yaml.ScalarNode and value[:1] not in self.yaml_implicit_resolvers:
            return _STR
        return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]


Numbered.yaml_implicit_resolvers = {}
Numbered.add_implicit_resolver(_INT, re.compile(r"^(0|[1-9][0-9]*)$"), list("0123456789"))


def plain(node: yaml.Node | None) -> Any:
    """The node as dicts, lists, texts, whole numbers and None. Raises yaml.YAMLError."""
    if node is None or node.tag == _NULL:
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return {_key(key): plain(value) for key, value in node.value}


def _scalar(node: yaml.ScalarNode) -> str | int:
    if node.tag == _STR:
        text: str = node.value
        return text
    if node.tag == _INT and node.value.isdecimal():
        return int(node.value)
    raise ConstructorError(None, None, f"{node.tag} is not for content", node.start_mark)


def _key(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return plain(node)
    raise ConstructorError(None, None, "a field needs a name", node.start_mark)
