"""The things around the runner: mats, walls, bands, rollers.

Hands out: what is drawn behind and among the limbs, and how much room it takes.
"""
