"""The runner: flesh, clothes, head and what glows, painted from the furthest to the nearest.

Hands out: `Figure` and its parts, the people and what glows on them.
"""
