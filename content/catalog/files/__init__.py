"""A library as files: read, held against each other, and signed off.

Hands out: `loader`, `cross_references`, `sign_off` and `reviewed`.
"""
