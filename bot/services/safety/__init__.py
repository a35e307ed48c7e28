"""Whether a card may open, what rests and why, and what is asked about the body."""
