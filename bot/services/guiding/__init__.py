"""Where a runner is in a card: the step, its countdown, what was done of it."""
