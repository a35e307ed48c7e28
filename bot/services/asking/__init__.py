"""The questions of the first chat, and how a typed answer to an open one is read.

Hands out: `current`, `held`, `answer`, `understood` and `summary`, and what reads typed words.
"""
