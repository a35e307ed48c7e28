"""The session of a day: which two or three cards, why these, and what was done of them."""
