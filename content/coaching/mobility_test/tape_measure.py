"""Lengths off a tape as people write them: "42 60 54", "42,5 cm, 60, 54", "16 1/2 in". Pure."""

import re
from dataclasses import dataclass

INCH_CM = 2.54
LONGEST_IN = 24.9  # a bare first number below this is no grown-up's thigh in cm, so it is inches
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
SMALL = {"and", "then", "is", "it", "the", "by", "about", "at", "from", "above", "floor"}
SMALL |= {"thigh", "hip", "knee", "height", "high", "mark"}
MOST = 3
_PIECE = re.compile(
    r"(?P<number>[-+−–]?\d+(?:[.,]\d+)?)(?:\s+(?P<over>\d)/(?P<under>\d+))?(?P<vulgar>[½¼¾⅛⅜⅝⅞])?"
    r"|(?P<word>[a-z]+|[\"″'’]{1,2})|(?P<sign>\S)"
)
_INCHES = {"in", "inch", "inches", '"', "″", "''", "’’"}
_CM = {"cm", "cms", "centimeter", "centimeters", "centimetre", "centimetres"}
_MM = {"mm", "millimeters", "millimetres"}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, in cm; `inches` if it was written so, or can only have been meant so, and
    `bare` if no unit was written.
    """

    cm: tuple[float, ...]
    inches: bool = False
    bare: bool = True

    def as_inches(self) -> "Read":
        return Read(tuple(round(each * INCH_CM, 2) for each in self.cm), inches=True)


def lengths(text: str) -> Read | None:
    """One to three lengths; None if it is anything else."""
    numbers: list[float] = []
    units: set[str] = set()
    for piece in _PIECE.finditer(text.lower().strip().rstrip(".!")):
        if piece["number"]:
            numbers.append(_number(piece))
        elif piece["word"] in _INCHES | _CM | _MM:
            units.add("in" if piece["word"] in _INCHES else "mm" if piece["word"] in _MM else "cm")
        elif (piece["word"] or "") not in SMALL and piece["sign"] not in set(",;:/&=|"):
            return None
    if not 1 <= len(numbers) <= MOST or len(units) > 1:
        return None
    guessed = not units and len(numbers) == MOST and 10 <= numbers[0] <= LONGEST_IN  # noqa: PLR2004
    inches = "in" in units or guessed
    factor = INCH_CM if inches else 0.1 if "mm" in units else 1.0
    return Read(tuple(round(each * factor, 2) for each in numbers), inches, not units)


def _number(piece: re.Match[str]) -> float:
    value = float(piece["number"].replace(",", ".").replace("−", "-").replace("–", "-"))
    part = FRACTIONS.get(piece["vulgar"] or "", 0.0)
    if piece["over"] and int(piece["under"]):
        part = int(piece["over"]) / int(piece["under"])
    return value - part if value < 0 else value + part
