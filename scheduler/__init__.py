"""When: the next reminder instant, the local day, streaks, and the heartbeat that finds due work.

Decisions are pure functions that get `now` passed in. It never talks to Telegram or to a
database: it sees memory only through the Protocol in `scheduler.planning.memory`.
"""
