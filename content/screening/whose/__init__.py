"""Whose complaint it is: somebody else's is for them, and rests nothing of the runner's own.

Hands out: `owned` says whose a flag or a word is, `person` of whom a message speaks, and `people`
who is named in it.
"""
