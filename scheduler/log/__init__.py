"""What was done on which day, weeks and streaks. Pure.

Hands out: `LogEntry`, `states`, `week`, `streak` and `correct`.
"""
