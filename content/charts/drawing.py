"""From a drawing's template to its SVG, and from there to PNG."""

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def fill(template: str, **context: Any) -> str:
    """The drawing as SVG."""
    return _templates().get_template(template).render(**context)


def png(svg: str, width: int) -> bytes:
    """The drawing as PNG, that many pixels wide. It wants the library resvg-py."""
    import resvg_py

    with as_file(files("content") / "charts" / "fonts") as fonts:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=width,
                skip_system_fonts=True,
                font_files=[str(each) for each in sorted(Path(fonts).glob("*.otf"))],
                font_family="Inter",
            )
        )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("content", "charts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
