"""One HTML page with every card, for authors to read through."""

from collections.abc import Mapping
from typing import Any

from content.library import Library
from content.messages import environment, words


def gallery(library: Library) -> str:
    """The page; it stands alone and loads nothing."""
    spoken: Mapping[str, Any] = words()
    template = environment().get_template("gallery.html.j2")
    return template.render(cards=list(library.cards.values()), library=library, words=spoken)
