"""Any chart that a message carries, as PNG."""

from collections.abc import Mapping
from typing import Any

from content.charts import progress, sheet


def draw_chart(chart: Mapping[str, Any]) -> bytes:
    """A sheet for the physio, or the progress picture in its colours."""
    if "sheet" in chart:
        return sheet.draw(chart["sheet"])
    return progress.draw(chart["figures"], dark=chart["dark"])
