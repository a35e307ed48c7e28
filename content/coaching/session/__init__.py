"""The session of a day: which two or three cards, why these, and what was done of them.

Hands out: `TrainingState` and `session_inputs`, `todays_session`, the ledger of minutes, runs,
skips and sides.
"""
