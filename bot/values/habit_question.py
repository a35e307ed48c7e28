"""What a runner is asked about their daily reminder once its habits are known."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class HabitQuestion:
    """The reminder's time, and a better one; None asks whether it is needed at all."""

    at: time
    better: time | None = None
