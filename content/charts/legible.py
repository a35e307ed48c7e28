"""What people typed, made fit to stand in a chart."""


def legible(words: str, most: int) -> str:
    """What can be drawn of what was typed, in one line, no longer than that."""
    shown = "".join(each if each.isprintable() else " " for each in words)
    flat = " ".join(shown.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
