"""From what is due to what is handed over: the heartbeat, the planner, the send budget.

Speaks to memory through the Protocol in `memory`; only `heartbeat` runs anything.
"""
