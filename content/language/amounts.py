"""Written numbers as amounts that can be reckoned with, whatever stands there. Pure."""

MOST = 1_000_000.0  # no distance, length or score of a runner is larger
MOST_DIGITS = 7
MOST_DAYS = 3660  # ten years: no pause, plan or log lies further away


def amount(written: str) -> float | None:
    """The number in digits: "1.5", "1,5" and, with more than one sign, "1,234.5". None if it is
    none; a larger one counts as the largest.
    """
    whole, _, part = written.replace(",", ".").rpartition(".")
    digits = whole.replace(".", "")
    if not (digits + part).isdecimal():
        return None
    if len(digits or part) > MOST_DIGITS:
        return MOST
    return min(float(f"{digits}.{part}" if digits else part), MOST)


def whole(digits: str) -> int:
    """The whole number in those digits; a larger one counts as the largest."""
    return int(MOST) if len(digits) > MOST_DIGITS else min(int(digits), int(MOST))
