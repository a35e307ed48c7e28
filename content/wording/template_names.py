"""Which values a template asks for, down to the field and the line."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

Scope = Mapping[str, str | None]  # names that the template binds itself, and what they stand for


def asked(node: nodes.Node, scope: Scope | None = None) -> Iterator[tuple[str, int]]:
    """Each value that is asked for, as `cards[].name`, with its line; includes are left out."""
    scope = {"loop": None} if scope is None else scope
    path = _path(node, scope)
    if path:
        yield path, node.lineno
    if isinstance(node, nodes.For):
        yield from asked(node.iter, scope)
        inner = {**scope, **_bound(node.target, _path(node.iter, scope))}
        for child in (*node.body, *node.else_):
            yield from asked(child, inner)
    elif not (path and isinstance(node, nodes.Getattr | nodes.Getitem)):
        for child in node.iter_child_nodes(exclude=("node",) if path else ()):
            yield from asked(child, scope)


def _path(node: nodes.Node, scope: Scope) -> str | None:
    """The value that an expression reads, or None for one that computes something."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        return _path(node.node.node, scope)  # a method of a value, as in day.strftime("%A")
    if isinstance(node, nodes.Getattr) and (base := _path(node.node, scope)):
        return f"{base}.{node.attr}"
    if isinstance(node, nodes.Getitem) and (base := _path(node.node, scope)):
        return base if isinstance(node.arg, nodes.Slice) else f"{base}[]"
    return None


def _bound(target: nodes.Node, items: str | None) -> dict[str, str | None]:
    if isinstance(target, nodes.Name):
        return {target.name: items and f"{items}[]"}
    return {each.name: None for each in target.find_all(nodes.Name)}


def tells_of(documented: str, path: str) -> bool:
    """Does that line of the documentation tell of the value, or of something inside it?"""
    return documented == path or documented.startswith((f"{path}.", f"{path}["))


def asks_for(path: str, documented: str) -> bool:
    """Is what that line tells of asked for: by itself, as a whole list, or field by field?"""
    return documented in (path, f"{path}[]") or path.startswith(f"{documented}.")
