"""Who does the exercise: skin, hair and clothes, the same person for a card every time."""

from dataclasses import dataclass, replace
from hashlib import sha256

from content.pictures.palette import HAIR, SHIRTS, SHOE, SHORTS, SKINS, SOLE


@dataclass(frozen=True, slots=True)
class Appearance:
    """Colours of a person in the light; `shade` gives the ones for the side turned away."""

    skin: str
    skin_line: str
    hair: str
    style: str
    shirt: str
    shorts: str
    shoe: str = SHOE
    sole: str = SOLE

    def shade(self) -> "Appearance":
        """The same person, further from the light."""
        return replace(
            self,
            skin=tinted(self.skin, (0.90, 0.85, 0.82)),
            shirt=darker(self.shirt, 0.84),
            shorts=darker(self.shorts, 0.82),
            shoe=darker(self.shoe, 0.88),
            sole=darker(self.sole, 0.86),
        )


_STYLES = ("tail", "short", "bun", "curls", "bob")


def person(card_id: str) -> Appearance:
    """The person of that card."""
    dice = sha256(card_id.encode()).digest()
    skin, line = SKINS[dice[0] % len(SKINS)]
    hair = HAIR[dice[1] % (2 if dice[0] % len(SKINS) in (2, 3) else len(HAIR))]
    style = _STYLES[dice[2] % len(_STYLES)]
    shirt, shorts = SHIRTS[dice[3] % len(SHIRTS)], SHORTS[dice[4] % len(SHORTS)]
    return Appearance(skin, line, hair, style, shirt, shorts)


def darker(colour: str, share: float) -> str:
    """That colour with less light."""
    return tinted(colour, (share, share, share))


def lighter(colour: str, share: float) -> str:
    """That colour mixed with so much white."""
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in _parts(colour))


def tinted(colour: str, shares: tuple[float, float, float]) -> str:
    """That colour with a share of its red, green and blue."""
    parts = zip(_parts(colour), shares, strict=True)
    return "#" + "".join(f"{round(part * share):02X}" for part, share in parts)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
