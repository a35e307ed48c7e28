"""Zones, local days and when a daily time fires. Pure; the tz database is the pinned one."""
