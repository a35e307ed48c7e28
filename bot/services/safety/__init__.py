"""Whether a card may open, what rests and why, and what is asked about the body.

The one way to ask whether a card may open. Hands out: `gate`, `complaints` and `body`.
"""
