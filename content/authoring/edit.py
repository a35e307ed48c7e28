"""Fields of a YAML file written anew, with every other line, comment and order left as it is."""

import re
from collections.abc import Mapping

_FIELD = r"^{indent}{name}:.*(\n{indent}[ \t-]+.*)*\n?"


def with_fields(text: str, fields: Mapping[str, str]) -> str:
    """The text with these fields of the outermost level: in their place, or at the end."""
    for name, value in fields.items():
        line = f"{name}: {_written(value)}\n"
        found = re.search(_FIELD.format(indent="", name=name), text, re.MULTILINE)
        if found:
            text = text[: found.start()] + line + text[found.end() :]
        else:
            text = f"{text.rstrip()}\n{line}"
    return text


def with_entry(text: str, entry: str, fields: Mapping[str, str]) -> str:
    """The text with that entry of its last field, each of the fields on a line of its own."""
    block = "".join(f"    {name}: {_written(value)}\n" for name, value in fields.items())
    block = f"  {entry}:\n{block}"
    pattern = _FIELD.format(indent="  ", name=re.escape(entry))
    found = re.search(pattern, text, re.MULTILINE)
    if found:
        return text[: found.start()] + block + text[found.end() :]
    return f"{text.rstrip()}\n{block}"


def _written(value: str) -> str:
    """As YAML: bare where that is safe, else in quotes."""
    bare = re.fullmatch(r"[\w][\w ,.'/-]*", value) and not value.isdecimal()
    return value if bare else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
