"""How much: what was done, what a week of it comes to, and how far doses grow.

`past` is what was done; `volume` counts minutes of range, `strength` hard sets; `dose` is how doses
grow, `effort` how hard it felt, and `ceilings` how far doses may with what lasts in a body.
"""
