"""Notes that tests speak, and what they hear of a recording."""
