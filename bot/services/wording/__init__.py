"""How one runner is written to: plainly after a red flag, with the clock and the units asked for.

Hands out: `tone` and `formats`.
"""
