"""Where a runner is in a card: the step, its countdown, what was done of it.

Never words anything. Hands out: `guide`, `active_guide` and `guide_log`.
"""
