"""A message as words, marks and clauses, before anybody asks what it wants or hides.

Hands out: the lexicon and its compiled form, the parsed message, and the readers of times, dates,
durations and parts of the body.
"""
