"""Files that nobody reads, because of how their names end."""

from collections.abc import Iterator

from content.authoring.document import File, Problem

READ = (".yaml", ".j2", ".md")
HIDDEN = (".", "~", "__pycache__")
MENDS = ((".yml", ".yaml"), (".yaml.txt", ".yaml"), (".jinja2", ".j2"), (".jinja", ".j2"))


def unread_files(folder: File, inside: str = "") -> Iterator[Problem]:
    """A problem for each file whose ending says that it is none of ours."""
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{inside}{file.name}"
        if file.name.startswith(HIDDEN[0]) or file.name.endswith(HIDDEN[1:]):
            continue
        if file.is_dir():
            yield from unread_files(file, f"{name}/")
        elif not file.name.endswith(READ):
            yield Problem(name, 1, "", "is not read, for how its name ends", _mend(name))


def _mend(name: str) -> str:
    for wrong, right in MENDS:
        if name.casefold().endswith(wrong):
            return f"rename it to {name[: -len(wrong)]}{right}"
    return f"end its name in {READ[0]}, or move it out of this folder"
