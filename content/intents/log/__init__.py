"""What a message tells of sessions: done, half, missed, taken back, and days off.

Hands out: `told` and `meanings` of sessions, days off and back.
"""
