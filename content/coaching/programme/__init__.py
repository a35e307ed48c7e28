"""Four to six weeks around real runs: which programme, which week, and how a week ends.

Hands out: `Enrolment` with `begin` and `catch_up`, and which programme suits.
"""
