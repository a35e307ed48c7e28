"""Pictures inside a page, so that it is one file and loads nothing."""

from base64 import b64encode


def inline(drawing: str) -> str:
    """The address of an SVG that carries it whole."""
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
