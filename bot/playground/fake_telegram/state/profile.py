"""What a bot says about itself."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Profile:
    """Texts by language, commands by scope and language, menu buttons by chat."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)

    def text(self, name: str, language: str = "") -> str:
        """The name, description or short_description shown to speakers of the language."""
        return self.texts.get((name, language)) or self.texts.get((name, ""), "")
