"""A message as words, marks and clauses. What it wants is for `intents`, what it hides for `screening`.

Hands out: the lexicon and its compiled form, the parsed message, and the readers of times, dates,
durations and parts of the body.
"""
