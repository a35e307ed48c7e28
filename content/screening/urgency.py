"""How soon a red flag has to be seen by a professional."""

from enum import StrEnum


class Urgency(StrEnum):
    NOW = "now"
    DAYS = "days"
    VISIT = "visit"
