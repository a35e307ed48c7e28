"""Zones, local days and when a daily time fires. Pure; the tz database is the pinned one.

Hands out: `RecurrenceRule` with `next_occurrence` and `fire`, `Quiet`, `local` and `logging_day`.
"""
