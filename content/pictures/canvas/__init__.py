"""From metres in space to flat shapes on a sheet.

Hands out: `Camera`, `Shape` and outlines.
"""
