"""What a week or six of them show, as plain values for pictures and words.

Hands out: `ProgressFigures`, `PhysioHistory` and `finding`.
"""
