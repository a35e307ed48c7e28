"""An answer before it becomes a call to Telegram."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from content.wording.messages import Wording
from content.wording.telegram_html import CAPTION_UNITS, plain, units

DATA_BYTES = 64


@dataclass(frozen=True, slots=True)
class Button:
    """A label and what it means when tapped: `verb:argument:argument`, 64 bytes at most.

    Telegram refuses a message with longer data as a whole, and nobody would answer: so it is a
    fault here, where the runner still hears of it.
    """

    text: str
    data: str

    def __post_init__(self) -> None:
        if len(self.data.encode()) > DATA_BYTES:
            raise ValueError(f"The data of a button is over {DATA_BYTES} bytes: {self.data}")


def button(wording: Wording, name: str, data: str, /, **values: object) -> Button:
    """A button whose label is in the words file under `name`."""
    return Button(wording.label(name, **values), data)


Rows = Sequence[Sequence[Button]]


def in_rows(buttons: Sequence[Button], columns: int) -> list[list[Button]]:
    """The buttons in rows of so many."""
    return [list(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]


@dataclass(frozen=True, slots=True)
class Reply:
    """Text in Telegram HTML with its buttons, or with a reply keyboard.

    `picture` names what to show above it (see `pictures.output.naming`), if the text is short
    enough to stand below one. `chart` is drawn above it: its figures, and whether
    it is dark; or a sheet, and the name of the file that it comes as. `voice` is heard
    above it: the moves to lead through, and what is written `instead` where nobody speaks.
    `effect` is what flies over a new message.
    """

    text: str
    buttons: Rows = ()
    keyboard: dict[str, Any] | None = field(default=None)
    picture: str | None = None
    chart: Mapping[str, Any] | None = None
    voice: Mapping[str, Any] | None = None
    effect: str | None = None

    @property
    def shows(self) -> str | None:
        """The picture that goes with the text, if one can."""
        return self.picture if units(plain(self.text)) <= CAPTION_UNITS else None

    def written(self, write: Callable[[str], str]) -> "Reply":
        """The same with its text and its labels written otherwise."""
        rows = [[Button(write(each.text), each.data) for each in row] for row in self.buttons]
        return replace(self, text=write(self.text), buttons=rows)

    def payload(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": self.markup,
            **({"picture": self.shows} if self.shows else {}),
            **({"chart": dict(self.chart)} if self.chart else {}),
            **({"voice": dict(self.voice)} if self.voice else {}),
        }

    @property
    def markup(self) -> dict[str, Any]:
        """The buttons as Telegram takes them."""
        if self.keyboard:
            return self.keyboard
        rows = [[{"text": b.text, "callback_data": b.data} for b in row] for row in self.buttons]
        return {"inline_keyboard": [row for row in rows if row]}
