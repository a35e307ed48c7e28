"""The home test of hip extension: tape lengths in, an index and an honest verdict out.

Hands out: `MobilityTest`, `index`, `Measured`, `Change` and when the next is due.
"""
